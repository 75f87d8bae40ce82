/// The natural logarithm of x.
///
/// NaN below 0 and −∞ at 0.
@_disfavoredOverload
public func log(_ x: Double) -> Double {
  guard x > 0, x < .infinity else { return logarithmAtTheEdge(x) }
  let (fraction, exponent) = nearOne(x)
  return logarithm(onePlus: fraction - 1, exponent: exponent, correction: 0)
}

/// log(1 + x), with all its digits where x is near 0.
///
/// NaN below −1 and −∞ at −1.
@_disfavoredOverload
public func log1p(_ x: Double) -> Double {
  guard x > -1, x < .infinity else { return logarithmAtTheEdge(1 + x) }
  if x > -0.29, x < 0.41 { return logarithm(onePlus: x, exponent: 0, correction: 0) }
  let sum = 1 + x
  let lost = x > 1 ? 1 - (sum - x) : x - (sum - 1)
  let (fraction, exponent) = nearOne(sum)
  return logarithm(onePlus: fraction - 1, exponent: exponent, correction: lost / sum)
}

private func logarithmAtTheEdge(_ x: Double) -> Double {
  if x == 0 { return -.infinity }
  return x > 0 ? x : .nan
}

/// x = fraction · 2^exponent with a fraction between √½ and √2.
@inline(__always)
private func nearOne(_ x: Double) -> (fraction: Double, exponent: Int) {
  let fraction = x.significand
  let exponent = Int(x.exponent)
  return fraction > 1.4142135623730951 ? (fraction / 2, exponent + 1) : (fraction, exponent)
}

/// log(1 + f) + exponent·log 2 + correction.
///
/// With s = f/(2 + f) the first term is 2·artanh s = 2s + s³·P(s²). P is a Chebyshev fit on the interval that
/// `nearOne` leaves; 2s is written as f − s·f, because f is exact and s is not.
@inline(__always)
private func logarithm(onePlus f: Double, exponent: Int, correction: Double) -> Double {
  let s = f / (2 + f)
  let z = s * s
  let low = z * (0.285714286262538360 + z * (0.22222211089379496 + z * 0.1818289243253687))
  let high = 0.666666666666667 + z * (0.3999999999989889 + low)
  let series = z * (high + z * z * z * z * z * (0.15331611722055008 + z * 0.14617807153417325))
  let half = f * f / 2
  let k = Double(exponent)
  let small = s * (half + series) + (k * 7.371002565167799e-13 + correction)
  return k * 0.6931471805592082 - ((half - small) - f)
}
