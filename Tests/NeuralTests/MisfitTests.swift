import Neural
import Testing

/// What does not fit is refused before a number outside of a tensor's memory is read.
@Suite struct MisfitTests {
  private func expect(_ message: String, in result: ExitTest.Result?) {
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains(message), "\(said)")
  }

  @Test func `attention takes query, key and value of one shape and one precision`() async {
    expect(
      "float64, float32 and float32 do not mix in attention",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let x = Tensor.zeros([1, 2, 4])
        _ = Tensor.causalAttention(query: x.converted(to: .float64), key: x, value: x, heads: 2)
      })
    expect(
      "query [1, 2, 4], key [1, 1, 4] and value [1, 1, 4] are not of one shape",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor.causalAttentionShares(query: .zeros([1, 2, 4]), key: .zeros([1, 1, 4]), heads: 2)
      })
  }

  @Test func `a normalization takes gain and bias of the precision of the numbers`() async {
    expect(
      "float64, float64 and float32 do not mix in a normalization",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor.zeros([2, 3], dtype: .float64)
          .layerNorm(gain: .ones([3], dtype: .float64), bias: .zeros([3]))
      })
  }

  @Test func `a recurrent layer takes a first state of the batch, and at least one step`() async {
    expect(
      "a first state of shape [1, 4] and precision float32 does not fit [3, 4] and float32",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        var generator = SeededGenerator(seed: 1)
        _ = GRU(2, 4, using: &generator)(.zeros([5, 3, 2]), from: .zeros([1, 4]))
      })
    expect(
      "a recurrent layer needs at least one step, not the shape [0, 3, 2]",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        var generator = SeededGenerator(seed: 1)
        _ = LSTM(2, 4, using: &generator)(.zeros([0, 3, 2]))
      })
  }

  @Test func `a gradient has the shape and the precision of its tensor`() async {
    expect(
      "a gradient of shape [2] and precision float32 does not fit [3] and float32",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        Tensor.zeros([3]).requiringGradient().gradient = .zeros([2])
      })
    expect(
      "weights of shape [3] and precision float64 do not fit [3] and float32",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        (Tensor.zeros([3]).requiringGradient() * 2).backward(from: .ones([3], dtype: .float64))
      })
  }

  @Test func `two parameters of one name are not kept in a checkpoint`() async {
    expect(
      "two parameters have the name 'weight'",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        var generator = SeededGenerator(seed: 1)
        let layers = [Linear(2, 2, using: &generator), Linear(2, 2, using: &generator)]
        _ = Checkpoint.bytes(of: layers.flatMap(\.parameters))
      })
  }

  @Test func `a layer without a bias takes a single vector as one with a bias does, forward and back`() {
    var generator = SeededGenerator(seed: 1)
    for bias in [true, false] {
      let layer = Linear(3, 2, bias: bias, using: &generator)
      let row = Tensor([[1, 2, 3]]).requiringGradient()
      let vector = Tensor([1, 2, 3]).requiringGradient()
      #expect(layer(vector).shape == [2] && layer(vector).values == layer(row).values)
      layer(vector).sum().backward()
      layer(row).sum().backward()
      #expect(vector.gradient?.values == row.gradient?.values)
    }
  }

  @Test func `sizes that make no layer are named`() async {
    expect(
      "a layer of 0 inputs has no weights to start",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        var generator = SeededGenerator(seed: 1)
        _ = Linear(0, 3, using: &generator)
      })
    expect(
      "windows of 5 do not fit into images of shape [1, 1, 4, 4]",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = AvgPool2d(5)(.zeros([1, 1, 4, 4]))
      })
    expect(
      "a memory is made for at least one pattern",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = HopfieldNetwork(storing: [])
      })
  }

  @Test func `a regression's targets have the shape of what is regressed`() async {
    expect(
      "targets of shape [3] for numbers of shape [3, 1]",
      in: await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor.zeros([3, 1]).meanSquaredError(.zeros([3]))
      })
  }
}
