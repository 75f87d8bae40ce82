/// The error function, 2/√π · ∫₀ˣ exp(−t²) dt.
///
/// Up to ½ it is x times a polynomial in x². Beyond, the steep part exp(−x²) is taken off 1 − erf: what is left
/// falls slowly, and is a polynomial on pieces an eighth long up to 6, and one in 1/x² from there on. The
/// leading coefficients and all that is multiplied by them are pairs.
///
/// Source: W. J. Cody, Rational Chebyshev approximations for the error function (1969), for the division of the
/// axis and the factor taken off; the polynomials are our own fits.
@_disfavoredOverload
public func erf(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0x1p-60 { return tinyErrorFunction(x) }
  guard size < 6 else { return x.isNaN ? x : (x < 0 ? -1 : 1) }
  return erf(Pair(x)).value
}

/// 1 − erf(x), with all its digits on the right, where erf is 1.
@_disfavoredOverload
public func erfc(_ x: Double) -> Double {
  if x >= 0.5 { return x < 28 ? scaledGaussian(Pair(x)).value(times: scaledComplement(Pair(x))) : 0 }
  guard x > -6 else { return x.isNaN ? x : 2 }
  if x.magnitude < 0x1p-60 { return 1 }
  return (1 - erf(Pair(x))).value
}

/// The error function of x, to about 2⁻⁵⁹ of the value.
package func erf(_ x: Pair) -> Pair {
  let size = x.high < 0 ? -x : x
  guard size.high > 0.5 else { return x * centralQuotient(x * x) }
  guard size.high < 9 else { return Pair(x.high < 0 ? -1 : 1) }
  let value = 1 - exp(-(size * size)) * scaledComplement(size)
  return x.high < 0 ? -value : value
}

/// exp(x²)·erfc(x) for x ≥ ½, to about 2⁻⁵⁹ of the value: what is left of erfc when its steep part is taken off.
package func scaledComplement(_ x: Pair) -> Pair {
  if x.high < 6 {
    let index = max(0, Int(8 * x.high) - 4)
    let middle = 0.5625 + 0.125 * Double(index)
    return polynomial(
      pairs: ErrorFunctionTables.pieces, from: 14 * index, count: 14,
      at: .sum(x.high - middle, x.low))
  }
  guard x.high < 0x1p60 else { return Pair(0x1.20dd750429b6dp-1 / x.high) }
  let inverse = 1 / x
  return inverse * polynomial(pairs: ErrorFunctionTables.tail, from: 0, count: 17, at: inverse * inverse)
}

/// exp(x²)·erfc(x) for x ≥ ½.
package func scaledComplement(_ x: Double) -> Double { scaledComplement(Pair(x)).value }

/// exp(−x²), without the loss that rounding x² would cause.
package func scaledGaussian(_ x: Pair) -> ScaledExponential {
  guard x.high.magnitude < 1e5 else { return ScaledExponential(-x.high.magnitude) }
  return ScaledExponential(-(x * x))
}

/// exp(−x²), in the same way.
package func scaledGaussian(_ x: Double) -> ScaledExponential { scaledGaussian(Pair(x)) }

/// exp(−x²/2), in the same way.
package func halfGaussian(_ x: Double) -> ScaledExponential {
  guard x.magnitude < 1e5 else { return ScaledExponential(-x.magnitude) }
  return ScaledExponential(-Pair.product(x, x).shifted(by: -1))
}

/// erf(x)/x, out of x², for |x| ≤ ½.
@inline(__always)
private func centralQuotient(_ square: Pair) -> Pair {
  polynomial(pairs: ErrorFunctionTables.center, from: 0, count: 13, at: square)
}

/// 2x/√π for |x| below 2⁻⁶⁰, where the next term does not count, down to the subnormals.
private func tinyErrorFunction(_ x: Double) -> Double {
  guard x != 0 else { return x }
  return (Pair(high: 0x1.20dd750429b6dp0, low: 0x1.1ae3a914fed8p-56) * (x * 0x1p200)).scaled(by: -200)
}
