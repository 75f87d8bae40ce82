import Neural

/// The training of a network that gives every class a score, by Adam, in batches that are reshuffled each epoch.
struct ClassifierTraining {
  let epochs: Int
  let batch: Int
  let learningRate: Double
  /// The most steps there are, whatever the epochs.
  var stepLimit = Int.max
  /// The loss of every step.
  private(set) var losses: [Double] = []
  /// For each epoch the share of right answers while it lasted, each batch before its step.
  private(set) var accuracies: [Double] = []

  init(epochs: Int, batch: Int, learningRate: Double) {
    (self.epochs, self.batch, self.learningRate) = (epochs, batch, learningRate)
  }

  /// How many steps are made on so many examples.
  func steps(examples: Int) -> Int { min(stepLimit, epochs * ((examples + batch - 1) / batch)) }

  /// The losses in at most a hundred groups of neighbours: the last step and the mean loss of each.
  var smoothLosses: [(step: Double, loss: Double)] {
    let size = max(1, (losses.count + 99) / 100)
    return stride(from: 0, to: losses.count, by: size).map { start in
      let group = losses[start..<min(start + size, losses.count)]
      return (Double(group.endIndex), group.reduce(0, +) / Double(group.count))
    }
  }

  /// Trains `parameters`, where `scores` gives those of the classes for the examples with some indices.
  ///
  /// `afterStep` hears the number of steps made.
  mutating func run(
    _ parameters: [Neural.Parameter], labels: [Int], counter: StepCounter,
    using generator: inout SeededGenerator, afterStep: (Int) -> Void = { _ in },
    afterEpoch: () -> Void = {}, scores: ([Int]) -> Tensor
  ) {
    let optimizer = Adam(parameters, learningRate: learningRate)
    for _ in 0..<epochs {
      let order = generator.permutation(labels.count)
      var right = 0
      for start in stride(from: 0, to: order.count, by: batch) {
        let indices = Array(order[start..<min(start + batch, order.count)])
        let classes = indices.map { labels[$0] }
        let logits = scores(indices)
        right += zip(logits.largestPlaces(), classes).count { $0 == $1 }
        let loss = optimizer.descend(clip: 1) { logits.crossEntropy(classes) }
        losses.append(loss)
        counter.advance(loss: loss)
        afterStep(losses.count)
        guard losses.count < stepLimit else { return }
      }
      accuracies.append(Double(right) / Double(order.count))
      afterEpoch()
    }
  }
}
