import Activations
import Neural
import Testing

/// A shrunken layer, and a loss it has on some input.
struct Sample: CustomTestStringConvertible, Sendable {
  let name: String
  let make: @Sendable (inout SeededGenerator) -> (any Module, Tensor, (Tensor) -> Tensor)
  var testDescription: String { name }

  /// A layer on an input of this shape.
  static func layer(
    _ name: String, _ shape: [Int], _ make: @escaping @Sendable (inout SeededGenerator) -> any Layer
  ) -> Sample {
    Sample(name: name) { generator in
      let layer = make(&generator)
      return (layer, .random(shape, &generator), { layer($0).weighed() })
    }
  }

  static let all: [Sample] = [
    .layer("Linear", [3, 4]) { Linear(4, 2, dtype: .float64, using: &$0) },
    .layer("Linear without bias", [3, 4]) {
      Linear(4, 2, bias: false, initialization: .xavierNormal(), dtype: .float64, using: &$0)
    },
    .layer("MLP", [3, 4]) { MLP([4, 5, 3, 1], activation: .tanh, dtype: .float64, using: &$0) },
    .layer("LayerNorm", [3, 5]) { _ in LayerNorm(5, dtype: .float64) },
    .layer("RMSNorm", [3, 5]) { _ in RMSNorm(5, dtype: .float64) },
    .layer("CNN", [2, 1, 6, 6]) {
      Sequential(
        Conv2d(1, 2, kernel: 3, padding: 1, dtype: .float64, using: &$0), Apply(.silu),
        Conv2d(2, 3, kernel: 3, padding: 1, dtype: .float64, using: &$0), Apply(.gelu), MaxPool2d(2),
        Flatten(),
        Linear(27, 2, dtype: .float64, using: &$0))
    },
    .layer("CNN without biases", [2, 1, 5, 5]) {
      Sequential(
        Conv2d(1, 2, kernel: 2, stride: 2, bias: false, dtype: .float64, using: &$0), Apply(.silu), Flatten(),
        Linear(8, 2, bias: false, dtype: .float64, using: &$0))
    },
    .layer("AvgPool2d", [2, 2, 5, 4]) {
      Sequential(Conv2d(2, 2, kernel: 1, dtype: .float64, using: &$0), AvgPool2d(2))
    },
    .layer("CNN along time", [2, 3, 9]) {
      Sequential(
        Conv1d(3, 2, kernel: 3, padding: 1, dtype: .float64, using: &$0), Apply(.silu), MaxPool1d(2),
        Conv1d(2, 3, kernel: 2, dtype: .float64, using: &$0), Apply(.gelu), Flatten(),
        Linear(9, 2, dtype: .float64, using: &$0))
    },
    .layer("BatchNorm2d", [3, 2, 2, 3]) { _ in BatchNorm2d(2, dtype: .float64) },
    .layer("DynamicTanh", [3, 5]) { _ in DynamicTanh(5, dtype: .float64) },
    .layer("GatedFeedForward", [3, 4]) { GatedFeedForward(4, hidden: 5, dtype: .float64, using: &$0) },
    .layer("CausalSelfAttention", [2, 4, 6]) {
      CausalSelfAttention(6, heads: 2, dtype: .float64, using: &$0)
    },
    .layer("LoRA", [3, 4]) { generator in
      var linear = Linear(4, 2, dtype: .float64, using: &generator)
      linear.adapt(rank: 2, alpha: 3, using: &generator)
      linear.adapter?.up.copyValues(of: .random([2, 2], &generator))
      return linear
    },
    Sample(name: "RNN") {
      let rnn = RNN(3, 4, dtype: .float64, using: &$0)
      return (rnn, .random([5, 2, 3], &$0), { rnn($0).weighed() })
    },
    Sample(name: "LSTM") {
      let lstm = LSTM(3, 4, forgetBias: 1, dtype: .float64, using: &$0)
      return (lstm, .random([5, 2, 3], &$0), { lstm($0).weighed() })
    },
    Sample(name: "GRU") {
      let gru = GRU(3, 4, dtype: .float64, using: &$0)
      return (gru, .random([5, 2, 3], &$0), { gru($0).weighed() })
    },
    Sample(name: "GPT") {
      let gpt = GPT(
        .init(vocabulary: 5, context: 4, layers: 2, heads: 2, width: 4), dtype: .float64, using: &$0)
      for parameter in gpt.parameters {
        parameter.tensor.copyValues(of: .random(parameter.tensor.shape, in: -1..<1, &$0))
      }
      let scale = Tensor.random([], in: 0.5..<1, &$0)
      return (gpt, scale, { (gpt([[0, 3, 1, 4], [2, 2, 0, 1]]) * $0).weighed() })
    },
  ]
}

