/// gain∘(x − mean)/√(variance + ε) + bias along the last axis (Ba, Kiros and Hinton 2016).
public struct LayerNorm: Layer {
  /// [width], ones at the start.
  public let gain: Tensor
  /// [width], zeros at the start.
  public let bias: Tensor
  /// What keeps the denominator away from 0.
  public let epsilon: Double

  /// For vectors of `width` numbers.
  public init(_ width: Int, epsilon: Double = 1e-5, dtype: DType = .float32) {
    gain = Tensor.ones([width], dtype: dtype).requiringGradient()
    bias = Tensor.zeros([width], dtype: dtype).requiringGradient()
    self.epsilon = epsilon
  }

  /// [batch…, width] → [batch…, width].
  public func callAsFunction(_ x: Tensor) -> Tensor { x.layerNorm(gain: gain, bias: bias, epsilon: epsilon) }

  /// weight and bias: PyTorch's names.
  public var parameters: [Parameter] { [Parameter("weight", gain), Parameter("bias", bias)] }
}

/// gain∘x/√(mean of x² + ε) along the last axis (Zhang and Sennrich 2019).
public struct RMSNorm: Layer {
  /// [width], ones at the start.
  public let gain: Tensor
  /// What keeps the denominator away from 0.
  public let epsilon: Double

  /// For vectors of `width` numbers.
  public init(_ width: Int, epsilon: Double = 1e-5, dtype: DType = .float32) {
    gain = Tensor.ones([width], dtype: dtype).requiringGradient()
    self.epsilon = epsilon
  }

  /// [batch…, width] → [batch…, width].
  public func callAsFunction(_ x: Tensor) -> Tensor { x.rmsNorm(gain: gain, epsilon: epsilon) }

  /// weight: PyTorch's name.
  public var parameters: [Parameter] { [Parameter("weight", gain)] }
}
