/// Φ, the distribution function of the standard normal distribution, as a gate.
///
/// With t = |x|/√2: Φ(−|x|) = ½·erfc(t) = e^(−x²/2)·½·erfcx(t), Φ′ = φ = e^(−x²/2)/√(2π) and φ′ = −xφ.
private struct GaussianGate: Gate {
  private let x: Double
  let steep: ScaledExponential

  /// The gate at `x`; `nil` where it is shut or open for good.
  init?(_ x: Double) {
    guard x.magnitude < 60 else { return nil }
    self.x = x
    steep = halfGaussian(x)
  }

  var value: Pair {
    let t = squareRootOfHalf * x.magnitude
    if t.high < 0.5 { return nearZero(t) }
    let tail = scaledComplement(t).shifted(by: -1)
    return x < 0 ? tail : 1 - steep.pair * tail
  }

  var slope: Pair { densityAtZero }
  var curvature: Pair { densityAtZero * -x }

  /// ½ ± ½·erf(t), where neither side is a tail.
  private func nearZero(_ t: Pair) -> Pair {
    let half = erf(t).shifted(by: -1)
    return x < 0 ? (0.5 - half) / steep.pair : 0.5 + half
  }
}

private let squareRootOfHalf = Pair(high: 0.7071067811865476, low: -4.833646656726457e-17)
private let densityAtZero = Pair(high: 0.3989422804014327, low: -2.49232720227773e-17)

/// x·Φ(x), where Φ is the distribution function of the standard normal distribution.
///
/// Exact, not the approximation through tanh. In the left tail Φ comes from erfc, and keeps its digits until
/// the result is too small for a Double.
public func gelu(_ x: Double) -> Double { unit(GaussianGate(x), at: x) }

/// The slope of GELU, Φ(x) + x·φ(x), where φ is the density of the standard normal distribution.
public func geluDerivative(_ x: Double) -> Double { unitDerivative(GaussianGate(x), at: x) }

/// The second derivative of GELU, φ(x)·(2 − x²).
public func geluSecondDerivative(_ x: Double) -> Double { unitSecondDerivative(GaussianGate(x), at: x) }
