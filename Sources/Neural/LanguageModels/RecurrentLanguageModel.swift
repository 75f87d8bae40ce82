/// A language model before the transformer: an embedding, one GRU and a linear layer to the logits.
///
/// It reads a text token by token and keeps what it needs in its state of `width` numbers.
public struct RecurrentLanguageModel: LanguageModel {
  /// The vectors of the tokens.
  public let tokens: Embedding
  /// The memory.
  public let gru: GRU
  /// From the state to the logits.
  public let output: Linear

  /// A model of `vocabulary` tokens with PyTorch's start.
  public init(
    vocabulary: Int, width: Int, dtype: DType = .float32, using generator: inout SeededGenerator
  ) {
    tokens = Embedding(vocabulary, width, dtype: dtype, using: &generator)
    gru = GRU(width, width, dtype: dtype, using: &generator)
    output = Linear(width, vocabulary, dtype: dtype, using: &generator)
  }

  /// The logits of the next token after every token: [texts, tokens] → [tokens, texts, vocabulary].
  public func callAsFunction(_ texts: [[Int]]) -> Tensor {
    output(gru(texts.transposed, embedding: tokens))
  }

  /// The cross-entropy of its logits with the tokens that follow.
  public func loss(_ batch: TokenBatch) -> Tensor {
    self(batch.inputs).crossEntropy(batch.targets.transposed.flatMap { $0 })
  }

  /// Those of all parts.
  public var parameters: [Parameter] {
    tokens.parameters(in: "tokens") + gru.parameters(in: "gru") + output.parameters(in: "output")
  }
}

extension [[Int]] {
  /// Columns in the place of rows.
  fileprivate var transposed: [[Int]] {
    (0..<(first?.count ?? 0)).map { column in map { $0[column] } }
  }
}
