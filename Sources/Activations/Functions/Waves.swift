/// sin(ωx), the function of SIREN.
public func sine(_ x: Double, omega: Double = 1) -> Double { SineAndCosine(of: x, times: omega).sine }

/// The slope of sin(ωx), ω·cos(ωx).
public func sineDerivative(_ x: Double, omega: Double = 1) -> Double {
  omega * SineAndCosine(of: x, times: omega).cosine
}

/// The second derivative of sin(ωx), −ω²·sin(ωx).
public func sineSecondDerivative(_ x: Double, omega: Double = 1) -> Double {
  -omega * omega * SineAndCosine(of: x, times: omega).sine
}

/// x + sin²(ax)/a.
public func snake(_ x: Double, a: Double = 1) -> Double {
  let sine = SineAndCosine(of: x, times: a).sine
  guard sine.magnitude > 0x1p-400 else { return x + sine * sine }
  return (Pair.product(sine, sine) / a + x).value
}

/// The slope of Snake, 1 + sin(2ax).
///
/// Written as (sin ax + cos ax)², which does not cancel where the slope touches 0.
public func snakeDerivative(_ x: Double, a: Double = 1) -> Double {
  let angle = SineAndCosine(of: x, times: a)
  let sum = angle.sine + angle.cosine
  return sum * sum
}

/// The second derivative of Snake, 2a·cos(2ax).
public func snakeSecondDerivative(_ x: Double, a: Double = 1) -> Double {
  2 * a * SineAndCosine(of: x, times: 2 * a).cosine
}

/// Sine and cosine of a product, whose rounding is made good by the addition theorem.
private struct SineAndCosine {
  let sine: Double
  let cosine: Double

  init(of x: Double, times factor: Double) {
    let high = x * factor
    let isExact = factor == 1 || !(0x1p-400 < high.magnitude && high.magnitude < 0x1p1000)
    let low = isExact ? 0 : Pair.product(x, factor).low
    let (s, c) = (sin(high), cos(high))
    sine = isExact ? s : s * cos(low) + c * sin(low)
    cosine = isExact ? c : c * cos(low) - s * sin(low)
  }
}
