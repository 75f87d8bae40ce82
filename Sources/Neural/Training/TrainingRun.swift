/// What happened while a model was trained.
public struct TrainingRun: Sendable, Hashable {
  /// The loss of each step, before it.
  public private(set) var losses: [Double] = []
  /// The common norm of all gradients at each step, before any clipping.
  public private(set) var gradientNorms: [Double] = []
  /// The number of the step at which loss or gradient were no longer finite, if they were not; the last one made.
  public private(set) var divergence: Int?

  /// A run in which nothing has happened yet.
  public init() {}

  /// Notes a step; false where training must not go on, for there are no numbers left to go on with.
  public mutating func record(loss: Double, gradientNorm: Double) -> Bool {
    losses.append(loss)
    gradientNorms.append(gradientNorm)
    if !loss.isFinite || !gradientNorm.isFinite { divergence = losses.count - 1 }
    return divergence == nil
  }
}

extension Optimizer {
  /// Trains for some steps on batches that a generator draws, going through all examples before any comes again.
  ///
  /// ```swift
  /// let run = optimizer.train(
  ///   steps: 300, examples: labels.count, batch: 64, using: &generator
  /// ) { batch in model(x.gather(batch)).crossEntropy(batch.map { labels[$0] }) }
  /// ```
  ///
  /// The learning rate is the optimiser's times the schedule's factor, and afterwards what it was. A run that diverges
  /// ends at once, with the parameters as they were before the step that could not be made.
  public func train(
    steps: Int, examples: Int, batch size: Int, schedule: LearningRateSchedule = .constant,
    clip: Double? = nil, using generator: inout SeededGenerator, loss: ([Int]) -> Tensor
  ) -> TrainingRun {
    require(examples > 0, "there is nothing to train on")
    let largestRate = learningRate
    defer { learningRate = largestRate }
    var run = TrainingRun()
    var waiting: [[Int]] = []
    for step in 0..<steps {
      if waiting.isEmpty { waiting = generator.batches(of: size, from: examples).reversed() }
      learningRate = largestRate * schedule(step)
      let value = accumulateGradients(over: [waiting.removeLast()], loss: loss)
      guard run.record(loss: value, gradientNorm: gradientNorm) else { break }
      if let clip { clipGradients(norm: clip) }
      self.step()
    }
    return run
  }
}