@Suite struct LayerGradientTests {
  @Test(arguments: Sample.all)
  func `every parameter's gradient, and the input's, agrees with central differences`(_ sample: Sample) {
    var generator = SeededGenerator(seed: 11)
    let (module, input, loss) = sample.make(&generator)
    let names = Set(module.parameters.map(\.name))
    #expect(names.count == module.parameters.count, "no name occurs twice")
    #expect(gradientError(of: module.trainableParameters.map(\.tensor) + [input]) { loss(input) } < 1e-7)
  }

  @Test func `the walk of a recurrent layer is its steps one after the other`() {
    var generator = SeededGenerator(seed: 4)
    let x = Tensor.random([3, 2, 4], &generator)
    let (h, c) = (Tensor.random([2, 5], &generator), Tensor.random([2, 5], &generator))
    let steps = (0..<3).map { x.slice($0..<$0 + 1).reshaped([2, 4]) }
    let rnn = RNN(4, 5, dtype: .float64, using: &generator)
    let gru = GRU(4, 5, dtype: .float64, using: &generator)
    let lstm = LSTM(4, 5, dtype: .float64, using: &generator)
    let cells = steps.reduce((hidden: h, cell: c)) { lstm.step($1, $0.hidden, $0.cell) }
    let pairs = [
      (rnn(x, from: h), steps.reduce(h) { rnn.step($1, $0) }),
      (gru(x, from: h), steps.reduce(h) { gru.step($1, $0) }),
      (lstm(x, from: (h, c)), cells.hidden),
    ]
    for (walk, last) in pairs {
      let difference = (walk.slice(2..<3).reshaped([2, 5]) - last).pow(2).sum().item
      #expect(difference < 1e-28)
      for tensor in [x, h, c] { tensor.gradient = nil }
      walk.slice(2..<3).weighed().backward()
      let found = [x, h, c].map { $0.gradient?.values ?? [] }
      for tensor in [x, h, c] { tensor.gradient = nil }
      last.reshaped([1, 2, 5]).weighed().backward()
      let expected = [x, h, c].map { $0.gradient?.values ?? [] }
      for (a, b) in zip(found.flatMap { $0 }, expected.flatMap { $0 }) { #expect((a - b).magnitude < 1e-13) }
      #expect(found.map(\.count) == expected.map(\.count))
    }
  }

  @Test func `tokens give a recurrent layer what their vectors would`() {
    var generator = SeededGenerator(seed: 9)
    let embedding = Embedding(5, 4, dtype: .float64, using: &generator)
    let tokens = [[0, 3], [1, 4], [2, 0]]
    let rnn = RNN(4, 6, dtype: .float64, using: &generator)
    let lstm = LSTM(4, 6, dtype: .float64, using: &generator)
    let gru = GRU(4, 6, dtype: .float64, using: &generator)
    let pairs: [(any Module, Tensor, Tensor)] = [
      (rnn, rnn(embedding(tokens)), rnn(tokens, embedding: embedding)),
      (lstm, lstm(embedding(tokens)), lstm(tokens, embedding: embedding)),
      (gru, gru(embedding(tokens)), gru(tokens, embedding: embedding)),
    ]
    for (layer, byVectors, byTokens) in pairs {
      #expect((byVectors - byTokens).pow(2).sum().item < 1e-28)
      let tensors = layer.parameters.map(\.tensor) + [embedding.weight]
      let gradients = [byVectors, byTokens].map { output in
        for tensor in tensors { tensor.gradient = nil }
        output.weighed().backward()
        return tensors.flatMap { $0.gradient?.values ?? [.nan] }
      }
      #expect(zip(gradients[0], gradients[1]).allSatisfy { ($0 - $1).magnitude < 1e-13 })
    }
  }

  @Test func `batch normalization remembers what it saw, for when it is not trained`() {
    var generator = SeededGenerator(seed: 6)
    let norm = BatchNorm2d(2, dtype: .float64)
    let x = Tensor.uniform([8, 2, 3, 3], in: 1..<3, dtype: .float64, using: &generator)
    for _ in 0..<200 { _ = norm(x) }
    let trained = norm(x)
    for channel in 0..<2 {
      let numbers = trained.slice(channel..<channel + 1, axis: 1)
      #expect(numbers.mean().item.magnitude < 1e-12 && (numbers.pow(2).mean().item - 1).magnitude < 1e-4)
    }
    norm.isTraining = false
    // The running variance has the denominator n − 1 = 71.
    let ratio = trained / norm(x)
    #expect(ratio.values.allSatisfy { ($0 - (72.0 / 71).squareRoot()).magnitude < 1e-4 })
  }

  @Test func `the sizes of the course's models are PyTorch's`() {
    var generator = SeededGenerator(seed: 0)
    #expect(MLP([64, 128, 10], activation: .relu, using: &generator).parameterCount == 9_610)
    let gpt = GPT(.init(vocabulary: 76, context: 64, layers: 4, heads: 4, width: 128), using: &generator)
    #expect(gpt.parameterCount == 811_264)
  }
}
