import Activations

/// One layer of a GPT: attention, then a perceptron, each on the normalized stream and added to it.
public struct TransformerBlock: Layer {
  /// Before the attention.
  public let attentionNorm: LayerNorm
  /// Mixes positions.
  public var attention: CausalSelfAttention
  /// Before the perceptron.
  public let feedForwardNorm: LayerNorm
  /// Widens, to four times the width.
  public var expansion: Linear
  /// Narrows again.
  public var contraction: Linear
  /// Between the two.
  public let activation: Activation

  /// A block of this configuration.
  public init(_ configuration: GPT.Configuration, dtype: DType, using generator: inout SeededGenerator) {
    let width = configuration.width
    let start = Initialization.normal(deviation: 0.02)
    let residual = Initialization.normal(deviation: 0.02 / Double(2 * configuration.layers).squareRoot())
    attentionNorm = LayerNorm(width, dtype: dtype)
    attention = CausalSelfAttention(
      width, heads: configuration.heads, initialization: start, projection: residual, dtype: dtype,
      using: &generator)
    feedForwardNorm = LayerNorm(width, dtype: dtype)
    expansion = Linear(width, 4 * width, initialization: start, dtype: dtype, using: &generator)
    contraction = Linear(4 * width, width, initialization: residual, dtype: dtype, using: &generator)
    activation = configuration.activation
  }

  /// [batch, time, width] → [batch, time, width].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    let mixed = x + attention(attentionNorm(x))
    return mixed + contraction(expansion(feedForwardNorm(mixed)).map(activation))
  }

  /// Those of all parts.
  public var parameters: [Parameter] {
    attentionNorm.parameters(in: "attentionNorm") + attention.parameters(in: "attention")
      + feedForwardNorm.parameters(in: "feedForwardNorm") + expansion.parameters(in: "expansion")
      + contraction.parameters(in: "contraction")
  }
}

/// A language model: it foretells the next token of a text from those before it (Radford and others 2019).
///
/// Pre-norm, with learned positions, and an output that is tied to the embedding.
public struct GPT: Module {
  /// The sizes of a GPT.
  public struct Configuration: Sendable {
    /// How many tokens there are.
    public var vocabulary: Int
    /// How many tokens it sees at once.
    public var context: Int
    /// How many blocks it has.
    public var layers: Int
    /// How many heads its attention has.
    public var heads: Int
    /// How many numbers stand for a token.
    public var width: Int
    /// What is between the layers of its perceptrons.
    public var activation: Activation

    /// A configuration of these sizes.
    public init(
      vocabulary: Int, context: Int, layers: Int, heads: Int, width: Int, activation: Activation = .gelu
    ) {
      self.vocabulary = vocabulary
      self.context = context
      self.layers = layers
      self.heads = heads
      self.width = width
      self.activation = activation
    }
  }

  /// Its sizes.
  public let configuration: Configuration
  /// The vectors of the tokens.
  public let tokens: Embedding
  /// The vectors of the places.
  public let positions: Embedding
  /// The layers.
  public var blocks: [TransformerBlock]
  /// Before the output.
  public let norm: LayerNorm

  /// A model that has not learned anything: weights N(0, 0.02), those that end in the stream smaller.
  public init(
    _ configuration: Configuration, dtype: DType = .float32, using generator: inout SeededGenerator
  ) {
    self.configuration = configuration
    let start = Initialization.normal(deviation: 0.02)
    tokens = Embedding(
      configuration.vocabulary, configuration.width, initialization: start, dtype: dtype, using: &generator)
    positions = Embedding(
      configuration.context, configuration.width, initialization: start, dtype: dtype, using: &generator)
    blocks = (0..<configuration.layers).map { _ in
      TransformerBlock(configuration, dtype: dtype, using: &generator)
    }
    norm = LayerNorm(configuration.width, dtype: dtype)
  }

  /// The logits of the next token after every token: [texts, tokens] → [texts, tokens, vocabulary].
  public func callAsFunction(_ texts: [[Int]]) -> Tensor {
    let length = texts.first?.count ?? 0
    require(
      1...configuration.context ~= length, "\(length) tokens do not fit a context of \(configuration.context)"
    )
    let stream = blocks.reduce(tokens(texts) + positions(Array(0..<length))) { $1($0) }
    return norm(stream).linear(weight: tokens.weight)
  }

  /// Those of all parts.
  public var parameters: [Parameter] {
    tokens.parameters(in: "tokens") + positions.parameters(in: "positions")
      + blocks.enumerated().flatMap { $1.parameters(in: "blocks.\($0)") } + norm.parameters(in: "norm")
  }
}
