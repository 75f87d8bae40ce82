/// eˣ.
@_disfavoredOverload
public func exp<T: ElementaryNumber>(_ x: T) -> T { T.apply(.exp, to: x) }

/// eˣ − 1.
@_disfavoredOverload
public func expm1<T: ElementaryNumber>(_ x: T) -> T { T.apply(.expm1, to: x) }

/// The natural logarithm of x.
@_disfavoredOverload
public func log<T: ElementaryNumber>(_ x: T) -> T { T.apply(.log, to: x) }

/// log(1 + x).
@_disfavoredOverload
public func log1p<T: ElementaryNumber>(_ x: T) -> T { T.apply(.log1p, to: x) }

/// The hyperbolic tangent of x.
@_disfavoredOverload
public func tanh<T: ElementaryNumber>(_ x: T) -> T { T.apply(.tanh, to: x) }

/// The hyperbolic sine of x.
@_disfavoredOverload
public func sinh<T: ElementaryNumber>(_ x: T) -> T { T.apply(.sinh, to: x) }

/// The hyperbolic cosine of x.
@_disfavoredOverload
public func cosh<T: ElementaryNumber>(_ x: T) -> T { T.apply(.cosh, to: x) }

/// The error function of x.
@_disfavoredOverload
public func erf<T: ElementaryNumber>(_ x: T) -> T { T.apply(.erf, to: x) }

/// 1 − erf(x).
@_disfavoredOverload
public func erfc<T: ElementaryNumber>(_ x: T) -> T { T.apply(.erfc, to: x) }

/// The sine of x.
@_disfavoredOverload
public func sin<T: ElementaryNumber>(_ x: T) -> T { T.apply(.sin, to: x) }

/// The cosine of x.
@_disfavoredOverload
public func cos<T: ElementaryNumber>(_ x: T) -> T { T.apply(.cos, to: x) }

/// The arc tangent of x.
@_disfavoredOverload
public func atan<T: ElementaryNumber>(_ x: T) -> T { T.apply(.atan, to: x) }

/// The square root of x.
@_disfavoredOverload
public func sqrt<T: ElementaryNumber>(_ x: T) -> T { T.apply(.sqrt, to: x) }

/// The logistic function, 1/(1 + e⁻ˣ).
@_disfavoredOverload
public func sigmoid<T: ElementaryNumber>(_ x: T) -> T { T.apply(.sigmoid, to: x) }

/// log(1 + eˣ).
@_disfavoredOverload
public func softplus<T: ElementaryNumber>(_ x: T) -> T { T.apply(.softplus, to: x) }

/// xⁿ, by squaring; 1/x⁻ⁿ for negative n.
///
/// x⁰ is 1 for every x.
@_disfavoredOverload
public func pow<T: ElementaryNumber>(_ x: T, _ n: Int) -> T {
  var (result, square, rest): (T, T, UInt) = (1, x, n.magnitude)
  while rest > 0 {
    if rest & 1 == 1 { result = result * square }
    rest >>= 1
    if rest > 0 { square = square * square }
  }
  return n < 0 ? 1 / result : result
}
