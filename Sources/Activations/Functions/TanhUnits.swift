/// The second derivative of tanh, −2·tanh x·sech² x.
public func tanhSecondDerivative(_ x: Double) -> Double {
  secantSquared(Pair(x), times: Pair(-2 * tanh(x)))
}

/// x − tanh x, which is x³/3 near 0.
///
/// Below ¼, where the difference cancels, it is (x·cosh x − sinh x)/cosh x with the numerator as a series of
/// positive terms.
public func tanhshrink(_ x: Double) -> Double {
  let size = x.magnitude
  if size >= 0.25 { return size < 40 ? (x - tanh(Pair(x))).value : x - (x < 0 ? -1 : 1) }
  if x == 0 { return x }
  if size < 0x1p-60 {
    let enlarged = x * 0x1p300
    return (Pair.product(enlarged, enlarged) * enlarged / 3).scaled(by: -900)
  }
  let square = Pair.product(x, x)
  let series = square * polynomial(ShrinkSeries.coefficients, at: square.high) + 1 / Pair(3)
  let growth = exp(Pair(x))
  return (2 * (square * x) * series / (growth + 1 / growth)).value
}

private enum ShrinkSeries {
  /// 2k/(2k + 1)! for k = 2, 3, … 7.
  static let coefficients: InlineArray<6, Double> = [
    4.0 / 120, 6.0 / 5040, 8.0 / 362_880, 10.0 / 39_916_800, 12.0 / 6_227_020_800,
    14.0 / 1_307_674_368_000,
  ]
}

/// The slope of tanhshrink, tanh² x.
public func tanhshrinkDerivative(_ x: Double) -> Double {
  if x.magnitude < 0x1p-60 { return x * x }
  guard !x.isNaN else { return x }
  let value = tanh(Pair(x))
  return (value * value).value
}

/// The second derivative of tanhshrink, 2·tanh x·sech² x.
public func tanhshrinkSecondDerivative(_ x: Double) -> Double { -tanhSecondDerivative(x) }

/// x·tanh x, an even function.
public func lisht(_ x: Double) -> Double {
  if x.magnitude < 0x1p-300 { return x * x }
  guard x.magnitude < 40 else { return x.magnitude }
  return (tanh(Pair(x)) * x).value
}

/// The slope of LiSHT, tanh x + x·sech² x.
public func lishtDerivative(_ x: Double) -> Double {
  if x.magnitude < 0x1p-60 { return 2 * x }
  guard x.magnitude < 40 else { return x.isNaN ? x : (x < 0 ? -1 : 1) }
  let value = tanh(Pair(x))
  return (value + (1 - value * value) * x).value
}

/// The second derivative of LiSHT, 2·sech² x·(1 − x·tanh x).
public func lishtSecondDerivative(_ x: Double) -> Double {
  guard x.magnitude < 1000 else { return x.isNaN ? x : -0.0 }
  return secantSquared(Pair(x), times: 2 * (1 - tanh(Pair(x)) * x))
}

/// tanh(αx), the function of Dynamic Tanh before its weights γ and β.
public func dyt(_ x: Double, alpha: Double = 0.5) -> Double {
  let z = alpha * x
  if z.magnitude < 0x1p-28 { return z }
  guard z.magnitude < 22 else { return z.isNaN ? z : (z < 0 ? -1 : 1) }
  return tanh(Pair.product(alpha, x)).value
}

/// The slope of Dynamic Tanh, α·sech²(αx).
public func dytDerivative(_ x: Double, alpha: Double = 0.5) -> Double {
  secantSquared(scaledArgument(x, by: alpha), times: Pair(alpha))
}

/// The second derivative of Dynamic Tanh, −2α²·tanh(αx)·sech²(αx).
public func dytSecondDerivative(_ x: Double, alpha: Double = 0.5) -> Double {
  secantSquared(scaledArgument(x, by: alpha), times: Pair(-2 * alpha) * alpha * dyt(x, alpha: alpha))
}

/// c·tanh(x/c), which holds a logit between −c and c.
///
/// x/c is kept in two doubles; where it is so small that tanh changes nothing, x is the value.
public func logitSoftcap(_ x: Double, cap: Double = 30) -> Double {
  let quotient = x / cap
  if quotient.magnitude < 0x1p-28 { return x }
  guard quotient.magnitude < 40 else { return quotient.isNaN ? quotient : (quotient < 0 ? -cap : cap) }
  return (tanh(Pair(x) / cap) * cap).value
}

/// The slope of the soft cap, sech²(x/c).
public func logitSoftcapDerivative(_ x: Double, cap: Double = 30) -> Double {
  secantSquared(divided(x, by: cap))
}

/// The second derivative of the soft cap, −2/c·tanh(x/c)·sech²(x/c).
public func logitSoftcapSecondDerivative(_ x: Double, cap: Double = 30) -> Double {
  let z = divided(x, by: cap)
  return secantSquared(z, times: -2 * tanh(z) / cap)
}

/// sech² z = 4e^(−2|z|)/(1 + e^(−2|z|))², times a factor.
private func secantSquared(_ z: Pair, times factor: Pair = Pair(1)) -> Double {
  let decay = ScaledExponential((z.high < 0 ? z : -z).shifted(by: 1))
  let sum = 1 + decay.pair
  return decay.value(times: 4 * factor / (sum * sum))
}

/// x/c in two doubles.
private func divided(_ x: Double, by cap: Double) -> Pair {
  (x / cap).magnitude < 1e5 ? Pair(x) / cap : Pair(x / cap)
}
