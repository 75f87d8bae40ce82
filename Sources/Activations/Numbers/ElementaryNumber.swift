/// A number in which an activation's formula can be written: a `Double`, a `Jet` or a `Complex`.
///
/// ```swift
/// func swish<T: ElementaryNumber>(_ x: T) -> T { x * sigmoid(x) }
/// ```
///
/// The one formula then has a value (`Double`), exact derivatives (`Jet`), and, by the complex step, a second
/// derivation of its slope (`Complex`). A parameter that is a Double enters as `T(slope)`; with `Jet` and
/// `Complex` by name, the operators take it as it is.
public protocol ElementaryNumber: Sendable, Equatable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
{
  /// The real number `x`, as a constant.
  init(_ x: Double)

  /// The sum.
  static func + (a: Self, b: Self) -> Self
  /// The difference.
  static func - (a: Self, b: Self) -> Self
  /// The product.
  static func * (a: Self, b: Self) -> Self
  /// The quotient.
  static func / (a: Self, b: Self) -> Self
  /// The number with the other sign.
  static prefix func - (x: Self) -> Self

  /// The result of one of the elementary functions.
  static func apply(_ function: ElementaryFunction, to x: Self) -> Self
}

/// The functions every `ElementaryNumber` has.
public enum ElementaryFunction: Sendable, CaseIterable {
  /// eˣ.
  case exp
  /// eˣ − 1.
  case expm1
  /// The natural logarithm.
  case log
  /// log(1 + x).
  case log1p
  /// The hyperbolic tangent.
  case tanh
  /// The hyperbolic sine.
  case sinh
  /// The hyperbolic cosine.
  case cosh
  /// The error function.
  case erf
  /// 1 − erf.
  case erfc
  /// The sine.
  case sin
  /// The cosine.
  case cos
  /// The arc tangent.
  case atan
  /// The square root.
  case sqrt
  /// The logistic function, 1/(1 + e⁻ˣ).
  case sigmoid
  /// log(1 + eˣ).
  case softplus
}

extension Double: ElementaryNumber {
  /// The result of one of the elementary functions.
  public static func apply(_ function: ElementaryFunction, to x: Double) -> Double {
    switch function {
    case .exp: Activations.exp(x)
    case .expm1: Activations.expm1(x)
    case .log: Activations.log(x)
    case .log1p: Activations.log1p(x)
    case .tanh: Activations.tanh(x)
    case .sinh: Activations.sinh(x)
    case .cosh: Activations.cosh(x)
    case .erf: Activations.erf(x)
    case .erfc: Activations.erfc(x)
    case .sin: Activations.sin(x)
    case .cos: Activations.cos(x)
    case .atan: Activations.atan(x)
    case .sqrt: Activations.sqrt(x)
    case .sigmoid: Activations.sigmoid(x)
    case .softplus: Activations.softplus(x)
    }
  }
}
