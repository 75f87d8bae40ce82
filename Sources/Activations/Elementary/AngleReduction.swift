/// x = n·π/2 + r, with n modulo 4 and r in two doubles, at most π/4 and a little more.
///
/// Up to 2²⁰ or so, n·π/2 is subtracted in four parts, the first three of 33 bits, so that their products with
/// n are exact (Cody and Waite). Beyond, only those digits of 2/π count that put x·2/π between 2 and 2⁻¹⁹⁰: 192
/// of them, found by the exponent of x, are multiplied with its 53 bits in integers (Payne and Hanek). No
/// double is nearer to a multiple of π/2 than 2⁻⁶² of it, so some 2⁻⁷⁵ of r is left as error.
///
/// Source: M. H. Payne, R. N. Hanek, Radian reduction for trigonometric functions (1983); Muller, Elementary
/// Functions, chapter 11 (2016).
struct ReducedAngle {
  /// n modulo 4.
  let quadrant: Int
  /// r.
  let remainder: Pair

  /// For finite x.
  init(_ x: Double) {
    if x.magnitude < 0x1p20 {
      self.init(small: x)
    } else {
      self.init(large: x)
    }
  }

  private init(small x: Double) {
    let n = nearestInteger(x * 0x1.45f306dc9c883p-1)
    let first = Pair.sum(x - n * 0x1.921fb544p0, -n * 0x1.0b4611a6p-34)
    let second = first + -n * 0x1.3198a2ep-69
    quadrant = Int(n) & 3
    remainder = second + -n * 0x1.b839a252049c1p-104
  }

  private init(large x: Double) {
    let mantissa = x.bitPattern & 0xF_FFFF_FFFF_FFFF | 0x10_0000_0000_0000
    // x = mantissa·2^exponent; digits of weight 2^(2 − exponent) and more only add multiples of 4.
    let exponent = Int((x.bitPattern >> 52) & 0x7FF) - 1075
    var turns = Turns(mantissa: mantissa, firstDigit: exponent - 2 + 64)
    var count = Int(turns.words[0] >> 30)
    let isRoundedUp = turns.words[0] & 0x2000_0000 != 0
    turns.words[0] &= 0x3FFF_FFFF
    if isRoundedUp {
      count += 1
      turns.negate()
    }
    let fraction = isRoundedUp ? -turns.value : turns.value
    let angle = fraction * Pair(high: 0x1.921fb54442d18p0, low: 0x1.1a62633145c07p-54)
    quadrant = (x < 0 ? -count : count) & 3
    remainder = x < 0 ? -angle : angle
  }
}

/// x·2/π modulo 4, with 190 binary digits after the point, in words of 32 from the highest on.
private struct Turns {
  var words: InlineArray<6, UInt32> = InlineArray(repeating: 0)

  /// The product of `mantissa` and the 192 digits of 2/π that begin with number `firstDigit`.
  init(mantissa: UInt64, firstDigit: Int) {
    let factors = (mantissa & 0xFFFF_FFFF, mantissa >> 32)
    var carry: UInt64 = 0
    var lowerDigits: UInt64 = 0
    for index in stride(from: 5, through: 0, by: -1) {
      let digits = Self.digits(from: firstDigit + 32 * index)
      // One column of the long multiplication: this word times the lower factor, the last times the upper.
      let (lower, upper) = (digits * factors.0, lowerDigits * factors.1)
      let column = carry + (lower & 0xFFFF_FFFF) + (upper & 0xFFFF_FFFF)
      words[index] = UInt32(truncatingIfNeeded: column)
      carry = (column >> 32) + (lower >> 32) + (upper >> 32)
      lowerDigits = digits
    }
  }

  private static func digits(from start: Int) -> UInt64 {
    let (word, shift) = (start >> 5, start & 31)
    let pair = UInt64(TwoOverPi.words[word]) << 32 | UInt64(TwoOverPi.words[word + 1])
    return (pair >> UInt64(32 - shift)) & 0xFFFF_FFFF
  }

  /// Takes the fraction of 190 digits away from 1.
  mutating func negate() {
    var carry: UInt64 = 1
    for index in stride(from: 5, through: 0, by: -1) {
      let mask: UInt32 = index == 0 ? 0x3FFF_FFFF : 0xFFFF_FFFF
      let column = UInt64(~words[index] & mask) + carry
      words[index] = UInt32(truncatingIfNeeded: column) & mask
      carry = column >> 32
    }
  }

  /// The words put together, from the smallest on.
  var value: Pair {
    var sum = Pair(0)
    for index in stride(from: 5, through: 0, by: -1) {
      sum = sum + Double(words[index]) * powerOfTwo(2 - 32 * (index + 1))
    }
    return sum
  }
}
