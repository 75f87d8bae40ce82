import Activations
import Figures
import Neural

extension Experiment {
  static let depthGradients = Experiment(
    "depth-gradients",
    "Measures how gradients and sums change over the layers of deep networks, by activation and initialisation.",
    parameters: [
      .activations(default: ["sigmoid", "tanh", "relu"]),
      Parameter(
        "initializations", .choices(DeepNetwork.Start.allCases.map(\.rawValue)),
        default: ["xavier", "he", "pytorch"], Parameter.starts),
      .normalization, .residual,
      Parameter("depth", .integer(2...100), default: 50, "How many layers the deepest network has."),
      Parameter("width", .integer(2...256), default: 64, "How many units a layer has."),
      Parameter("batch", .integer(1...256), default: 128, "How many standard normal inputs there are."),
      .seeds(default: 5), .seed,
    ],
    trial: [("width", 3), ("depth", 3), ("batch", 2), ("seeds", 1), ("initializations", ["he", "pytorch"])]
  ) { parameters, show, progress in
    let (activations, starts) = (parameters.activations, parameters.words("initializations"))
    let layers = DepthStudy.depths(parameters).reduce(0, +) * parameters.seeds.count
    let counter = StepCounter(total: activations.count * starts.count * layers, tell: progress)
    let studies = activations.flatMap { activation in
      starts.map { DepthStudy(activation, $0, parameters, counter) }
    }
    show(.table(Table(gradientsOf: studies)))
    show(.smallMultiples(SmallMultiples(gradientsOf: studies)))
    show(.table(Table(sumsOf: studies)))
  }
}

/// One activation with one initialisation, at several depths.
private struct DepthStudy {
  let activation: String
  let start: String
  /// A fifth, two fifths and the whole of the depth.
  let depths: [Int]
  /// ‖∂L/∂a₁‖/‖∂L/∂aₙ‖ of every seed, for every depth n.
  let ratios: [Spread]
  /// ‖∂L/∂aₗ‖ by layer of the deepest network, geometric mean of the seeds.
  let gradients: [Double]
  /// ‖aₙ‖/‖a₁‖ of every seed, of the deepest network.
  let growth: Spread

  init(
    _ activation: Activation, _ start: String, _ parameters: ExperimentParameters, _ counter: StepCounter
  ) {
    (self.activation, self.start) = (activation.name, start)
    depths = Self.depths(parameters)
    let runs = depths.map { depth in
      parameters.seeds.map { seed in
        defer { counter.advance(by: depth) }
        return DepthRun(activation, start, depth: depth, seed: seed, parameters)
      }
    }
    ratios = runs.map { Spread($0.map { $0.gradients[0] / $0.gradients[$0.gradients.count - 1] }) }
    let deepest = runs[2]
    growth = Spread(deepest.map { $0.sums[$0.sums.count - 1] / $0.sums[0] })
    gradients = deepest[0].gradients.indices.map { layer in
      Spread(deepest.map { $0.gradients[layer] }).geometricMean
    }
  }

  static func depths(_ parameters: ExperimentParameters) -> [Int] {
    let depth = parameters.integer("depth")
    return [depth / 5, 2 * depth / 5, depth].map { max(2, $0) }
  }

  var name: String { "\(activation), \(start)" }

  /// By what one layer multiplies the gradient, in the geometric mean.
  var factor: Double {
    let ratio = ratios[2].geometricMean
    return ratio > 0 ? exp(log(ratio) / Double(depths[2] - 1)) : 0
  }
}

/// ‖∂L/∂aₗ‖ and ‖aₗ‖ of every layer, for L = Σ w∘h with standard normal w.
private struct DepthRun {
  let gradients: [Double]
  let sums: [Double]

  init(
    _ activation: Activation, _ start: String, depth: Int, seed: UInt64, _ parameters: ExperimentParameters
  ) {
    var generator = SeededGenerator(seed: seed)
    let shape = [parameters.integer("batch"), parameters.integer("width")]
    let network = DeepNetwork(
      activation, depth: depth, width: shape[1], start: .init(rawValue: start) ?? .xavier,
      normalization: parameters.normalization, hasResiduals: parameters.flag("residual"), using: &generator)
    let trace = network.trace(.normal(shape, dtype: .float64, using: &generator))
    trace.outputs[depth - 1].backward(from: .normal(shape, dtype: .float64, using: &generator))
    sums = trace.sums.map { $0.sumOfSquares.squareRoot() }
    gradients = trace.sums.map { ($0.gradient?.sumOfSquares ?? 0).squareRoot() }
  }
}

extension Table {
  fileprivate init(gradientsOf studies: [DepthStudy]) {
    let depths = studies.first?.depths ?? []
    self.init(
      ["network"] + depths.map { "\($0) layers" } + ["a layer"],
      rows: studies.map { study in
        [study.name] + study.ratios.map { scientific($0.geometricMean, 2) } + ["×\(short(study.factor, 3))"]
      },
      alignment: [.leading, .trailing, .trailing, .trailing, .trailing],
      caption: "The gradient of the first sums over that of the last, geometric mean of the seeds.")
  }

  fileprivate init(sumsOf studies: [DepthStudy]) {
    self.init(
      ["network", "sums, last over first", "gradients, by seed"],
      rows: studies.map { study in
        let values = study.ratios[2].values
        let ends = [values.min() ?? .nan, values.max() ?? .nan].map { scientific($0, 2) }
        return [study.name, scientific(study.growth.geometricMean, 2), "\(ends[0])…\(ends[1])"]
      },
      alignment: [.leading, .trailing, .leading],
      caption: "Norms of the deepest network: how the sums change forwards, and how far the seeds lie apart.")
  }
}

extension SmallMultiples {
  /// A panel for each activation, a curve for each initialisation.
  fileprivate init(gradientsOf studies: [DepthStudy]) {
    let activations = studies.reduce(into: [String]()) { names, study in
      if !names.contains(study.activation) { names.append(study.activation) }
    }
    let panels = activations.map { name in
      Plot(
        title: name,
        series: studies.filter { $0.activation == name }.map { study in
          .line(study.start, (1...study.gradients.count).map(Double.init), study.gradients.map(drawable))
        },
        x: Axis("layer"), y: Axis("‖∂L/∂a‖", scale: .logarithmic))
    }
    self.init(panels: panels)
  }
}

/// Zero has no place on a logarithmic axis, and overflow none on any.
private func drawable(_ norm: Double) -> Double { norm > 0 && norm.isFinite ? norm : .nan }
