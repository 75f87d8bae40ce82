import Activations
import DataSets
import Figures
import Neural

extension Experiment {
  static let nonlinearity = Experiment(
    "nonlinearity",
    "Lets small networks separate points of two classes, with and without a nonlinear activation.",
    parameters: [
      Parameter(
        "data", .choices(CloudKind.allCases.map(\.rawValue)), default: ["xor", "spiral"],
        "Which points, in which order."),
      .activations(default: ["identity", "sigmoid", "tanh", "relu", "gelu"]),
      Parameter("width", .integer(1...128), default: 32, "How many units each of the two hidden layers has."),
      .steps(default: 1000), .seeds(default: 3), .seed,
    ],
    trial: [("data", "xor"), ("width", 2), ("steps", 1), ("seeds", 1)]
  ) { parameters, show, progress in
    let (kinds, activations) = (parameters.words("data").compactMap(CloudKind.init), parameters.activations)
    let steps = kinds.count * activations.count * parameters.seeds.count * parameters.integer("steps")
    let counter = StepCounter(total: steps, tell: progress)
    let studies = kinds.map { kind in activations.map { CloudStudy(kind, $0, parameters, counter) } }
    show(.table(Table(accuraciesOf: studies)))
    for study in studies { show(.smallMultiples(SmallMultiples(boundariesOf: study))) }
  }
}

private enum CloudKind: String, CaseIterable {
  case xor, circles, moons, spiral

  func points(_ count: Int, using generator: inout SeededGenerator) -> PointCloud {
    switch self {
    case .xor: .xor(count, using: &generator)
    case .circles: .circles(count, using: &generator)
    case .moons: .moons(count, using: &generator)
    case .spiral: .spiral(count, using: &generator)
    }
  }

  /// The part of the plane in which the points lie.
  var frame: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self == .moons ? (-1.4...2.4, -0.9...1.4) : (-1.1...1.1, -1.1...1.1)
  }
}

/// One activation on one kind of points: 400 to learn from, 1,000 to be judged by; Adam, all points at every step.
private struct CloudStudy {
  let kind: CloudKind
  let activation: Activation
  let accuracy: Spread
  /// The points and the network of the first seed.
  private let first: (points: PointCloud, model: MLP)

  init(
    _ kind: CloudKind, _ activation: Activation, _ parameters: ExperimentParameters, _ counter: StepCounter
  ) {
    (self.kind, self.activation) = (kind, activation)
    let width = parameters.integer("width")
    let runs = parameters.seeds.map { seed -> (points: PointCloud, model: MLP, accuracy: Double) in
      var generator = SeededGenerator(seed: seed)
      let (points, test) = (kind.points(400, using: &generator), kind.points(1000, using: &generator))
      let model = MLP([2, width, width, 1], activation: activation, using: &generator)
      let (inputs, targets) = (points.inputs, points.targets)
      _ = Adam(model.parameters, learningRate: 0.01).train(
        steps: parameters.integer("steps"), examples: 1, batch: 1, counter: counter, using: &generator
      ) { _ in model(inputs).binaryCrossEntropy(targets) }
      return (points, model, Self.accuracy(model, test))
    }
    accuracy = Spread(runs.map(\.accuracy))
    first = (runs[0].points, runs[0].model)
  }

  private static func accuracy(_ model: MLP, _ cloud: PointCloud) -> Double {
    let logits = withoutGradients { model(cloud.inputs).values }
    return Double(zip(logits, cloud.labels).count { ($0 > 0) == ($1 == 1) }) / Double(cloud.labels.count)
  }

  /// The probability of class 1 over the plane, and some of the points.
  var plot: Plot {
    let grid = Grid(x: kind.frame.x, y: kind.frame.y, columns: 40, rows: 40) { _, _ in 0 }
    let nodes = (0..<40).flatMap { row in
      (0..<40).flatMap { [grid.x(ofColumn: $0), grid.y(ofRow: row)] }
    }
    let shares = withoutGradients { first.model(Tensor(nodes, shape: [1600, 2])).sigmoid().values }
    let map = HeatMap(
      Grid(columns: 40, values: shares, x: kind.frame.x, y: kind.frame.y),
      color: Axis("probability of class 1", lower: 0, upper: 1))
    return Plot(
      title: "\(activation.name), \(short(accuracy.values[0], 3))", layers: [.heatMap(map)],
      series: (0...1).map(points), x: Axis(), y: Axis())
  }

  /// Every fifth point of a class, so that the plane stays visible.
  private func points(ofClass label: Int) -> Series {
    let members = first.points.labels.indices.filter { first.points.labels[$0] == label && $0 % 5 == 0 }
    return .points(
      "class \(label)", members.map { first.points.points[$0][0] }, members.map { first.points.points[$0][1] }
    )
  }
}

extension Table {
  fileprivate init(accuraciesOf studies: [[CloudStudy]]) {
    let activations = studies.first?.map(\.activation.name) ?? []
    self.init(
      ["activation"] + studies.compactMap { $0.first?.kind.rawValue },
      rows: activations.indices.map { row in [activations[row]] + studies.map { $0[row].accuracy.text } },
      alignment: Array(repeating: .leading, count: studies.count + 1),
      caption: "Test accuracy: the mean, and the range of the seeds. Guessing gives about 0.5.")
  }
}

extension SmallMultiples {
  fileprivate init(boundariesOf studies: [CloudStudy]) {
    self.init(title: studies.first?.kind.rawValue ?? "", panels: studies.map(\.plot))
  }
}
