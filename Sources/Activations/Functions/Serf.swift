/// erf(softplus(x)) as a gate.
///
/// With s = softplus(x): its derivatives are 2/√π·e^(−s²)·σ and 2/√π·e^(−s²)·(σ′ − 2sσ²). On the left the steep
/// factor is eˣ, on the right e^(−s²).
private struct SerfGate: Gate {
  let steep: ScaledExponential
  let value: Pair
  let slope: Pair
  let curvature: Pair

  /// The gate at `x`; `nil` where it is shut or open for good.
  init?(_ x: Double) {
    guard x > -1500, x < 60 else { return nil }
    let decay = ScaledExponential(-x.magnitude)
    let e = decay.pair
    let share = 1 / (1 + e)
    let s = log1p(e) + max(x, 0)
    let bell = scaledGaussian(s)
    if x < 0 {
      steep = decay
      value = x < -45 ? twoOverRootPi : erf(s) / e
      slope = twoOverRootPi * bell.pair * share
      curvature = slope * share * (1 - 2 * (s * e))
    } else {
      steep = bell
      value = erf(s)
      slope = twoOverRootPi * share
      curvature = slope * share * (e - 2 * s)
    }
  }
}

/// x·erf(softplus(x)).
public func serf(_ x: Double) -> Double { unit(SerfGate(x), at: x) }

/// The slope of Serf, erf s + 2/√π·x·e^(−s²)·σ(x) with s = softplus(x).
public func serfDerivative(_ x: Double) -> Double { unitDerivative(SerfGate(x), at: x) }

/// The second derivative of Serf.
public func serfSecondDerivative(_ x: Double) -> Double { unitSecondDerivative(SerfGate(x), at: x) }
