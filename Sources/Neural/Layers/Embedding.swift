/// A vector for every token.
public struct Embedding: Module {
  /// [tokens, width].
  public let weight: Tensor

  /// Vectors of `width` numbers for `count` tokens; PyTorch's start is a deviation of 1.
  public init(
    _ count: Int, _ width: Int, initialization: Initialization = .normal(deviation: 1),
    dtype: DType = .float32,
    using generator: inout SeededGenerator
  ) {
    weight = initialization([count, width], fanIn: width, fanOut: count, dtype: dtype, using: &generator)
      .requiringGradient()
  }

  /// Given vectors.
  public init(weight: Tensor) { self.weight = weight }

  /// The vectors of these tokens: [tokens, width].
  public func callAsFunction(_ tokens: [Int]) -> Tensor { weight.gather(tokens) }

  /// The vectors of several texts of one length: [texts, tokens, width].
  public func callAsFunction(_ texts: [[Int]]) -> Tensor {
    for text in texts {
      require(
        text.count == texts[0].count, "texts of \(texts[0].count) and \(text.count) tokens make no batch")
    }
    let vectors = weight.gather(texts.flatMap { $0 })
    return vectors.reshaped([texts.count, texts.first?.count ?? 0, weight.shape[1]])
  }

  /// weight.
  public var parameters: [Parameter] { [Parameter("weight", weight)] }
}
