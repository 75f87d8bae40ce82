/// e^(−x²).
///
/// x² is kept in two doubles, for the exponential multiplies its rounding by x².
public func gaussian(_ x: Double) -> Double { bell(Pair(x)) }

/// The slope of the Gaussian, −2x·e^(−x²).
public func gaussianDerivative(_ x: Double) -> Double {
  guard x.magnitude < 100 else { return x.isNaN ? x : (x < 0 ? 0 : -0.0) }
  return bell(Pair(x), times: Pair(-2 * x))
}

/// The second derivative of the Gaussian, (4x² − 2)·e^(−x²).
public func gaussianSecondDerivative(_ x: Double) -> Double {
  guard x.magnitude < 100 else { return x.isNaN ? x : 0 }
  return bell(Pair(x), times: 4 * Pair.product(x, x) - 2)
}

/// e^(−z²) of a number in two doubles, times a factor.
func bell(_ z: Pair, times factor: Pair = Pair(1)) -> Double {
  scaledGaussian(z).value(times: factor)
}
