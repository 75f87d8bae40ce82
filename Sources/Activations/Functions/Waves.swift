/// sin(ωx), the function of SIREN.
public func sine(_ x: Double, omega: Double = 1) -> Double { Angle(x, times: omega).sine }

/// The slope of sin(ωx), ω·cos(ωx).
public func sineDerivative(_ x: Double, omega: Double = 1) -> Double {
  omega * Angle(x, times: omega).cosine
}

/// The second derivative of sin(ωx), −ω²·sin(ωx).
public func sineSecondDerivative(_ x: Double, omega: Double = 1) -> Double {
  -omega * omega * Angle(x, times: omega).sine
}

/// x + sin²(ax)/a.
public func snake(_ x: Double, a: Double = 1) -> Double {
  let sine = Angle(x, times: a).sine
  if sine.magnitude < 0x1p-400 { return x }
  return (Pair.product(sine, sine) / a + x).value
}

/// The slope of Snake, 1 + sin(2ax).
///
/// Written as (sin ax + cos ax)², which does not cancel where the slope touches 0.
public func snakeDerivative(_ x: Double, a: Double = 1) -> Double {
  let angle = Angle(x, times: a)
  let sum = angle.sine + angle.cosine
  return sum * sum
}

/// The second derivative of Snake, 2a·cos(2ax).
public func snakeSecondDerivative(_ x: Double, a: Double = 1) -> Double {
  // Where 2ax is too large for a Double, cos(2ax) = (cos ax − sin ax)·(cos ax + sin ax) does without it.
  guard (2 * a * x).isInfinite else { return 2 * a * Angle(x, times: 2 * a).cosine }
  let angle = Angle(x, times: a)
  return 2 * a * ((angle.cosine - angle.sine) * (angle.cosine + angle.sine))
}

/// A product as an angle; what its rounding takes away, the addition theorem gives back.
private struct Angle {
  let high: Double
  let low: Double

  init(_ x: Double, times factor: Double) {
    high = x * factor
    let isExact = factor == 1 || !(high.isFinite && high.magnitude > 0x1p-400)
    low = isExact ? 0 : Pair.product(x, factor).low
  }

  var sine: Double { low == 0 ? sin(high) : sin(high) * cos(low) + cos(high) * sin(low) }
  var cosine: Double { low == 0 ? cos(high) : cos(high) * cos(low) - sin(high) * sin(low) }
}
