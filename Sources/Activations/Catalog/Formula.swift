/// The formulas of activations, each written once for every kind of number.
///
/// They say what a function is; the free functions of the same name say how its digits are kept. With jets and
/// complex numbers they give a second derivation of every slope.
enum Formula {
  /// log σ(x).
  static func logSigmoid<T: ElementaryNumber>(_ x: T) -> T { -Activations.softplus(-x) }

  /// log(1 + e^(βx))/β.
  static func softplus<T: ElementaryNumber>(_ x: T, beta: Double) -> T {
    Activations.softplus(T(beta) * x) / T(beta)
  }

  /// log(1 + eˣ) − log 2.
  static func shiftedSoftplus<T: ElementaryNumber>(_ x: T) -> T { Activations.softplus(x) - log(T(2.0)) }

  /// x·σ(βx).
  static func swish<T: ElementaryNumber>(_ x: T, beta: Double) -> T { x * sigmoid(T(beta) * x) }

  /// x·Φ(x).
  static func gelu<T: ElementaryNumber>(_ x: T) -> T { x * erfc(-x * T(0.7071067811865476)) / 2 }

  /// x/2·(1 + tanh u) = x·σ(2u), u = √(2/π)·(x + 0.044715x³).
  static func geluTanh<T: ElementaryNumber>(_ x: T) -> T {
    x * sigmoid(T(1.5957691216057308) * (x + T(0.044715) * pow(x, 3)))
  }

  /// x·tanh(softplus(x)).
  static func mish<T: ElementaryNumber>(_ x: T) -> T { x * tanh(Activations.softplus(x)) }

  /// x·erf(softplus(x)).
  static func serf<T: ElementaryNumber>(_ x: T) -> T { x * erf(Activations.softplus(x)) }

  /// x·tanh(eˣ).
  static func tanhExp<T: ElementaryNumber>(_ x: T) -> T { x * tanh(exp(x)) }

  /// x − tanh x.
  static func tanhshrink<T: ElementaryNumber>(_ x: T) -> T { x - tanh(x) }

  /// x·tanh x.
  static func lisht<T: ElementaryNumber>(_ x: T) -> T { x * tanh(x) }

  /// tanh(αx).
  static func dyt<T: ElementaryNumber>(_ x: T, alpha: Double) -> T { tanh(T(alpha) * x) }

  /// erf(αx).
  static func derf<T: ElementaryNumber>(_ x: T, alpha: Double) -> T { erf(T(alpha) * x) }

  /// c·tanh(x/c).
  static func logitSoftcap<T: ElementaryNumber>(_ x: T, cap: Double) -> T { T(cap) * tanh(x / T(cap)) }

  /// e^(−x²).
  static func gaussian<T: ElementaryNumber>(_ x: T) -> T { exp(-(x * x)) }

  /// sin(ωx).
  static func sine<T: ElementaryNumber>(_ x: T, omega: Double) -> T { sin(T(omega) * x) }

  /// x + sin²(ax)/a.
  static func snake<T: ElementaryNumber>(_ x: T, a: Double) -> T { x + pow(sin(T(a) * x), 2) / T(a) }
}
