/// x on the right, α·(eˣ − 1) on the left.
///
/// Through expm1: eˣ − 1 loses the digits of small x.
public func elu(_ x: Double, alpha: Double = 1) -> Double {
  x > 0 ? x : growth(x, times: Pair(alpha))
}

/// The slope of ELU: 1 on the right, α·eˣ on the left.
///
/// At 0, where there is a kink unless α is 1, it is the left slope, α, as in PyTorch.
public func eluDerivative(_ x: Double, alpha: Double = 1) -> Double {
  x > 0 ? 1 : ScaledExponential(x).value(times: alpha)
}

/// The second derivative of ELU: 0 on the right, α·eˣ on the left and at 0.
public func eluSecondDerivative(_ x: Double, alpha: Double = 1) -> Double {
  x > 0 ? 0 : ScaledExponential(x).value(times: alpha)
}

/// x on the right, α·(e^(x/α) − 1) on the left, for α > 0: an ELU without a kink for every α.
public func celu(_ x: Double, alpha: Double = 1) -> Double {
  if x > 0 || x.magnitude < 0x1p-60 * alpha { return x }
  return growth(quotient(x, alpha), times: Pair(alpha))
}

/// The slope of CELU: 1 on the right, e^(x/α) on the left.
///
/// x/α is kept in two doubles: in the tail its rounding would cost hundreds of units in the last place.
public func celuDerivative(_ x: Double, alpha: Double = 1) -> Double {
  x > 0 ? 1 : ScaledExponential(quotient(x, alpha)).value()
}

/// The second derivative of CELU: 0 on the right, e^(x/α)/α on the left and at 0.
public func celuSecondDerivative(_ x: Double, alpha: Double = 1) -> Double {
  x > 0 ? 0 : ScaledExponential(quotient(x, alpha)).value(times: 1 / Pair(alpha))
}

/// λ·x on the right, λα·(eˣ − 1) on the left: ELU scaled such that layers normalise themselves.
///
/// α = 1.67326… and λ = 1.05070… leave a standard normal variable its mean 0 and variance 1 (Klambauer and
/// others 2017).
public func selu(_ x: Double) -> Double {
  x > 0 ? SelfNormalization.scale * x : growth(x, times: SelfNormalization.saturation)
}

/// The slope of SELU: λ on the right, λα·eˣ on the left.
///
/// At 0 there is a kink; the convention is the left slope, λα, as in the frameworks.
public func seluDerivative(_ x: Double) -> Double {
  x > 0 ? SelfNormalization.scale : ScaledExponential(x).value(times: SelfNormalization.saturation)
}

/// The second derivative of SELU: 0 on the right, λα·eˣ on the left and at 0.
public func seluSecondDerivative(_ x: Double) -> Double {
  x > 0 ? 0 : ScaledExponential(x).value(times: SelfNormalization.saturation)
}

/// αp·x² + βx on the right, αn·(eˣ − 1 − x) + βx on the left: the integral of a shifted ELU.
///
/// The public reference stops eˣ − 1 at −10⁻⁶ and so jumps just left of 0; this is the limit, which does not.
public func xielu(_ x: Double, alphaP: Double = 0.8, alphaN: Double = 0.8, beta: Double = 0.5) -> Double {
  if x > 0 { return x * (alphaP * x + beta) }
  if x.magnitude < 0x1p-60 { return beta * x + alphaN * x * x / 2 }
  let slope = Pair.sum(beta, -alphaN)
  guard x > -1000 else {
    if x.isNaN { return x }
    return slope.high == 0 ? -alphaN : slope.high * x - alphaN
  }
  return (expm1(Pair(x)) * alphaN + slope * x).value
}

/// The slope of xIELU: 2αp·x + β on the right, αn·(eˣ − 1) + β on the left.
public func xieluDerivative(
  _ x: Double, alphaP: Double = 0.8, alphaN: Double = 0.8, beta: Double = 0.5
) -> Double {
  if x > 0 { return 2 * alphaP * x + beta }
  if x.magnitude < 0x1p-60 { return beta + alphaN * x }
  guard x > -1000 else { return x.isNaN ? x : beta - alphaN }
  return (expm1(Pair(x)) * alphaN + beta).value
}

/// The second derivative of xIELU: 2αp on the right, αn·eˣ on the left and at 0.
public func xieluSecondDerivative(
  _ x: Double, alphaP: Double = 0.8, alphaN: Double = 0.8, beta: Double = 0.5
) -> Double {
  x > 0 ? 2 * alphaP : ScaledExponential(x).value(times: alphaN)
}

/// SELU's constants, the second in two doubles.
enum SelfNormalization {
  /// λ.
  static let scale = 1.0507009873554805
  /// λα.
  static let saturation = Pair(high: 1.7580993408473768, low: 1.415351938008446e-17)
}

/// factor·(eˣ − 1).
private func growth(_ x: Double, times factor: Pair) -> Double { growth(Pair(x), times: factor) }

/// factor·(eˣ − 1), for x of at least 2⁻⁶⁰ where its low part counts.
private func growth(_ x: Pair, times factor: Pair) -> Double {
  if x.high.magnitude < 0x1p-60 { return factor.high * x.high }
  guard x.high > -600 else { return x.high.isNaN ? x.high : -factor.high }
  return (expm1(x) * factor).value
}

/// x/a in two doubles, or in one where it is too large to matter.
private func quotient(_ x: Double, _ a: Double) -> Pair {
  let high = x / a
  return high.magnitude < 0x1p20 && high.magnitude > 0x1p-900 ? Pair(x) / a : Pair(high)
}
