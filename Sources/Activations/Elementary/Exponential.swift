/// eˣ as a number of ordinary size and a power of two, before they are put together.
///
/// x = (32k + j)·ln 2/32 + r gives eˣ = 2^k · 2^(j/32) · eʳ with |r| < 0.011: a power of two, a table of pairs,
/// and Taylor's polynomial. ln 2/32 is split in three so that nothing of r is lost. Everything but the terms
/// from r³ on is kept in two doubles, so that the whole is good to about 2⁻⁷².
///
/// A factor can be multiplied in while the number is still of ordinary size: x·eˣ at −740 keeps its digits
/// though eˣ is by then subnormal, and erfc's tail goes to the last subnormal.
///
/// Sources: W. J. Cody, W. Waite, Software Manual for the Elementary Functions (1980); P. T. P. Tang,
/// Table-driven implementation of the exponential function in IEEE floating-point arithmetic (1989).
package struct ScaledExponential {
  /// k.
  package let exponent: Int
  /// 2^(j/32)·eʳ, between 0.98 and 2.
  package let mantissa: Pair

  /// e^(x.high + x.low).
  ///
  /// Beyond ±16384, where any product with a double has long left the doubles, x is taken as that bound.
  package init(_ x: Pair) {
    guard !x.high.isNaN else {
      (exponent, mantissa) = (0, x)
      return
    }
    let parts = ReducedExponent(x.high.magnitude <= 16384 ? x : Pair(x.high < 0 ? -16384 : 16384))
    exponent = parts.exponent
    mantissa = parts.entry + parts.entry * parts.growth
  }

  /// e^(x + low).
  package init(_ x: Double, low: Double = 0) {
    self.init(Pair(high: x, low: low))
  }

  /// eˣ · `factor`, rounded once, also where the result is subnormal.
  ///
  /// The factor can be any number; 0 and ∞ stay what they are.
  package func value(times factor: Pair) -> Double {
    guard factor.high.isFinite, factor.high != 0 else { return mantissa.high * factor.high }
    let power = Int(factor.high.exponent)
    let unit = Pair(
      high: Double(signOf: factor.high, magnitudeOf: factor.high.significand),
      low: factor.low.multiplied(byPowerOfTwo: -power))
    return (mantissa * unit).scaled(by: exponent + power)
  }

  /// eˣ · `factor`, rounded once, also where the result is subnormal.
  package func value(times factor: Double) -> Double { value(times: Pair(factor)) }

  /// eˣ, rounded once, also where the result is subnormal.
  package func value() -> Double { mantissa.scaled(by: exponent) }
}

/// x = (32·exponent + j)·ln 2/32 + r, with what the parts contribute to eˣ.
private struct ReducedExponent {
  /// 32·exponent + j.
  let steps: Int
  /// 2^(j/32).
  let entry: Pair
  /// eʳ − 1.
  let growth: Pair

  var exponent: Int { steps >> 5 }

  /// For |x| up to 16384.
  @inline(__always)
  init(_ x: Pair) {
    let steps = nearestInteger(x.high * 0x1.71547652b82fep5)
    let first = x.high - steps * 0x1.62e42fefp-6
    let second = Pair.sum(first, -steps * 0x1.473de6afp-39)
    let remainder = Pair.sum(second.high, second.low + (x.low - steps * 0x1.3c7673007e5edp-74))
    self.steps = Int(steps)
    let index = 2 * (self.steps & 31)
    entry = Pair(high: PowersOfTwo.entries[index], low: PowersOfTwo.entries[index + 1])
    growth = exponentialMinusOne(small: remainder)
  }
}

/// eˣ.
///
/// 0 below −745.2 and ∞ above 709.8, where the result leaves the numbers a Double can hold.
@_disfavoredOverload
public func exp(_ x: Double) -> Double {
  guard x < 710 else { return x.isNaN ? x : .infinity }
  guard x > -746 else { return 0 }
  return ScaledExponential(x).value()
}

/// eˣ for x between −600 and 700.
package func exp(_ x: Pair) -> Pair {
  let power = ScaledExponential(x)
  return power.mantissa.shifted(by: power.exponent)
}

/// eˣ − 1, with all its digits where x is near 0.
@_disfavoredOverload
public func expm1(_ x: Double) -> Double {
  if x.magnitude < 0x1p-54 { return x }
  guard x < 60 else { return exp(x) }
  guard x > -50 else { return x.isNaN ? x : -1 }
  return expm1(Pair(x)).value
}

/// eˣ − 1 for x below 700, to about 2⁻⁶⁵ of the value.
package func expm1(_ x: Pair) -> Pair {
  guard x.high > -600 else { return Pair(-1) }
  let parts = ReducedExponent(x)
  if parts.steps == 0 { return parts.growth }
  return (parts.entry + parts.entry * parts.growth).shifted(by: parts.exponent) - 1
}

/// eˣ − 1 for |x| < 0.011: Taylor's polynomial, whose next term is below 2⁻⁷⁵ of x.
@inline(__always)
private func exponentialMinusOne(small x: Pair) -> Pair {
  let r = x.high
  let square = Pair.product(r, r)
  let end = 1.0 / 120 + r * (1.0 / 720 + r * (1.0 / 5040 + r * (1.0 / 40320)))
  let rest = square.high * r * (1.0 / 6 + r * (1.0 / 24 + r * end))
  let sum = Pair.fastSum(r, square.high / 2)
  return .fastSum(sum.high, sum.low + (x.low + (square.low / 2 + (r * x.low + rest))))
}
