/// eˣ in three factors, before they are put together.
///
/// x = (32k + j)·ln 2/32 + r gives eˣ = 2^k · 2^(j/32) · eʳ with |r| < 0.011: a power of two, a table, and a
/// short Taylor polynomial. ln 2/32 is split in two so that nothing of r is lost (Cody and Waite).
///
/// A factor can be multiplied in while the number is still of ordinary size: x·eˣ at −740 keeps its digits
/// though eˣ is by then subnormal.
struct ScaledExponential {
  /// k.
  let exponent: Int
  /// 2^(j/32), rounded.
  let entry: Double
  /// What the rounding of `entry` left over, and `entry`·(eʳ − 1).
  let rest: Double

  private static let stepsPerUnit = 46.16624130844683
  private static let stepHigh = 0.021660849391992087
  private static let stepLow = 5.062034433330175e-13

  /// e^(x + low), for |x| below 800 and a tiny `low`.
  init(_ x: Double, low: Double = 0) {
    let steps = nearestInteger(x * Self.stepsPerUnit)
    let remainder = (x - steps * Self.stepHigh) - steps * Self.stepLow + low
    let count = Int(steps)
    exponent = count >> 5
    entry = PowersOfTwo.high[count & 31]
    rest = PowersOfTwo.low[count & 31] + entry * exponentialMinusOne(small: remainder)
  }

  /// eˣ · `factor`, rounded once more only where the result is subnormal.
  func value(times factor: Double = 1) -> Double {
    let product = (entry + rest) * factor
    if exponent < -1022 { return product * powerOfTwo(exponent + 600) * powerOfTwo(-600) }
    if exponent > 1023 { return product * powerOfTwo(exponent - 1) * 2 }
    return product * powerOfTwo(exponent)
  }
}

/// eˣ.
///
/// 0 below −745.2 and ∞ above 709.8, where the result leaves the numbers a Double can hold.
@_disfavoredOverload
public func exp(_ x: Double) -> Double {
  guard x < 710 else { return x.isNaN ? x : .infinity }
  guard x > -746 else { return 0 }
  return ScaledExponential(x).value()
}

/// eˣ − 1, with all its digits where x is near 0.
@_disfavoredOverload
public func expm1(_ x: Double) -> Double {
  if x.magnitude < 0.2 { return x + x * x * polynomial(reciprocalFactorials, count: 11, at: x) }
  guard x < 60 else { return exp(x) }
  guard x > -50 else { return x.isNaN ? x : -1 }
  // The 1 goes off the table's entry, where it costs least, before the rest comes in.
  let power = ScaledExponential(x)
  let scale = powerOfTwo(power.exponent)
  return (power.entry * scale - 1) + power.rest * scale
}

/// 1/2!, 1/3!, … 1/12!: Taylor's series of (eˣ − 1 − x)/x².
private let reciprocalFactorials: [Double] = [
  1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362_880,
  1.0 / 3_628_800, 1.0 / 39_916_800, 1.0 / 479_001_600,
]

/// eˣ − 1 for |x| < 0.011: Taylor's polynomial, whose next term is below 4e-18.
@inline(__always)
private func exponentialMinusOne(small x: Double) -> Double {
  let end = 1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720))
  return x + x * x * (0.5 + x * (1.0 / 6 + x * end))
}
