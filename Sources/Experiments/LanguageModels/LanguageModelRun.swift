import DataSets
import Neural

/// How long, on how much and how fast a language model is trained.
struct LanguageModelRun {
  var steps: Int
  var batch: Int
  var rate: Double
  var seed: UInt64
  /// Whether the rate falls to a tenth towards the end.
  var falls = true
  var weightDecay = 0.1
  /// How often the loss on the text that was kept back is measured.
  var measurements = 20

  /// Trains those parameters of `model` that are not frozen, and answers what it had learned when.
  @discardableResult
  func train(
    _ model: some LanguageModel, on batches: TextBatches, named name: String = "", counter: StepCounter
  ) -> LearningCurve {
    let training = LanguageModelTraining(
      model,
      .init(
        learningRate: rate, warmUp: min(50, steps / 5), fallsUntil: falls ? steps : 0,
        weightDecay: weightDecay))
    let kept = batches.validation(4, of: 16)
    var curve = LearningCurve(name: name, parameterCount: model.parameterCount)
    curve.add(model.meanLoss(over: kept), tokens: 0)
    for step in 0..<steps {
      let loss = training.step(on: batches.batch(batch, ofStep: step, seed: seed))
      counter.advance(loss: loss)
      let isDue = (step + 1) * measurements / steps > step * measurements / steps
      if isDue { curve.add(model.meanLoss(over: kept), tokens: (step + 1) * batch * batches.context) }
    }
    return curve
  }
}

/// What a model foretold of a text that it had not read, as it learned.
struct LearningCurve {
  var name: String
  var parameterCount: Int
  /// How many tokens it had learned from.
  private(set) var tokens: [Double] = []
  /// Its loss then, in nats a token.
  private(set) var losses: [Double] = []

  init(name: String, parameterCount: Int) {
    self.name = name
    self.parameterCount = parameterCount
  }

  mutating func add(_ loss: Double, tokens count: Int) {
    tokens.append(Double(count))
    losses.append(loss)
  }

  /// The loss before the first step.
  var first: Double { losses.first ?? .nan }
  /// The loss after the last step.
  var last: Double { losses.last ?? .nan }
}
