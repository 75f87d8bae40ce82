import Activations
import Neural

/// A training run whose steps are timed: sampling, forward, loss, backward, clipping, optimiser.
struct TrainingCase: Sendable {
  let name: String
  /// Steps for about a quarter of a second of PyTorch.
  let steps: Int
  /// Makes a model, and returns what one step of its training is: the loss.
  let prepare: @Sendable (inout SeededGenerator) -> () -> Tensor

  static let all: [TrainingCase] = [
    moons, digits, recurrent("rnn"), recurrent("lstm"), recurrent("gru"), recurrent("lstm", byTokens: true),
    images, gpt, lora,
  ]

  /// 2-16-16-1, ReLU, all 200 points, Adam, cross-entropy with logits.
  static let moons = TrainingCase(name: "a_mlp_moons", steps: 900) { generator in
    let (points, labels) = twoMoons(200, noise: 0.1, using: &generator)
    let model = MLP([2, 16, 16, 1], activation: .relu, using: &generator)
    return step(Adam(model.parameters, learningRate: 1e-2)) { model(points).binaryCrossEntropy(labels) }
  }

  /// 64-128-10, ReLU, batches of 64 of 1,437 digits, Adam.
  static let digits = TrainingCase(name: "b_mlp_digits", steps: 700) { generator in
    let model = MLP([64, 128, 10], activation: .relu, using: &generator)
    let batches = DigitBatches(using: &generator)
    return step(Adam(model.parameters, learningRate: 1e-3)) {
      let (images, labels) = batches.next()
      return model(images).crossEntropy(labels)
    }
  }

  /// Two convolutions of 16 and 32 filters, max-pool, linear, on the same digits.
  static let images = TrainingCase(name: "d_cnn_digits", steps: 90) { generator in
    let model = Sequential(
      Conv2d(1, 16, kernel: 3, padding: 1, using: &generator), Apply(.relu),
      Conv2d(16, 32, kernel: 3, padding: 1, using: &generator), Apply(.relu), MaxPool2d(2), Flatten(),
      Linear(512, 10, using: &generator))
    let batches = DigitBatches(using: &generator)
    return step(Adam(model.parameters, learningRate: 1e-3)) {
      let (images, labels) = batches.next()
      return model(images.reshaped([64, 1, 8, 8])).crossEntropy(labels)
    }
  }

  /// Embedding 128, a recurrent layer of 128, linear to the vocabulary; 32 sequences of 64, Adam, clip 1.
  ///
  /// By tokens, the product of input weights and embedding is made once for the alphabet, not for every character.
  static func recurrent(_ kind: String, byTokens: Bool = false) -> TrainingCase {
    TrainingCase(name: "c_\(kind)\(byTokens ? "_tokens" : "")", steps: kind == "gru" ? 8 : 20) { generator in
      let text = CharacterBatches(using: &generator)
      let embedding = Embedding(text.vocabulary, 128, using: &generator)
      let layer = RecurrentLayer(kind, using: &generator)
      let output = Linear(128, text.vocabulary, using: &generator)
      let adam = Adam(embedding.parameters + layer.parameters + output.parameters, learningRate: 2e-3)
      return step(adam, clip: 1) {
        let (texts, next) = text.next(32, length: 64, timeFirst: true)
        return output(byTokens ? layer.walk(texts, embedding) : layer.walk(embedding(texts))).crossEntropy(
          next)
      }
    }
  }

  /// Four pre-norm layers of four heads, width 128, context 64, batches of 16, AdamW, clip 1.
  static let gpt = TrainingCase(name: "e_gpt", steps: 4) { generator in
    let text = CharacterBatches(using: &generator)
    let model = smallGPT(text, using: &generator)
    let adam = Adam(model.parameters, learningRate: 1e-3, betas: (0.9, 0.95), weightDecay: 0.1)
    return step(adam, clip: 1) {
      let (texts, next) = text.next(16, length: 64)
      return model(texts).crossEntropy(next)
    }
  }

  /// The same model with adapters of rank 8 on queries and values, which alone are trained.
  static let lora = TrainingCase(name: "f_lora", steps: 5) { generator in
    let text = CharacterBatches(using: &generator)
    var model = smallGPT(text, using: &generator)
    model.adapt([\.attention.query, \.attention.value], rank: 8, alpha: 16, using: &generator)
    let adapted = model
    return step(Adam(adapted.trainableParameters, learningRate: 2e-3, betas: (0.9, 0.95)), clip: 1) {
      let (texts, next) = text.next(16, length: 64)
      return adapted(texts).crossEntropy(next)
    }
  }
}

private func step(_ adam: Adam, clip: Double? = nil, _ loss: @escaping () -> Tensor) -> () -> Tensor {
  {
    let loss = loss()
    adam.zeroGradients()
    loss.backward()
    if let clip { adam.clipGradients(norm: clip) }
    adam.step()
    return loss
  }
}

private enum RecurrentLayer {
  case rnn(RNN)
  case lstm(LSTM)
  case gru(GRU)

  init(_ kind: String, using generator: inout SeededGenerator) {
    switch kind {
    case "rnn": self = .rnn(RNN(128, 128, using: &generator))
    case "lstm": self = .lstm(LSTM(128, 128, using: &generator))
    default: self = .gru(GRU(128, 128, using: &generator))
    }
  }

  var parameters: [Parameter] {
    switch self {
    case .rnn(let layer): layer.parameters
    case .lstm(let layer): layer.parameters
    case .gru(let layer): layer.parameters
    }
  }

  func walk(_ x: Tensor) -> Tensor {
    switch self {
    case .rnn(let layer): layer(x)
    case .lstm(let layer): layer(x)
    case .gru(let layer): layer(x)
    }
  }

  func walk(_ tokens: [[Int]], _ embedding: Embedding) -> Tensor {
    switch self {
    case .rnn(let layer): layer(tokens, embedding: embedding)
    case .lstm(let layer): layer(tokens, embedding: embedding)
    case .gru(let layer): layer(tokens, embedding: embedding)
    }
  }
}

private func smallGPT(_ text: CharacterBatches, using generator: inout SeededGenerator) -> GPT {
  GPT(.init(vocabulary: text.vocabulary, context: 64, layers: 4, heads: 4, width: 128), using: &generator)
}
