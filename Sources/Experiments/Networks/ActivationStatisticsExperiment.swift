import Activations
import Figures
import Neural

extension Experiment {
  static let activationStatistics = Experiment(
    "activation-statistics",
    "Shows mean, deviation and distribution of what the layers of a deep network hand on at its start.",
    parameters: [
      .activations(default: ["tanh", "relu"]),
      Parameter(
        "initialization", .choice(DeepNetwork.Start.allCases.map(\.rawValue)), default: "xavier",
        Parameter.starts),
      .normalization, .residual,
      Parameter("depth", .integer(2...50), default: 10, "How many layers there are."),
      Parameter("width", .integer(2...256), default: 64, "How many units a layer has."),
      Parameter("batch", .integer(1...256), default: 128, "How many standard normal inputs there are."),
      .seed,
    ],
    trial: [("width", 4), ("depth", 3), ("batch", 4)]
  ) { parameters, show, progress in
    let activations = parameters.activations
    let counter = StepCounter(total: activations.count, tell: progress)
    let studies = activations.map { activation in
      defer { counter.advance() }
      return LayerOutputs(activation, parameters)
    }
    show(.plot(Plot(deviationsOf: studies)))
    for study in studies { show(.smallMultiples(SmallMultiples(histogramsOf: study))) }
    show(.table(Table(statisticsOf: studies)))
  }
}

/// What the layers of one network give.
private struct LayerOutputs {
  let activation: Activation
  /// The numbers of each layer, finite ones only.
  let values: [[Double]]
  /// Their statistics; nil where a layer gives numbers that are not finite.
  let statistics: [ActivationStatistics?]

  init(_ activation: Activation, _ parameters: ExperimentParameters) {
    self.activation = activation
    var generator = SeededGenerator(seed: UInt64(parameters.integer("seed")))
    let shape = [parameters.integer("batch"), parameters.integer("width")]
    let network = DeepNetwork(
      activation, depth: parameters.integer("depth"), width: shape[1],
      start: .init(rawValue: parameters.text("initialization")) ?? .xavier,
      normalization: parameters.normalization, hasResiduals: parameters.flag("residual"), using: &generator)
    let outputs = network.trace(.normal(shape, dtype: .float64, using: &generator)).outputs
    values = outputs.map { $0.values.filter(\.isFinite) }
    statistics = outputs.map { $0.values.allSatisfy(\.isFinite) ? ActivationStatistics(of: $0) : nil }
  }

  /// The first, a middle and the last layer.
  var shown: [Int] {
    [0, values.count / 2, values.count - 1].reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}

extension Plot {
  fileprivate init(deviationsOf studies: [LayerOutputs]) {
    self.init(
      series: studies.map { study in
        let deviations = study.statistics.map { ($0?.deviation).map { $0 > 0 ? $0 : .nan } ?? .nan }
        return .line(study.activation.name, (1...deviations.count).map(Double.init), deviations)
      },
      x: Axis("layer"), y: Axis("deviation of the outputs", scale: .logarithmic))
  }
}

extension SmallMultiples {
  fileprivate init(histogramsOf study: LayerOutputs) {
    self.init(
      title: study.activation.name,
      panels: study.shown.map { layer in
        Plot(
          title: "layer \(layer + 1)",
          series: [.histogram("", study.values[layer], bins: 31)], x: Axis("output"), y: Axis("count"))
      }, sharesX: false, sharesY: false)
  }
}

extension Table {
  fileprivate init(statisticsOf studies: [LayerOutputs]) {
    self.init(
      ["layer", "mean", "deviation", "zeros"],
      rows: studies.flatMap { study in
        study.shown.map { layer in
          let statistics = study.statistics[layer]
          return [
            "\(study.activation.name), \(layer + 1)", compact(statistics?.mean),
            compact(statistics?.deviation),
            statistics.map { percent($0.zeroShare) } ?? "–",
          ]
        }
      },
      alignment: [.leading, .trailing, .trailing, .trailing],
      caption: "Of all outputs of a layer, over the batch; zeros are outputs that are exactly 0.")
  }
}
