/// The integer nearest to `x`, for |x| below 2⁵¹.
///
/// 1.5·2⁵² leaves no room for a fraction, so adding it rounds.
@inline(__always)
func nearestInteger(_ x: Double) -> Double {
  let shift = 6_755_399_441_055_744.0
  return (x + shift) - shift
}

/// 2^exponent, for exponents of normal numbers: −1022 to 1023.
@inline(__always)
func powerOfTwo(_ exponent: Int) -> Double {
  Double(bitPattern: UInt64(exponent + 1023) << 52)
}

/// The first 26 bits of `x`: their square is exact.
@inline(__always)
func leadingBits(_ x: Double) -> Double {
  Double(bitPattern: x.bitPattern & 0xFFFF_FFFF_F800_0000)
}

/// c₀ + c₁x + c₂x² + …, by Horner's rule, with the `count` coefficients that begin at `start`.
@inline(__always)
func polynomial(_ coefficients: [Double], from start: Int = 0, count: Int, at x: Double) -> Double {
  var sum = 0.0
  var index = start + count
  while index > start {
    index -= 1
    sum = sum * x + coefficients[index]
  }
  return sum
}
