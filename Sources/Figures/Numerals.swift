/// `x` with exactly this many digits after the point, correctly rounded: `fixed(2.0 / 3, 2)` is `0.67`.
///
/// A number half-way between two such decimals goes to the one whose last digit is even.
public func fixed(_ x: Double, _ places: Int) -> String {
  guard x.isFinite else { return x.description }
  var expansion = DecimalExpansion(x)
  expansion.round(toPlaces: places)
  let sign = x.sign == .minus && !expansion.isZero ? "-" : ""
  return sign + expansion.decimal(places: places)
}

/// `x` with at most this many digits, correctly rounded, no zeros at the end: `significant(2.0 / 3, 2)` is `0.67`.
///
/// Very large and very small numbers get a power of ten: `1.2e-14`.
public func significant(_ x: Double, _ digits: Int = 3) -> String {
  significant(x, digits, powerFrom: max(6, digits))
}

/// The same, with a power of ten for every number of at least 10^`limit`.
func significant(_ x: Double, _ digits: Int, powerFrom limit: Int) -> String {
  guard x.isFinite, x != 0 else { return x == 0 ? "0" : x.description }
  var expansion = DecimalExpansion(x)
  expansion.round(toDigits: max(1, digits))
  let sign = x < 0 ? "-" : ""
  let power = expansion.point - 1
  if power >= min(-4, limit), power < limit {
    return sign + expansion.decimal(places: max(0, expansion.digits.count - expansion.point))
  }
  return sign + expansion.mantissa + "e" + String(power)
}

/// The exact decimal digits of a number: 0.d₁d₂d₃… · 10^point.
struct DecimalExpansion {
  var digits: [UInt8]
  var point: Int

  var isZero: Bool { digits.isEmpty }

  /// Every double is an integer times a power of two, so its digits are those of an integer: of m·2^e, or of
  /// m·5^k with the point moved k places.
  init(_ x: Double) {
    guard x != 0 else {
      (digits, point) = ([], 0)
      return
    }
    let isNormal = x.exponentBitPattern > 0
    let raw = x.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let spare = raw.trailingZeroBitCount
    let exponent = max(Int(x.exponentBitPattern), 1) - 1075 + spare
    var integer = LargeInteger(raw >> UInt64(spare))
    integer.multiply(by: exponent < 0 ? 5 : 2, times: abs(exponent))
    digits = integer.digits
    point = digits.count + min(exponent, 0)
    trim()
  }

  mutating func round(toPlaces places: Int) { round(toDigits: point + places) }

  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let isUp = roundsUp(at: count)
    digits.removeSubrange(count...)
    if isUp { increment() }
    trim()
  }

  private func roundsUp(at index: Int) -> Bool {
    if digits[index] != 5 { return digits[index] > 5 }
    if index + 1 < digits.count { return true }
    return index > 0 && digits[index - 1] % 2 == 1
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
  }

  private func digit(_ index: Int) -> Character {
    let value = index >= 0 && index < digits.count ? digits[index] : 0
    return Character(UnicodeScalar(48 + value))
  }

  /// The digits with the point in its place.
  func decimal(places: Int) -> String {
    let whole = isZero || point <= 0 ? "0" : String((0..<point).map(digit))
    guard places > 0 else { return whole }
    return whole + "." + String((0..<places).map { digit(isZero ? -1 : point + $0) })
  }

  /// The digits with the point after the first.
  var mantissa: String {
    digits.count == 1 ? String(digit(0)) : String(digit(0)) + "." + String((1..<digits.count).map(digit))
  }
}

/// A natural number of any size, in limbs of nine decimal digits, the lowest first.
private struct LargeInteger {
  private static let base: UInt64 = 1_000_000_000
  private var limbs: [UInt64]

  init(_ value: UInt64) {
    limbs = [value % Self.base, value / Self.base % Self.base, value / Self.base / Self.base]
  }

  mutating func multiply(by factor: UInt64, times count: Int) {
    var (pending, held) = (1 as UInt64, 0)
    for _ in 0..<count {
      pending *= factor
      held += 1
      if held == 12 {
        multiply(by: pending)
        (pending, held) = (1, 0)
      }
    }
    if held > 0 { multiply(by: pending) }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Self.base
      carry = product / Self.base
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// The decimal digits, highest first, without leading zeros.
  var digits: [UInt8] {
    var result: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        result.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while result.last == 0 { result.removeLast() }
    return result.reversed()
  }
}
