import Neural
import Testing

@Suite struct LoRATests {
  static let text = [[0, 3, 1, 4, 2, 5]]
  static let next = [3, 1, 4, 2, 5, 0]

  private func loss(_ model: GPT) -> Tensor { model(Self.text).crossEntropy(Self.next) }

  /// A model of two layers, and the same with adapters after some steps of training.
  private func trained(
    _ layers: [WritableKeyPath<TransformerBlock, Linear>]
  ) -> (base: GPT, weights: [[Double]], adapted: GPT, losses: [Double]) {
    var generator = SeededGenerator(seed: 1)
    let base = GPT(.init(vocabulary: 6, context: 6, layers: 2, heads: 2, width: 8), using: &generator)
    let weights = base.parameters.map(\.tensor.values)
    var adapted = base
    adapted.adapt(layers, rank: 2, alpha: 4, using: &generator)
    let adam = Adam(adapted.trainableParameters, learningRate: 0.05)
    let losses = (0..<20).map { _ in
      let loss = loss(adapted)
      adam.zeroGradients()
      loss.backward()
      adam.step()
      return loss.item
    }
    return (base, weights, adapted, losses)
  }

  @Test func `an adapter changes nothing at first, learns, and leaves the base as it is`() {
    let (base, weights, adapted, losses) = trained([\.attention.query, \.attention.value])
    #expect(losses[0] == loss(base).item, "B is 0, so the first output is the base's")
    #expect(losses[19] < losses[0] - 0.1)
    #expect(base.parameters.map(\.tensor.values) == weights)
    #expect(base.parameters.allSatisfy { $0.tensor.gradient == nil })
    #expect(adapted.parameterCount == 2 * 2 * (2 * 8 + 8 * 2))
  }

  @Test func `merged weights compute what the adapters do`() {
    let (_, _, adapted, _) = trained(TransformerBlock.linearLayers)
    let difference = withoutGradients { (adapted(Self.text) - adapted.merged(Self.text)).values }
    #expect(difference.allSatisfy { $0.magnitude < 1e-5 })
    #expect(adapted.merged.parameters.count == 36)
  }
}
