import Neural
import Testing

@Suite struct SamplingTests {
  private let logits = [1.0, 3, 2, 3]

  private func shares(_ sampling: Sampling) -> [Double] {
    var generator = SeededGenerator(seed: 1)
    var counts = [Double](repeating: 0, count: 4)
    for _ in 0..<20_000 { counts[sampling(logits, using: &generator)] += 1 / 20_000 }
    return counts
  }

  @Test func `tokens come as often as softmax says, at the temperature`() {
    for temperature in [0.5, 1, 2] {
      let expected = (Tensor(logits, dtype: .float64) / temperature).softmax().values
      for (share, probability) in zip(shares(Sampling(temperature: temperature)), expected) {
        #expect((share - probability).magnitude < 0.01)
      }
    }
  }

  @Test func `of the top tokens only these come, and greedily only the first of the best`() {
    #expect(shares(Sampling(top: 2)).enumerated().allSatisfy { [1, 3].contains($0) == ($1 > 0.4) })
    #expect(shares(.greedy)[1] > 0.999)
  }

  @Test func `a model that has learned a cycle goes on with it beyond its context`() {
    var generator = SeededGenerator(seed: 2)
    let model = GPT(.init(vocabulary: 4, context: 8, layers: 1, heads: 2, width: 16), using: &generator)
    let adam = Adam(model.parameters, learningRate: 0.01)
    let cycle = (0..<40).map { [0, 1, 2, 3, 2, 1][$0 % 6] }
    for step in 0..<150 {
      let start = step % 6
      let loss = model([Array(cycle[start..<start + 8])]).crossEntropy(Array(cycle[start + 1...start + 8]))
      adam.zeroGradients()
      loss.backward()
      adam.step()
    }
    #expect(
      model.generate(20, after: [0, 1, 2], sampling: .greedy, using: &generator) == Array(cycle[..<23]))
  }
}
