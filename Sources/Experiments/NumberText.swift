import Figures

/// A number for a table: at most `digits` digits, with a minus sign at which no line ends.
func short(_ number: Double, _ digits: Int = 4) -> String {
  if number.isNaN { return "NaN" }
  if number.isInfinite { return number < 0 ? "−∞" : "∞" }
  return String(significant(number, digits).map { $0 == "-" ? "−" : $0 })
}

/// A number that may not be there.
func short(_ number: Double?, _ digits: Int = 4) -> String {
  number.map { short($0, digits) } ?? "–"
}

/// A number that may not be there, small ones with a power of ten: `4.7e−4`.
func compact(_ number: Double?, _ digits: Int = 2) -> String {
  guard let number, number.magnitude < 0.01, number.magnitude > 1e-300 else { return short(number, digits) }
  var (mantissa, power) = (number, 0)
  while mantissa.magnitude < 1 { (mantissa, power) = (mantissa * 10, power - 1) }
  let text = significant(mantissa, digits)
  return text.hasSuffix("10")
    ? "\(short(mantissa / 10, 1))e\(minus(power + 1))" : "\(short(mantissa, digits))e\(minus(power))"
}

/// A number of any size with a power of ten where it is long without: `0.163`, `1.2e9`, `2.6e−24`.
package func scientific(_ number: Double, _ digits: Int = 3) -> String {
  let size = number.magnitude
  guard size >= 1e4, size.isFinite else { return compact(number, digits) }
  var (mantissa, power) = (number, 0)
  while mantissa.magnitude >= 10 { (mantissa, power) = (mantissa / 10, power + 1) }
  let text = short(mantissa, digits)
  return text.hasSuffix("10") ? "\(short(mantissa / 10, 1))e\(power + 1)" : "\(text)e\(power)"
}

private func minus(_ power: Int) -> String { power < 0 ? "−\(-power)" : "\(power)" }

/// An interval for a table: `0…1`; one number where its ends are equal.
func interval(_ a: Double, _ b: Double, _ digits: Int = 4) -> String {
  let (low, high) = (short(min(a, b), digits), short(max(a, b), digits))
  return low == high ? low : "\(low)…\(high)"
}

/// A share as a percentage: `12.5%`; only none is 0%, and only all are 100%.
package func percent(_ share: Double) -> String {
  if share > 0, share < 1e-5 { return "<0.001%" }
  let text = short(100 * share, 3)
  return share < 1 && text == "100" ? ">99.9%" : "\(text)%"
}
