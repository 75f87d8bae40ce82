/// The integer nearest to `x`, for |x| below 2⁵¹.
///
/// 1.5·2⁵² leaves no room for a fraction, so adding it rounds. (`rounded()` calls the C library when nothing is
/// optimised, and is missing where there is none.)
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

/// `x` rounded to 26 bits: what is left of it has no more, so that products of halves are exact.
@inline(__always)
func upperHalf(_ x: Double) -> Double {
  Double(bitPattern: (x.bitPattern &+ 0x400_0000) & 0xFFFF_FFFF_F800_0000)
}

extension Double {
  /// This number times 2^exponent, rounded once where the result is subnormal.
  package func scaled(by exponent: Int) -> Double {
    Pair(self).scaled(by: exponent)
  }
}

/// c₀ + c₁x + c₂x² + …, by Horner's rule.
@inline(__always)
func polynomial<let count: Int>(_ coefficients: InlineArray<count, Double>, at x: Double) -> Double {
  polynomial(coefficients, from: 0, count: count, at: x)
}

/// c₀ + c₁x + c₂x² + …, by Horner's rule, with the `count` coefficients that begin at `start`.
@inline(__always)
func polynomial<let size: Int>(
  _ coefficients: borrowing InlineArray<size, Double>, from start: Int, count: Int, at x: Double
) -> Double {
  var sum = 0.0
  var index = start + count
  while index > start {
    index -= 1
    sum = sum * x + coefficients[index]
  }
  return sum
}

/// (c₀ + c₁x) + c₂x² + …, where c₀ and c₁ are sums of two doubles and take two places each.
///
/// For |x| so small that everything after c₁x needs no more than the precision of a double.
@inline(__always)
func polynomial<let size: Int>(
  pairs coefficients: borrowing InlineArray<size, Double>, from start: Int, count: Int, at x: Pair
) -> Pair {
  let square = x.high * x.high
  let tail = square * polynomial(coefficients, from: start + 4, count: count - 4, at: x.high)
  let constant = Pair(high: coefficients[start], low: coefficients[start + 1])
  return constant + (x * Pair(high: coefficients[start + 2], low: coefficients[start + 3]) + tail)
}
