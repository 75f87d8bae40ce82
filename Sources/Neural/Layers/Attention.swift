/// Every position asks those before it, and itself, for what they have (Vaswani and others 2017).
public struct CausalSelfAttention: Layer {
  /// What a position asks for.
  public var query: Linear
  /// What a position can be asked for.
  public var key: Linear
  /// What a position answers.
  public var value: Linear
  /// Puts the answers of all heads together.
  public var projection: Linear
  /// Among how many the width is divided.
  public let heads: Int

  /// Attention on vectors of `width` numbers; `projection` is how its last weights start.
  public init(
    _ width: Int, heads: Int, initialization: Initialization = .uniformByFanIn,
    projection: Initialization? = nil,
    dtype: DType = .float32, using generator: inout SeededGenerator
  ) {
    query = Linear(width, width, initialization: initialization, dtype: dtype, using: &generator)
    key = Linear(width, width, initialization: initialization, dtype: dtype, using: &generator)
    value = Linear(width, width, initialization: initialization, dtype: dtype, using: &generator)
    self.projection = Linear(
      width, width, initialization: projection ?? initialization, dtype: dtype, using: &generator)
    self.heads = heads
  }

  /// [batch, time, width] → [batch, time, width].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    projection(.causalAttention(query: query(x), key: key(x), value: value(x), heads: heads))
  }

  /// Those of query, key, value and projection.
  public var parameters: [Parameter] {
    query.parameters(in: "query") + key.parameters(in: "key") + value.parameters(in: "value")
      + projection.parameters(in: "projection")
  }
}
