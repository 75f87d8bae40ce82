import Activations
import Figures
import Neural

extension Experiment {
  static let gradientThroughTime = Experiment(
    "gradient-through-time",
    "Measures how much a change of the first state changes the last one, by spectral radius and activation.",
    parameters: [
      .activations(default: ["tanh", "relu", "identity"]),
      Parameter(
        "radii", .numbers(0.01...10), default: [0.5, 0.9, 1, 1.1, 1.5, 2],
        "The spectral radii of the recurrent weights."),
      Parameter("steps", .integer(1...200), default: 50, "How many steps in time."),
      Parameter("width", .integer(2...128), default: 64, "How many units the state has."),
      Parameter(
        "noise", .number(0...10), default: 0.1, "The deviation of the normal input of every unit and step."),
      Parameter("networks", .integer(1...20), default: 5, "Over how many networks the geometric mean goes."),
      .seed,
    ],
    trial: [("width", 4), ("steps", 6), ("networks", 2)],
    constraint: { $0.activations.count <= 4 ? [] : [.tooManyColumns("activations", 4, $0.activations.count)] }
  ) { parameters, show, progress in
    let sweep = TimeSweep(parameters)
    let (radii, activations) = (parameters.numbers("radii"), parameters.activations)
    let counter = StepCounter(
      total: radii.count * activations.count * sweep.networks.count, tell: progress)
    let rows = radii.map { radius in
      (radius: radius, norms: activations.map { sweep.norms(spectralRadius: radius, $0, counter) })
    }
    show(.table(sweep.table(of: rows, parameters.activations)))
    let panels = parameters.activations.enumerated().map { column, activation in
      sweep.plot(of: activation, rows.map { ($0.radius, $0.norms[column]) })
    }
    show(.smallMultiples(SmallMultiples(panels: panels)))
  }
}

extension ExperimentProblem {
  /// More columns were asked for than a phone shows.
  static func tooManyColumns(_ parameter: String, _ limit: Int, _ count: Int) -> ExperimentProblem {
    ExperimentProblem(parameter, "'\(parameter)' may name at most \(limit), but names \(count)")
  }
}

/// Random networks that hear noise, the same for every spectral radius and activation.
private struct TimeSweep {
  let steps: Int
  let networks: [(weight: Tensor, inputs: [Tensor])]

  init(_ parameters: ExperimentParameters) {
    var generator = SeededGenerator(seed: UInt64(parameters.integer("seed")))
    let (width, steps) = (parameters.integer("width"), parameters.integer("steps"))
    let noise = parameters.number("noise")
    self.steps = steps
    networks = (0..<parameters.integer("networks")).map { _ in
      let weight = Tensor.normal([width, width], dtype: .float64, using: &generator)
      let inputs = (0..<steps).map { _ in
        Tensor.normal([width, 1], deviation: noise, dtype: .float64, using: &generator)
      }
      return (weight.scaled(toSpectralRadius: 1), inputs)
    }
  }

  /// The geometric means of ‖∂h_t/∂h_0‖₂ over the networks, for t = 1, 2, ….
  func norms(spectralRadius: Double, _ activation: Activation, _ counter: StepCounter) -> [Double] {
    let runs = networks.map { network in
      defer { counter.advance() }
      return RecurrentMap(weight: network.weight * spectralRadius, activation: activation)
        .jacobianNorms(network.inputs)
    }
    return (0..<steps).map { t in
      exp(runs.reduce(0) { $0 + log($1[t]) } / Double(runs.count))
    }
  }

  func table(of rows: [(radius: Double, norms: [[Double]])], _ activations: [Activation]) -> Table {
    Table(
      ["ρ"] + activations.map(\.name),
      rows: rows.map { row in [short(row.radius)] + row.norms.map { scientific($0[steps - 1]) } },
      alignment: [.trailing] + activations.map { _ in .trailing },
      caption: "‖∂h/∂h₀‖₂ after \(steps) steps, the geometric mean of \(networks.count) random networks.")
  }

  func plot(of activation: Activation, _ rows: [(radius: Double, norms: [Double])]) -> Plot {
    let times = (1...steps).map(Double.init)
    return Plot(
      title: activation.name,
      series: rows.map { .line("ρ = \(short($0.radius))", times, $0.norms) },
      x: Axis("t"), y: Axis("‖∂h_t/∂h₀‖₂", scale: .logarithmic))
  }
}
