/// A complex number, for the complex step.
///
/// For an analytic f, Im f(x + ih)/h is f′(x) up to h²: no two values are subtracted, and h can be as small as
/// 1e−100.
///
/// ```swift
/// let y = tanh(Complex(0.5, 1e-100))
/// y.imaginary / 1e-100    // the slope of tanh at 0.5
/// ```
///
/// All functions keep the relative accuracy of an imaginary part that tiny. Complex numbers have no order: a
/// formula with `max` or a comparison is not analytic, and does not compile.
///
/// Source: W. Squire, G. Trapp, Using complex variables to estimate derivatives of real functions (1998).
public struct Complex: Sendable, Hashable {
  /// The real part.
  public var real: Double
  /// The imaginary part.
  public var imaginary: Double

  /// real + i·imaginary.
  public init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }
}

extension Complex: ElementaryNumber {
  /// A real number.
  public init(_ x: Double) { self.init(x, 0) }

  /// A real number.
  public init(floatLiteral value: Double) { self.init(value, 0) }

  /// A real number.
  public init(integerLiteral value: Int) { self.init(Double(value), 0) }
}

extension Complex {
  /// The sum.
  public static func + (a: Complex, b: Complex) -> Complex {
    Complex(a.real + b.real, a.imaginary + b.imaginary)
  }

  /// The sum with a real number.
  @_disfavoredOverload
  public static func + (a: Complex, b: Double) -> Complex { Complex(a.real + b, a.imaginary) }

  /// The sum with a real number.
  @_disfavoredOverload
  public static func + (a: Double, b: Complex) -> Complex { b + a }

  /// The difference.
  public static func - (a: Complex, b: Complex) -> Complex { a + -b }

  /// The difference to a real number.
  @_disfavoredOverload
  public static func - (a: Complex, b: Double) -> Complex { a + -b }

  /// The difference to a real number.
  @_disfavoredOverload
  public static func - (a: Double, b: Complex) -> Complex { -b + a }

  /// The number with the other sign.
  public static prefix func - (z: Complex) -> Complex { Complex(-z.real, -z.imaginary) }

  /// The product.
  public static func * (a: Complex, b: Complex) -> Complex {
    Complex(
      a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  /// The product with a real number.
  @_disfavoredOverload
  public static func * (a: Complex, b: Double) -> Complex { Complex(a.real * b, a.imaginary * b) }

  /// The product with a real number.
  @_disfavoredOverload
  public static func * (a: Double, b: Complex) -> Complex { b * a }

  /// The quotient, without squares that could overflow.
  ///
  /// Source: R. L. Smith, Algorithm 116: complex division (1962).
  public static func / (a: Complex, b: Complex) -> Complex {
    if b.real.magnitude >= b.imaginary.magnitude {
      let ratio = b.imaginary / b.real
      let size = b.real + b.imaginary * ratio
      return Complex((a.real + a.imaginary * ratio) / size, (a.imaginary - a.real * ratio) / size)
    }
    let ratio = b.real / b.imaginary
    let size = b.real * ratio + b.imaginary
    return Complex((a.real * ratio + a.imaginary) / size, (a.imaginary * ratio - a.real) / size)
  }

  /// The quotient by a real number.
  @_disfavoredOverload
  public static func / (a: Complex, b: Double) -> Complex { Complex(a.real / b, a.imaginary / b) }

  /// The quotient of a real number.
  @_disfavoredOverload
  public static func / (a: Double, b: Complex) -> Complex { Complex(a) / b }
}

extension Complex {
  /// The distance from 0, √(x² + y²), without squares that could overflow.
  public var modulus: Double {
    let (x, y) = (real.magnitude, imaginary.magnitude)
    let (large, small) = (x >= y ? x : y, x >= y ? y : x)
    guard small > 0, large.isFinite else { return large + small }
    let ratio = small / large
    return large * (1 + ratio * ratio).squareRoot()
  }

  /// The angle with the positive real axis, from −π to π.
  public var phase: Double {
    let (x, y) = (real.magnitude, imaginary.magnitude)
    let acute: Double
    if x >= y {
      acute = y == 0 ? 0 : atan(y / x)
    } else {
      acute = 0x1.921fb54442d18p0 - atan(x / y)
    }
    return Double(signOf: imaginary, magnitudeOf: real.sign == .minus ? 0x1.921fb54442d18p1 - acute : acute)
  }
}
