import Activations
import DataSets
import Figures
import Neural

extension Experiment {
  static let stepsToError = Experiment(
    "steps-to-error",
    "Counts the steps that a small convolutional network needs to a given training error, by activation.",
    parameters: Parameter.images + [
      .activations(default: ["relu", "tanh", "identity"]),
      Parameter(
        "error", .number(0.001...0.9), default: 0.1,
        "The share of wrong answers on training pictures to reach."),
      Parameter("steps", .integer(1...2000), default: 400, "How many steps there are at most."),
      .seeds(default: 3),
      Parameter("batch", .integer(1...512), default: 64, "How many examples one step looks at."),
      Parameter("rate", .number(0.00001...1), default: 0.002, "The learning rate of Adam."),
      .seed,
    ],
    trial: [("examples", 20), ("steps", 1), ("seeds", 1), ("filters", 1)]
  ) { parameters, show, progress in
    let steps = parameters.activations.count * parameters.seeds.count * parameters.integer("steps")
    let counter = StepCounter(total: steps, tell: progress)
    let rows = parameters.activations.map { activation in
      (activation.name, parameters.seeds.map { ErrorCurve(of: activation, seed: $0, parameters, counter) })
    }
    show(.plot(Plot(errorsOf: rows, target: parameters.number("error"))))
    show(.table(Table(stepsOf: rows, parameters)))
  }
}

/// How the training error of one network falls.
private struct ErrorCurve {
  /// How many steps lie between two measurements.
  static let interval = 5
  /// The steps at which the error was measured, 0 first.
  private(set) var steps: [Double] = []
  /// The share of wrong answers on up to 500 training pictures.
  private(set) var errors: [Double] = []
  /// The share of right answers on the test pictures at the end.
  private(set) var testAccuracy = Double.nan

  init(of activation: Activation, seed: UInt64, _ parameters: ExperimentParameters, _ counter: StepCounter) {
    var generator = SeededGenerator(seed: seed)
    let (training, test) = parameters.images.split(testFraction: 0.2, using: &generator)
    let network = ImageClassifier(
      for: training, filters: parameters.integer("filters"), activation: activation,
      pooling: parameters.pooling, using: &generator)
    let limit = parameters.integer("steps")
    var loop = ClassifierTraining(
      epochs: limit, batch: parameters.integer("batch"), learningRate: parameters.number("rate"))
    loop.stepLimit = limit
    let planes = training.planes
    let probe = Array(training.labels.prefix(500))
    var points: [(Double, Double)] = []
    func measure(_ step: Int) {
      points.append((Double(step), 1 - Predictions(labels: probe, scores: network.scores(planes)).accuracy))
    }
    measure(0)
    loop.run(
      network.layers.parameters, labels: training.labels, counter: counter, using: &generator,
      afterStep: { if $0 % Self.interval == 0 { measure($0) } }, scores: network.scores(planes))
    if limit % Self.interval != 0 { measure(limit) }
    (steps, errors) = (points.map(\.0), points.map(\.1))
    testAccuracy = Predictions(labels: test.labels, scores: network.scores(test.planes)).accuracy
  }

  /// The first measured step at which the error is no larger; `nil` if there is none.
  func steps(to error: Double) -> Double? { zip(steps, errors).first { $0.1 <= error }?.0 }
}

extension Plot {
  /// The first network of each activation.
  fileprivate init(errorsOf rows: [(name: String, curves: [ErrorCurve])], target: Double) {
    self.init(
      title: "Training error",
      series: rows.flatMap { row in row.curves.prefix(1).map { .line(row.name, $0.steps, $0.errors) } },
      x: Axis("steps"), y: Axis("share of wrong answers", lower: 0, upper: 1),
      marks: [.horizontal(at: target, "target")])
  }
}

extension Table {
  fileprivate init(
    stepsOf rows: [(name: String, curves: [ErrorCurve])], _ parameters: ExperimentParameters
  ) {
    let target = parameters.number("error")
    self.init(
      ["activation", "steps to \(percent(target)) error", "test accuracy"],
      rows: rows.map { name, curves in
        let steps = curves.map { curve in curve.steps(to: target).map { short($0) } ?? "never" }
        let tests = curves.map(\.testAccuracy)
        return [
          name, steps.joined(separator: ", "),
          tests.map { fixed($0, 3) }.joined(separator: ", "),
        ]
      }, alignment: [.leading, .leading, .leading],
      caption:
        "One number for each initial network, measured every \(ErrorCurve.interval) steps; the accuracy is that after"
        + " \(parameters.integer("steps")) steps.")
  }
}
