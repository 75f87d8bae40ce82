private let squareRootOfHalf = 0.7071067811865476
private let squareRootOfHalfPi = 1.2533141373155003
private let normalDensityAtZero = 0.3989422804014327

/// x·Φ(x), where Φ is the distribution function of the standard normal distribution.
///
/// Exact, not the approximation through tanh. In the left tail Φ comes from erfc, and keeps its digits until
/// the result is too small for a Double.
public func gelu(_ x: Double) -> Double {
  guard x.magnitude < 40 else { return x < 0 ? -0.0 : x }
  let t = -x * squareRootOfHalf
  guard t >= 0.5 else { return x * (0.5 * erfc(t)) }
  return halfGaussian(x).value(times: x * 0.5 * scaledComplement(t))
}

/// The slope of GELU, Φ(x) + x·φ(x), where φ is the density of the standard normal distribution.
///
/// In the left tail φ is taken out of the sum, which leaves Mills' ratio.
public func geluDerivative(_ x: Double) -> Double {
  guard x.magnitude < 40 else { return x.isNaN ? x : (x < 0 ? -0.0 : 1) }
  let t = -x * squareRootOfHalf
  let density = halfGaussian(x)
  guard t >= 0.5 else { return 0.5 * erfc(t) + density.value(times: x * normalDensityAtZero) }
  return density.value(times: normalDensityAtZero * (squareRootOfHalfPi * scaledComplement(t) + x))
}
