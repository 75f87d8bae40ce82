/// How the weights of a layer start.
///
/// With fan-in n and fan-out m of the layer, and the gain g of the activation behind it.
public enum Initialization: Sendable {
  /// Uniform within ±1/√n: PyTorch's default for linear, convolution and recurrent layers.
  case uniformByFanIn
  /// Uniform within ±g·√(6/(n + m)) (Glorot and Bengio 2010).
  case xavierUniform(gain: Double = 1)
  /// Normal with deviation g·√(2/(n + m)).
  case xavierNormal(gain: Double = 1)
  /// Uniform within ±g·√(3/n) (He and others 2015).
  case kaimingUniform(gain: Double = 1.4142135623730951)
  /// Normal with deviation g/√n; the gain 1 is LeCun's.
  case kaimingNormal(gain: Double = 1.4142135623730951)
  /// Normal with this deviation.
  case normal(deviation: Double)
  /// g times a matrix with orthonormal columns, or rows where there are fewer of them (Saxe and others 2014).
  case orthogonal(gain: Double = 1)
  /// g times the identity, cut off or filled up with zeros: a ReLU network that hands its state on
  /// (Le, Jaitly and Hinton 2015).
  case identity(gain: Double = 1)
  /// The same number everywhere.
  case constant(Double)

  /// Normal with deviation 1/√n (LeCun and others 1998): what SELU is made for.
  public static let lecunNormal = Initialization.kaimingNormal(gain: 1)
  /// Uniform within ±√(3/n).
  public static let lecunUniform = Initialization.kaimingUniform(gain: 1)

  /// Weights of this shape; the fan-in is at least 1.
  public func callAsFunction(
    _ shape: [Int], fanIn: Int, fanOut: Int, dtype: DType = .float32, using generator: inout SeededGenerator
  ) -> Tensor {
    func uniform(_ bound: Double) -> Tensor {
      .uniform(shape, in: -bound..<bound, dtype: dtype, using: &generator)
    }
    func normal(_ deviation: Double) -> Tensor {
      .normal(shape, deviation: deviation, dtype: dtype, using: &generator)
    }
    require(fanIn > 0, "a layer of \(fanIn) inputs has no weights to start")
    let (n, m) = (Double(fanIn), Double(fanOut))
    switch self {
    case .uniformByFanIn: return uniform(1 / n.squareRoot())
    case .xavierUniform(let gain): return uniform(gain * (6 / (n + m)).squareRoot())
    case .xavierNormal(let gain): return normal(gain * (2 / (n + m)).squareRoot())
    case .kaimingUniform(let gain): return uniform(gain * (3 / n).squareRoot())
    case .kaimingNormal(let gain): return normal(gain / n.squareRoot())
    case .normal(let deviation): return normal(deviation)
    case .orthogonal(let gain): return .orthogonal(shape, gain: gain, dtype: dtype, using: &generator)
    case .identity(let gain): return .identity(shape, gain: gain, dtype: dtype)
    case .constant(let value): return .full(shape, value, dtype: dtype)
    }
  }

  /// The bias beside weights that start like this: PyTorch's beside its default, else zeros.
  func bias(
    _ count: Int, fanIn: Int, dtype: DType, using generator: inout SeededGenerator
  ) -> Tensor {
    guard case .uniformByFanIn = self else { return .zeros([count], dtype: dtype).requiringGradient() }
    return self([count], fanIn: fanIn, fanOut: count, dtype: dtype, using: &generator).requiringGradient()
  }
}
