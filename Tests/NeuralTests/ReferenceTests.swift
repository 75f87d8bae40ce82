import Activations
import Foundation
import Neural
import Testing

/// What PyTorch computed for a small model: see Reference/pytorch-references.py.
struct Reference: Decodable {
  var parameters: [String: [Double]]
  var gradients: [String: [Double]]
  var input: [Double]
  var inputShape: [Int]
  var targets: [Int]
  /// The loss before each of ten steps.
  var losses: [Double]
  /// The norm of the gradients in each, where they are clipped.
  var norms: [Double]

  static let all: [String: Reference] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Reference/pytorch-references.json")
    guard let data = try? Data(contentsOf: file),
      let references = try? JSONDecoder().decode([String: Reference].self, from: data)
    else { preconditionFailure("\(file.path) cannot be read") }
    return references
  }()

  func data(_ dtype: DType) -> Tensor { Tensor(input, shape: inputShape, dtype: dtype) }

  /// The rows of the input as tokens.
  var tokens: [[Int]] {
    let width = inputShape[1]
    return (0..<inputShape[0]).map { row in (0..<width).map { Int(input[row * width + $0]) } }
  }
}

/// Embedding, a recurrent layer, and the logits.
private struct Recurrent: Module {
  let embedding: Embedding
  let recurrent: any Module
  let walk: (Tensor) -> Tensor
  let output: Linear

  var parameters: [Parameter] {
    embedding.parameters(in: "embedding") + recurrent.parameters(in: "recurrent")
      + output.parameters(in: "output")
  }

  func callAsFunction(_ texts: [[Int]]) -> Tensor { output(walk(embedding(texts))) }
}

/// A model with its optimiser, as the script sets it up.
private struct Setup {
  let model: any Module
  let logits: (Reference) -> Tensor
  let optimizer: any Optimizer
  var clip: Double?

  static func named(_ name: String, _ dtype: DType) -> Setup {
    var generator = SeededGenerator(seed: 0)
    switch name {
    case "mlp":
      let mlp = MLP([4, 6, 5, 3], activation: .relu, dtype: dtype, using: &generator)
      let sgd = SGD(mlp.parameters, learningRate: 0.1, momentum: 0.9, weightDecay: 0.01)
      return Setup(model: mlp, logits: { mlp($0.data(dtype)) }, optimizer: sgd)
    case "cnn":
      let cnn = Sequential(
        Conv2d(1, 2, kernel: 3, padding: 1, dtype: dtype, using: &generator), Apply(.relu),
        Conv2d(2, 3, kernel: 3, padding: 1, dtype: dtype, using: &generator), Apply(.relu), MaxPool2d(2),
        Flatten(),
        Linear(27, 3, dtype: dtype, using: &generator))
      let rmsProp = RMSProp(cnn.parameters, learningRate: 1e-3)
      return Setup(model: cnn, logits: { cnn($0.data(dtype)) }, optimizer: rmsProp)
    case "gpt":
      let gpt = GPT(
        .init(vocabulary: 7, context: 6, layers: 2, heads: 2, width: 8), dtype: dtype, using: &generator)
      let adam = Adam(gpt.parameters, learningRate: 1e-2, betas: (0.9, 0.95), weightDecay: 0.1)
      return Setup(model: gpt, logits: { gpt($0.tokens) }, optimizer: adam, clip: 1)
    default:
      let model = recurrent(name, dtype, &generator)
      let adam = Adam(model.parameters, learningRate: 1e-2)
      return Setup(model: model, logits: { model($0.tokens) }, optimizer: adam, clip: 0.5)
    }
  }

  private static func recurrent(_ name: String, _ dtype: DType, _ generator: inout SeededGenerator)
    -> Recurrent
  {
    let embedding = Embedding(5, 4, dtype: dtype, using: &generator)
    let output = Linear(6, 5, dtype: dtype, using: &generator)
    switch name {
    case "rnn":
      let rnn = RNN(4, 6, dtype: dtype, using: &generator)
      return Recurrent(embedding: embedding, recurrent: rnn, walk: { rnn($0) }, output: output)
    case "lstm":
      let lstm = LSTM(4, 6, dtype: dtype, using: &generator)
      return Recurrent(embedding: embedding, recurrent: lstm, walk: { lstm($0) }, output: output)
    default:
      let gru = GRU(4, 6, dtype: dtype, using: &generator)
      return Recurrent(embedding: embedding, recurrent: gru, walk: { gru($0) }, output: output)
    }
  }
}

@Suite struct ReferenceTests {
  /// float64 agrees to the rounding of two orders of summation; float32 to its own precision over ten steps.
  static let cases = ["mlp", "rnn", "lstm", "gru", "cnn", "gpt"].flatMap { name in
    [(name, DType.float64, 1e-12), (name, DType.float32, 2e-5)]
  }

  @Test(arguments: cases)
  func `ten steps have PyTorch's losses, and the first one its gradients`(
    _ name: String, _ dtype: DType, _ tolerance: Double
  ) throws {
    let reference = try #require(Reference.all[name])
    let setup = Setup.named(name, dtype)
    #expect(Set(setup.model.parameters.map(\.name)) == Set(reference.parameters.keys))
    for parameter in setup.model.parameters {
      let values = try #require(reference.parameters[parameter.name])
      parameter.tensor.copyValues(of: Tensor(values, shape: parameter.tensor.shape, dtype: dtype))
    }
    for step in 0..<10 {
      let loss = setup.logits(reference).crossEntropy(reference.targets)
      setup.optimizer.zeroGradients()
      loss.backward()
      if step == 0 { try compareGradients(of: setup.model, with: reference, tolerance) }
      if let clip = setup.clip {
        let norm = setup.optimizer.clipGradients(norm: clip)
        #expect((norm - reference.norms[step]).magnitude < 10 * tolerance * reference.norms[step])
      }
      setup.optimizer.step()
      #expect(
        (loss.item - reference.losses[step]).magnitude < tolerance * reference.losses[step], "step \(step)")
    }
  }

  private func compareGradients(of model: any Module, with reference: Reference, _ tolerance: Double) throws {
    for parameter in model.parameters {
      let expected = try #require(reference.gradients[parameter.name])
      let found = try #require(parameter.tensor.gradient?.values)
      #expect(found.count == expected.count)
      for (a, b) in zip(found, expected) { #expect((a - b).magnitude < tolerance, "\(parameter.name)") }
    }
  }
}
