import Activations
import Figures
import Neural

extension Experiment {
  static let deadUnits = Experiment(
    "dead-units",
    "Trains a network with one hidden layer on digits at several learning rates, and counts the units that died.",
    parameters: [
      .activation(default: "relu", "The activation of the hidden layer."),
      Parameter("from", .number(1e-4...100), default: 0.01, "The smallest learning rate."),
      Parameter("to", .number(1e-4...100), default: 10, "The largest learning rate."),
      Parameter(
        "count", .integer(2...13), default: 7, "How many learning rates, each the same factor further."),
      Parameter("width", .integer(1...512), default: 128, "How many hidden units there are."),
      .steps(default: 300), .seeds(default: 3), .seed,
    ],
    trial: [("width", 2), ("steps", 1), ("seeds", 1), ("count", 2)],
    constraint: ascendingRange
  ) { parameters, show, progress in
    let tasks = parameters.seeds.map { DigitsTask(seed: $0) }
    let rates = parameters.logarithmicGrid
    let counter = StepCounter(
      total: rates.count * tasks.count * parameters.integer("steps"), tell: progress)
    let rows = rates.map { DeadUnitStudy(rate: $0, tasks, parameters, counter) }
    show(.plot(Plot(deadUnitsOf: rows)))
    show(.table(Table(deadUnitsOf: rows)))
  }
}

/// One learning rate: SGD with batches of 64.
private struct DeadUnitStudy {
  let rate: Double
  /// The share of hidden units that are zero for every training digit.
  let dead: Spread
  let accuracy: Spread
  let divergences: Int

  init(
    rate: Double, _ tasks: [DigitsTask], _ parameters: ExperimentParameters, _ counter: StepCounter
  ) {
    self.rate = rate
    let activation = parameters.activation()
    let width = parameters.integer("width")
    let runs = tasks.map { task -> (dead: Double, accuracy: Double, hasDiverged: Bool) in
      var generator = SeededGenerator(seed: task.seed)
      let model = MLP([64, width, 10], activation: activation, using: &generator)
      let run = SGD(model.parameters, learningRate: rate).train(
        steps: parameters.integer("steps"), examples: task.training.count, batch: 64, counter: counter,
        using: &generator
      ) { task.loss(model, $0) }
      let dead = Double(task.deadUnits(model).count) / Double(width)
      return (dead, task.testAccuracy(model), run.divergence != nil)
    }
    dead = Spread(runs.map(\.dead))
    accuracy = Spread(runs.map(\.accuracy))
    divergences = runs.count { $0.hasDiverged }
  }
}

extension Plot {
  fileprivate init(deadUnitsOf rows: [DeadUnitStudy]) {
    let rates = rows.map(\.rate)
    self.init(
      series: [
        .line("dead units", rates, rows.map(\.dead.mean)),
        .line("test accuracy", rates, rows.map(\.accuracy.mean)),
      ],
      x: Axis("learning rate", scale: .logarithmic), y: Axis("share", lower: 0, upper: 1))
  }
}

extension Table {
  fileprivate init(deadUnitsOf rows: [DeadUnitStudy]) {
    let diverged = rows.reduce(0) { $0 + $1.divergences }
    self.init(
      ["rate", "dead units", "test accuracy"],
      rows: rows.map { row in
        let dead = row.dead.values.map { 100 * $0 }
        return [
          short(row.rate, 3), "\(interval(dead.min() ?? .nan, dead.max() ?? .nan, 2))%", row.accuracy.text,
        ]
      },
      alignment: [.trailing, .trailing, .leading],
      caption:
        "By learning rate; ranges are those of the seeds. Of all runs, \(diverged) diverged and ended there."
    )
  }
}
