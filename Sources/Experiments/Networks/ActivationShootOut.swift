import Activations
import Figures
import Neural

extension Experiment {
  static let activationShootOut = Experiment(
    "activation-shoot-out",
    "Trains networks on digits that differ in nothing but the activation, flat ones and deep ones, over several seeds.",
    parameters: [
      .activations(default: [
        "identity", "sigmoid", "tanh", "relu", "leakyReLU", "gelu", "silu", "mish", "selu",
      ]),
      Parameter("depth", .integer(1...20), default: 2, "How many hidden layers the flat network has."),
      Parameter("deep", .integer(1...20), default: 10, "How many hidden layers the deep network has."),
      Parameter("width", .integer(1...256), default: 64, "How many units a hidden layer has."),
      Parameter(
        "examples", .integer(10...1433), default: 1433, "How many digits there are to learn from, at most."),
      Parameter("epochs", .integer(1...50), default: 15, "How often the network sees each of them."),
      .seeds(default: 3), .seed,
    ],
    trial: [("examples", 10), ("width", 2), ("depth", 1), ("deep", 2), ("epochs", 1), ("seeds", 1)]
  ) { parameters, show, progress in
    let limit = parameters.integer("examples")
    let tasks = parameters.seeds.map { DigitsTask(seed: $0, limit: limit) }
    let steps = tasks.reduce(0) { $0 + ShootOutResult.steps(for: $1, parameters) }
    let counter = StepCounter(total: 2 * parameters.activations.count * steps, tell: progress)
    let rows = parameters.activations.map { ShootOutRow($0, tasks, parameters, counter) }
    let depths = [parameters.integer("depth"), parameters.integer("deep")]
    show(.plot(Plot(accuraciesOf: rows, depths)))
    show(.table(Table(accuraciesOf: rows, depths)))
    show(.table(Table(gapsOf: rows, depths[0])))
  }
}

/// One activation: Adam with the rate 10⁻³, batches of 64, PyTorch's start.
private struct ShootOutRow {
  let activation: Activation
  let flat: ShootOutResult
  let deep: ShootOutResult

  init(
    _ activation: Activation, _ tasks: [DigitsTask], _ parameters: ExperimentParameters,
    _ counter: StepCounter
  ) {
    self.activation = activation
    flat = ShootOutResult(activation, depth: parameters.integer("depth"), tasks, parameters, counter)
    deep = ShootOutResult(activation, depth: parameters.integer("deep"), tasks, parameters, counter)
  }
}

private struct ShootOutResult {
  let test: Spread
  let training: Spread

  init(
    _ activation: Activation, depth: Int, _ tasks: [DigitsTask], _ parameters: ExperimentParameters,
    _ counter: StepCounter
  ) {
    let runs = tasks.map { task -> (test: Double, training: Double) in
      var generator = SeededGenerator(seed: task.seed)
      let hidden = Array(repeating: parameters.integer("width"), count: depth)
      let model = MLP([64] + hidden + [10], activation: activation, using: &generator)
      _ = Adam(model.parameters).train(
        steps: Self.steps(for: task, parameters), examples: task.training.count, batch: 64, counter: counter,
        using: &generator
      ) { task.loss(model, $0) }
      return (task.testAccuracy(model), task.trainingAccuracy(model))
    }
    test = Spread(runs.map(\.test))
    training = Spread(runs.map(\.training))
  }

  static func steps(for task: DigitsTask, _ parameters: ExperimentParameters) -> Int {
    parameters.integer("epochs") * ((task.training.count + 63) / 64)
  }

  /// By how much the network does better on what it has seen, for each seed.
  var gap: Spread { Spread(zip(training.values, test.values).map { $0 - $1 }) }
}

extension Plot {
  /// A dot for each run.
  fileprivate init(accuraciesOf rows: [ShootOutRow], _ depths: [Int]) {
    func dots(_ result: (ShootOutRow) -> ShootOutResult, shift: Double) -> ([Double], [Double]) {
      let points = rows.enumerated().flatMap { place, row in
        result(row).test.values.map { ($0, Double(place) + shift) }
      }
      return (points.map(\.0), points.map(\.1))
    }
    let (flat, deep) = (dots(\.flat, shift: -0.12), dots(\.deep, shift: 0.12))
    self.init(
      series: [
        .points("\(depths[0]) hidden", flat.0, flat.1), .points("\(depths[1]) hidden", deep.0, deep.1),
      ],
      x: Axis("test accuracy", lower: 0, upper: 1),
      y: Axis(categories: rows.map(\.activation.name), isReversed: true))
  }
}

extension Table {
  fileprivate init(accuraciesOf rows: [ShootOutRow], _ depths: [Int]) {
    self.init(
      ["activation", "\(depths[0]) hidden", "\(depths[1]) hidden"],
      rows: rows.map { [$0.activation.name, $0.flat.test.text, $0.deep.test.text] },
      alignment: [.leading, .leading, .leading],
      caption: "Test accuracy by the number of hidden layers: the mean, and the range of the seeds.")
  }

  fileprivate init(gapsOf rows: [ShootOutRow], _ depth: Int) {
    self.init(
      ["activation", "range", "training", "gap to test"],
      rows: rows.map { row in
        let range = row.activation.range
        let isBounded = range.lowerBound.isFinite && range.upperBound.isFinite
        return [
          row.activation.name, isBounded ? "bounded" : "unbounded", short(row.flat.training.mean, 3),
          row.flat.gap.text,
        ]
      },
      alignment: [.leading, .leading, .trailing, .leading],
      caption:
        "Accuracies with the first number of hidden layers, \(depth); the gap is what does not generalise.")
  }
}
