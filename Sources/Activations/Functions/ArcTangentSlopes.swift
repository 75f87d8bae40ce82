/// The slope of atan, 1/(1 + x²).
public func atanDerivative(_ x: Double) -> Double {
  // Beyond 2⁶⁰ the 1 does not count, and x² may be too large.
  if x.magnitude > 0x1p60 { return (1 / x) * (1 / x) }
  return (1 / (1 + Pair.product(x, x))).value
}

/// The second derivative of atan, −2x/(1 + x²)².
public func atanSecondDerivative(_ x: Double) -> Double {
  if x.magnitude > 0x1p60 { return -2 / x * (1 / x) * (1 / x) }
  let sum = 1 + Pair.product(x, x)
  return (-2 * x / (sum * sum)).value
}
