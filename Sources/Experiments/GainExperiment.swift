import Activations
import Figures

extension Experiment {
  static let gain = Experiment(
    "gain",
    "Follows the variance of sums and gradients through the layers, by theory and in a random network.",
    parameters: [
      .activations(default: ["sigmoid", "tanh", "relu", "gelu", "silu", "selu"]),
      Parameter(
        "initialization", .choice(WeightVariance.allCases.map(\.rawValue)), default: "he",
        "The variance of the weights times the number of inputs: he is 2, xavier and lecun are 1 where all layers"
          + " are equally wide, matched is 1/E f² of each activation, own is gain²."),
      Parameter(
        "gain", .number(0.01...10), default: 1, "The factor of the weights for the initialization 'own'."),
      Parameter("depth", .integer(2...60), default: 20, "How many layers there are."),
      Parameter(
        "width", .integer(8...256), default: 256, "How many units a layer of the random network has."),
      .seed,
    ],
    trial: [("width", 8), ("depth", 3)]
  ) { parameters, show, progress in
    let matrices = RandomMatrices(
      width: parameters.integer("width"), depth: parameters.integer("depth"), seed: parameters.integer("seed")
    )
    let counter = StepCounter(total: parameters.activations.count, tell: progress)
    let rows = parameters.activations.map { activation in
      defer { counter.advance() }
      return GainStudy(of: activation, parameters, matrices)
    }
    show(.table(Table(gainsOf: rows)))
    show(.smallMultiples(SmallMultiples(panels: rows.map(Plot.init(propagationOf:)))))
    show(.table(Table(endsOf: rows)))
  }
}

/// How the variance of weights is chosen.
enum WeightVariance: String, CaseIterable {
  case he, xavier, lecun, matched, own

  /// The variance of a weight times the number of inputs of a layer.
  func timesInputs(_ moments: GaussianMoments, gain: Double) -> Double {
    switch self {
    case .he: 2
    case .xavier, .lecun: 1
    case .matched: 1 / moments.secondMoment
    case .own: gain * gain
    }
  }
}

/// One activation in a deep network.
private struct GainStudy {
  let activation: Activation
  let moments: GaussianMoments
  let theory: SignalPropagation
  let network: SignalPropagation

  init(of activation: Activation, _ parameters: ExperimentParameters, _ matrices: RandomMatrices) {
    self.activation = activation
    moments = GaussianMoments(of: activation)
    let rule = WeightVariance(rawValue: parameters.text("initialization")) ?? .he
    let variance = rule.timesInputs(moments, gain: parameters.number("gain"))
    theory = SignalPropagation(meanFieldOf: activation, weightVariance: variance, depth: matrices.depth)
    network = SignalPropagation(of: activation, weightVariance: variance, matrices: matrices)
  }
}

extension Plot {
  fileprivate init(propagationOf study: GainStudy) {
    let layers = study.theory.sums.indices.map(Double.init)
    self.init(
      title: study.activation.name,
      series: [
        .line("z², theory", layers, study.theory.sums), .points("z², network", layers, study.network.sums),
        .line("gradient², theory", layers, study.theory.gradients),
        .points("gradient², network", layers, study.network.gradients),
      ],
      x: Axis("layer"), y: Axis("mean square", scale: .logarithmic))
  }
}

extension Table {
  fileprivate init(gainsOf rows: [GainStudy]) {
    self.init(
      ["activation", "E f²", "E f′²", "gains"],
      rows: rows.map { row in
        let moments = row.moments
        return [
          row.activation.name, short(moments.secondMoment), short(moments.slopeSecondMoment),
          "\(short(moments.forwardGain, 5)), \(short(moments.backwardGain, 5))",
        ]
      },
      alignment: [.leading, .trailing, .trailing, .leading],
      caption: "Weights with the gain 1/√E f² keep the size of the sums, with 1/√E f′² that of the gradients."
    )
  }

  /// What arrives at the far ends, by theory and in the network.
  fileprivate init(endsOf rows: [GainStudy]) {
    self.init(
      ["activation", "last z²: theory, network", "first gradient²"],
      rows: rows.map { row in
        [
          row.activation.name, "\(compact(row.theory.sums.last)), \(compact(row.network.sums.last))",
          "\(compact(row.theory.gradients.first)), \(compact(row.network.gradients.first))",
        ]
      },
      alignment: [.leading, .leading, .leading],
      caption: "Theory is the limit of endless width; one network of finite width wanders around it.")
  }
}
