/// Numbers as readers expect them.
enum Numeral {
  /// The number to so many significant digits, without zeros at its end.
  static func text(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞" }
    guard value != 0 else { return "0" }
    let sign = value < 0 ? "−" : ""
    let (mantissa, exponent) = scientific(value.magnitude, digits)
    if exponent < -4 || exponent >= max(digits, 6) {
      return sign + point(mantissa, after: 1) + "e\(exponent)"
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + trimmed(mantissa) }
    let zeros = max(0, exponent + 1 - mantissa.count)
    return sign + point(mantissa + String(repeating: "0", count: zeros), after: exponent + 1)
  }

  /// The significant digits and the power of ten of the first of them, from the shortest exact form.
  private static func scientific(_ value: Double, _ digits: Int) -> (String, Int) {
    let text = "\(value)".lowercased()
    let parts = text.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var all = Array((number[0] + (number.count > 1 ? number[1] : "")).utf8).map { Int($0) - 48 }
    exponent += number[0].count - 1
    while all.count > 1, all.first == 0 {
      all.removeFirst()
      exponent -= 1
    }
    if rounds(&all, to: digits) { exponent += 1 }
    return (all.map(String.init).joined(), exponent)
  }

  /// Rounds half away from zero; answers whether a new digit came to stand in front.
  private static func rounds(_ digits: inout [Int], to count: Int) -> Bool {
    guard digits.count > count else { return false }
    let isUp = digits[count] >= 5
    digits.removeLast(digits.count - count)
    guard isUp else { return false }
    for index in digits.indices.reversed() {
      digits[index] += 1
      if digits[index] < 10 { return false }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    digits.removeLast()
    return true
  }

  private static func point(_ digits: String, after count: Int) -> String {
    let fraction = trimmed(String(digits.dropFirst(count)))
    return digits.prefix(count) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func trimmed(_ digits: String) -> String {
    var kept = digits[...]
    while kept.last == "0" { kept.removeLast() }
    return String(kept)
  }
}
