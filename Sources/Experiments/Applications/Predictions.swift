import Figures
import Neural

/// What a network says of examples whose classes are known.
struct Predictions {
  /// The true classes.
  let labels: [Int]
  /// The classes with the largest scores.
  let classes: [Int]
  /// The probability that the network gives the class it says.
  let confidences: [Double]

  /// Asks for the scores of all examples, some at a time.
  init(labels: [Int], scores: ([Int]) -> Tensor) {
    self.labels = labels
    var (classes, confidences): ([Int], [Double]) = ([], [])
    withoutGradients {
      for start in stride(from: 0, to: labels.count, by: 256) {
        let shares = scores(Array(start..<min(start + 256, labels.count))).softmax()
        let (places, values) = (shares.largestPlaces(), shares.values)
        classes += places
        confidences += places.enumerated().map { values[$0 * shares.shape[1] + $1] }
      }
    }
    (self.classes, self.confidences) = (classes, confidences)
  }

  /// The indices of the examples of which the network says the wrong class.
  var mistakes: [Int] { labels.indices.filter { labels[$0] != classes[$0] } }

  /// The share of right answers; NaN for no examples.
  var accuracy: Double { 1 - Double(mistakes.count) / Double(labels.count) }

  /// The same among the examples with these indices.
  func accuracy(among indices: [Int]) -> Double {
    Double(indices.count { labels[$0] == classes[$0] }) / Double(indices.count)
  }

  /// How often the examples of each class (a row) are taken for each class (a column).
  func confusion(_ names: [String], title: String) -> Plot {
    var counts = names.map { _ in names.map { _ in 0.0 } }
    for (label, answer) in zip(labels, classes) { counts[label][answer] += 1 }
    return .matrix(
      counts, rows: names, columns: names, title: title, x: "said", y: "true", color: Axis("examples"))
  }
}

extension SmallMultiples {
  /// The loss step by step, and the accuracy on training and other examples epoch by epoch.
  init(of training: ClassifierTraining, test: [Double], title: String) {
    let losses = training.smoothLosses
    let epochs = test.indices.map { Double($0 + 1) }
    self.init(
      title: title,
      panels: [
        Plot(
          title: "cross entropy", series: [.line("training", losses.map(\.step), losses.map(\.loss))],
          x: Axis("steps"), y: Axis("nats", lower: 0)),
        Plot(
          title: "right answers",
          series: [.line("training", epochs, training.accuracies), .line("test", epochs, test)],
          x: Axis("epoch"), y: Axis("share", lower: 0, upper: 1)),
      ], columns: 2, sharesX: false, sharesY: false)
  }
}

extension Parameter {
  /// The parameters of a classifier's training.
  static func training(epochs: Int, batch: Int, learningRate: Double) -> [Parameter] {
    [
      Parameter(
        "epochs", .integer(1...200), default: .number(Double(epochs)),
        "How often the training goes through its examples."),
      Parameter(
        "batch", .integer(1...512), default: .number(Double(batch)), "How many examples one step looks at."),
      Parameter("rate", .number(0.00001...1), default: .number(learningRate), "The learning rate of Adam."),
      .seed,
    ]
  }
}

extension ExperimentParameters {
  /// The training that the parameters of `training(epochs:batch:learningRate:)` describe.
  var training: ClassifierTraining {
    ClassifierTraining(epochs: integer("epochs"), batch: integer("batch"), learningRate: number("rate"))
  }

  /// The generator that `seed` names.
  var generator: SeededGenerator { SeededGenerator(seed: UInt64(integer("seed"))) }
}
