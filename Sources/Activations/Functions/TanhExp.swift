/// tanh(eˣ) as a gate.
///
/// With w = eˣ and q = e^(−2w): tanh w = (1 − q)/(1 + q), its derivatives are w·S and w·S·(1 − 2w·tanh w),
/// S = 4q/(1 + q)². On the left the steep factor is w, on the right q.
private struct TanhExpGate: Gate {
  let steep: ScaledExponential
  let value: Pair
  let slope: Pair
  let curvature: Pair

  /// The gate at `x`; `nil` where it is shut or open for good.
  init?(_ x: Double) {
    guard x > -1500, x < 7 else { return nil }
    let growth = ScaledExponential(x)
    let w = growth.pair
    let fading = ScaledExponential(-2 * w)
    let sum = 1 + fading.pair
    let hyperbolic = tanh(w)
    let bend = 1 - 2 * (w * hyperbolic)
    if x < 0 {
      steep = growth
      value = x < -45 ? Pair(1) : hyperbolic / w
      slope = 4 * fading.pair / (sum * sum)
    } else {
      steep = fading
      value = hyperbolic
      slope = 4 * w / (sum * sum)
    }
    curvature = slope * bend
  }
}

/// x·tanh(eˣ), also called TeLU.
public func tanhExp(_ x: Double) -> Double { unit(TanhExpGate(x), at: x) }

/// The slope of TanhExp, tanh w + x·w·sech² w with w = eˣ.
///
/// w·sech² w is written so that it never is ∞·0.
public func tanhExpDerivative(_ x: Double) -> Double { unitDerivative(TanhExpGate(x), at: x) }

/// The second derivative of TanhExp, w·sech² w·(2 + x − 2xw·tanh w) with w = eˣ.
public func tanhExpSecondDerivative(_ x: Double) -> Double { unitSecondDerivative(TanhExpGate(x), at: x) }
