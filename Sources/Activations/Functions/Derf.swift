/// erf(αx), the function of Derf before its shift and weights.
public func derf(_ x: Double, alpha: Double = 0.5) -> Double {
  let z = alpha * x
  if z == 0 { return z }
  if z.magnitude < 0x1p-28, x.magnitude < 1 {
    return (twoOverRootPi * alpha * (x * 0x1p200)).scaled(by: -200)
  }
  guard z.magnitude < 6 else { return z.isNaN ? z : (z < 0 ? -1 : 1) }
  return erf(Pair.product(alpha, x)).value
}

/// The slope of Derf, 2α/√π·e^(−α²x²).
public func derfDerivative(_ x: Double, alpha: Double = 0.5) -> Double {
  bell(scaledArgument(x, by: alpha), times: twoOverRootPi * alpha)
}

/// The second derivative of Derf, −4α³x/√π·e^(−α²x²).
public func derfSecondDerivative(_ x: Double, alpha: Double = 0.5) -> Double {
  let z = scaledArgument(x, by: alpha)
  guard z.high.magnitude < 100 else { return z.high.isNaN ? z.high : (z.high < 0 ? 0 : -0.0) }
  return bell(z, times: twoOverRootPi * alpha * alpha * (-2 * z))
}
