/// x·Wᵀ + b.
public struct Linear: Layer {
  /// W: [outputs, inputs].
  public let weight: Tensor
  /// b: [outputs].
  public let bias: Tensor?
  /// What fine-tuning adds, if it does.
  public var adapter: LoRA?

  /// A layer from `inputs` to `outputs` numbers; the bias starts as PyTorch's does, or at 0 beside weights of another
  /// start.
  public init(
    _ inputs: Int, _ outputs: Int, bias: Bool = true, initialization: Initialization = .uniformByFanIn,
    dtype: DType = .float32, using generator: inout SeededGenerator
  ) {
    weight = initialization(
      [outputs, inputs], fanIn: inputs, fanOut: outputs, dtype: dtype, using: &generator
    )
    .requiringGradient()
    self.bias =
      bias ? initialization.bias(outputs, fanIn: inputs, dtype: dtype, using: &generator) : nil
  }

  /// A layer of given weights.
  public init(weight: Tensor, bias: Tensor?) {
    self.weight = weight
    self.bias = bias
  }

  /// [batch…, inputs] → [batch…, outputs].
  public func callAsFunction(_ x: Tensor) -> Tensor {
    let y = x.linear(weight: weight, bias: bias)
    return adapter.map { y + $0(x) } ?? y
  }

  /// weight, bias, and those of the adapter, as far as they are there.
  public var parameters: [Parameter] {
    [Parameter("weight", weight)] + (bias.map { [Parameter("bias", $0)] } ?? []) + (adapter?.parameters ?? [])
  }
}
