import Activations
import Neural
import Testing

@Suite struct LanguageModelTests {
  private let batch = TokenBatch(
    inputs: [[0, 1, 2, 3], [4, 3, 2, 1]], targets: [[1, 2, 3, 4], [3, 2, 1, 0]])

  private func gpt(_ seed: UInt64 = 1, _ dtype: DType = .float32) -> GPT {
    var generator = SeededGenerator(seed: seed)
    return GPT(
      .init(vocabulary: 5, context: 4, layers: 2, heads: 2, width: 8), dtype: dtype, using: &generator)
  }

  private func recurrent() -> RecurrentLanguageModel {
    var generator = SeededGenerator(seed: 1)
    return RecurrentLanguageModel(vocabulary: 5, width: 6, dtype: .float64, using: &generator)
  }

  @Test func `the loss of a GPT is the mean surprise at the next tokens`() {
    let model = gpt(1, .float64)
    var sum = 0.0
    for (text, target) in zip(batch.inputs, batch.targets) {
      let shares = model([text]).softmax()
      for (place, token) in target.enumerated() { sum -= log(shares[0, place, token]) }
    }
    #expect((model.loss(batch).item - sum / 8).magnitude < 1e-12)
    #expect((model.meanLoss(over: [batch, batch]) - sum / 8).magnitude < 1e-12)
    #expect(!model.meanLoss(over: [batch]).isNaN && model.parameters.allSatisfy { $0.tensor.gradient == nil })
  }

  @Test func `the loss of a recurrent model is that of its steps, text by text`() {
    let model = recurrent()
    var sum = 0.0
    for (text, target) in zip(batch.inputs, batch.targets) {
      var state = Tensor.zeros([1, 6], dtype: .float64)
      for (token, next) in zip(text, target) {
        state = model.gru.step(model.tokens([token]), state)
        sum += model.output(state).crossEntropy([next]).item
      }
    }
    #expect((model.loss(batch).item - sum / 8).magnitude < 1e-12)
  }

  @Test func `both kinds of model learn a batch by heart`() {
    for model in [gpt(), recurrent()] as [any LanguageModel] {
      func trained(_ model: some LanguageModel) -> LanguageModelTraining {
        LanguageModelTraining(model, .init(learningRate: 0.02, warmUp: 5, weightDecay: 0))
      }
      let training = trained(model)
      let first = training.step(on: batch)
      for _ in 0..<80 { training.step(on: batch) }
      #expect(training.steps == 81 && first > 1.4)
      #expect(model.meanLoss(over: [batch]) < 0.4, "\(model.meanLoss(over: [batch]))")
    }
  }

  @Test func `a training that is restored goes on bit for bit, its rate too`() throws {
    let settings = LanguageModelTraining.Settings(learningRate: 0.01, warmUp: 3, fallsUntil: 12)
    let first = LanguageModelTraining(gpt(), settings)
    for _ in 0..<6 { first.step(on: batch) }
    let bytes = Checkpoint.bytes(of: first.state, notes: ["seed": "1"])
    for _ in 0..<6 { first.step(on: batch) }
    let second = LanguageModelTraining(gpt(2), settings)
    try Checkpoint.restore(second.state, from: bytes)
    #expect(second.steps == 6)
    for _ in 0..<6 { second.step(on: batch) }
    #expect(Checkpoint.bytes(of: first.state) == Checkpoint.bytes(of: second.state))
  }

  @Test func `frozen parameters stay, bit for bit, and are part of the state`() {
    var model = gpt()
    var generator = SeededGenerator(seed: 3)
    model.adapt(TransformerBlock.linearLayers, rank: 2, alpha: 4, using: &generator)
    let before = model.blocks[0].expansion.weight.floats
    let training = LanguageModelTraining(model)
    for _ in 0..<3 { training.step(on: batch) }
    #expect(model.blocks[0].expansion.weight.floats == before)
    #expect(training.state.contains { $0.name == "blocks.0.expansion.weight" })
    #expect(training.state.contains { $0.name == "blocks.0.expansion.lora_A.m" })
  }

  @Test func `attention gives shares that sum to 1 and do not see what comes`() {
    let shares = gpt(4).attentionShares([0, 1, 2, 3])
    #expect(shares.count == 2 && shares.allSatisfy { $0.shape == [2, 4, 4] })
    for layer in shares {
      for head in 0..<2 {
        for i in 0..<4 {
          let row = (0..<4).map { layer[head, i, $0] }
          #expect((row.reduce(0, +) - 1).magnitude < 1e-6 && row.dropFirst(i + 1).allSatisfy { $0 == 0 })
        }
      }
    }
    // A later token changes nothing at earlier places.
    let other = gpt(4).attentionShares([0, 1, 2, 0])
    #expect((0..<3).allSatisfy { i in (0...i).allSatisfy { other[1][0, i, $0] == shares[1][0, i, $0] } })
    #expect((0..<4).contains { other[1][0, 3, $0] != shares[1][0, 3, $0] })
  }

  @Test(arguments: [
    GPT.Configuration(vocabulary: 5, context: 4, layers: 2, heads: 2, width: 8),
    GPT.Configuration(vocabulary: 76, context: 64, layers: 4, heads: 4, width: 128),
    GPT.Configuration(vocabulary: 3, context: 1, layers: 1, heads: 1, width: 1),
  ])
  func `the count of a configuration is that of its model`(configuration: GPT.Configuration) {
    var generator = SeededGenerator(seed: 1)
    #expect(configuration.parameterCount == GPT(configuration, using: &generator).parameterCount)
  }

  @Test func `published models have the size that was published`() {
    #expect(GPT.Configuration.gpt2.parameterCount == 124_439_808)
    #expect((Double(GPT.Configuration.gpt3.parameterCount) / 174.6e9 - 1).magnitude < 1e-3)
    // Brown and others 2020, appendix D: 3.14·10²³ operations for 300 billion tokens.
    #expect((GPT.Configuration.gpt3.trainingOperations(tokens: 300e9) / 3.14e23 - 1).magnitude < 0.01)
  }

  @Test func `notes come back as they were written`() throws {
    let parameters = gpt().parameters
    let bytes = Checkpoint.bytes(of: parameters, notes: ["a \"b\" \\": "深 \\\"", "layers": "2"])
    #expect(try Checkpoint.notes(in: bytes) == ["a \"b\" \\": "深 \\\"", "layers": "2"])
    #expect(try Checkpoint.notes(in: Checkpoint.bytes(of: parameters)).isEmpty)
    let model = gpt(9)
    try Checkpoint.restore(model.parameters, from: bytes)
    #expect(Checkpoint.bytes(of: model.parameters) == Checkpoint.bytes(of: parameters))
    #expect(throws: Checkpoint.Failure.self) { try Checkpoint.notes(in: [1, 2, 3]) }
  }
}
