/// A value with its first and second derivative by one variable: what automatic differentiation computes with.
///
/// ```swift
/// let y = tanh(Jet.variable(at: 0.5))
/// y.value    // tanh 0.5
/// y.first    // its slope
/// y.second   // the slope of its slope
/// ```
///
/// Numbers (f, f′, f″) follow the rules of differentiation, exactly but for rounding; no step size is involved.
///
/// Jets compare by their value alone, also with `==`, so that `x > 0 ? x : 0` chooses a branch as it does for a
/// Double. At a kink the derivatives are the conventions of the frameworks: see `max`, `min` and `abs`.
///
/// In the derivatives a factor of exactly 0 annihilates an infinite one: what does not depend on the variable
/// stays so through a vertical slope, and a slope that has underflowed in a tail does not become NaN by a
/// factor that has overflowed. This is the limit wherever the small factor falls faster than the large one
/// grows, as with the exponentials of activations. Values are never touched: they are what Double gives.
///
/// Source: A. Griewank, A. Walther, Evaluating Derivatives (2008), on Taylor arithmetic.
public struct Jet: Sendable {
  /// The value, f.
  public var value: Double
  /// The first derivative, f′.
  public var first: Double
  /// The second derivative, f″.
  public var second: Double

  /// A value with its derivatives.
  public init(_ value: Double, _ first: Double, _ second: Double = 0) {
    self.value = value
    self.first = first
    self.second = second
  }

  /// A constant.
  public init(_ x: Double) { self.init(x, 0, 0) }

  /// The variable itself, at `x`.
  public static func variable(at x: Double) -> Jet { Jet(x, 1, 0) }

  /// The value and both derivatives of `function` at `x`.
  public init(at x: Double, of function: (Jet) -> Jet) { self = function(.variable(at: x)) }

  /// g(f), out of the value, slope and curvature of g at f.
  ///
  /// The chain rule: (g∘f)″ = g″·f′² + g′·f″.
  func chained(value: Double, slope: Double, curvature: Double) -> Jet {
    Jet(
      value,
      weighed(slope, first),
      weighed(weighed(curvature, first), first) + weighed(slope, second))
  }
}

extension Jet: ElementaryNumber {
  /// A constant.
  public init(floatLiteral value: Double) { self.init(value) }

  /// A constant.
  public init(integerLiteral value: Int) { self.init(Double(value)) }
}

/// a·b, but 0 where one of them is 0 and the other infinite.
@inline(__always)
func weighed(_ a: Double, _ b: Double) -> Double {
  let product = a * b
  guard product.isNaN, a == 0 || b == 0, !a.isNaN, !b.isNaN else { return product }
  return 0
}
