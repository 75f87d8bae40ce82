/// The error function, 2/√π · ∫₀ˣ exp(−t²) dt.
@_disfavoredOverload
public func erf(_ x: Double) -> Double {
  let size = x.magnitude
  if size <= 1 { return x + x * polynomial(ErrorFunctionTables.center, count: 12, at: x * x) }
  guard size < 6 else { return x.isNaN ? x : (x < 0 ? -1 : 1) }
  let value = 1 - erfc(size)
  return x < 0 ? -value : value
}

/// 1 − erf(x), with all its digits on the right, where erf is 1.
@_disfavoredOverload
public func erfc(_ x: Double) -> Double {
  guard x >= 0.5 else { return 1 - erf(x) }
  guard x < 28 else { return 0 }
  return gaussian(x).value(times: scaledComplement(x))
}

/// exp(x²)·erfc(x) for x ≥ 0.5: what is left of erfc when its steep part is taken off.
func scaledComplement(_ x: Double) -> Double {
  if x >= 6 { return polynomial(ErrorFunctionTables.tail, count: 11, at: 1 / (x * x)) / x }
  let index = Int(2 * x) - 1
  return polynomial(
    ErrorFunctionTables.pieces, from: 14 * index, count: 14, at: x - (0.75 + 0.5 * Double(index)))
}

/// exp(−x²), without the loss that rounding x² would cause: the square of the leading bits is exact, and the
/// rest goes in by itself.
func gaussian(_ x: Double) -> ScaledExponential {
  let leading = leadingBits(x)
  return ScaledExponential(-leading * leading, low: -(x - leading) * (x + leading))
}

/// exp(−x²/2), in the same way.
func halfGaussian(_ x: Double) -> ScaledExponential {
  let leading = leadingBits(x)
  return ScaledExponential(-leading * leading / 2, low: -(x - leading) * (x + leading) / 2)
}
