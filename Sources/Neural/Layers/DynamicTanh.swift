/// gain∘tanh(α·x) + bias: what can stand where a normalization was (Zhu and others 2025).
public struct DynamicTanh: Layer {
  /// α: a single number, 0.5 at the start.
  public let alpha: Tensor
  /// [width], ones at the start.
  public let gain: Tensor
  /// [width], zeros at the start.
  public let bias: Tensor

  /// For vectors of `width` numbers.
  public init(_ width: Int, alpha: Double = 0.5, dtype: DType = .float32) {
    self.alpha = Tensor(alpha, dtype: dtype).requiringGradient()
    gain = Tensor.ones([width], dtype: dtype).requiringGradient()
    bias = Tensor.zeros([width], dtype: dtype).requiringGradient()
  }

  /// [batch…, width] → [batch…, width].
  public func callAsFunction(_ x: Tensor) -> Tensor { (alpha * x).tanh() * gain + bias }

  /// alpha, weight and bias: the authors' names.
  public var parameters: [Parameter] {
    [Parameter("alpha", alpha), Parameter("weight", gain), Parameter("bias", bias)]
  }
}
