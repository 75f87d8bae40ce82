/// log₁₀ x for positive x, exact enough to draw by.
///
/// With x = 2^k·m, the logarithm of m is 2·artanh((m − 1)/(m + 1)), a series.
func decimalLogarithm(_ x: Double) -> Double {
  let ratio = (x.significand - 1) / (x.significand + 1)
  let square = ratio * ratio
  var sum = 0.0
  for denominator in stride(from: 31.0, through: 1, by: -2) { sum = sum * square + 1 / denominator }
  let naturalOfTwo = 0.6931471805599453
  let naturalOfTen = 2.302585092994046
  return (Double(x.exponent) * naturalOfTwo + 2 * ratio * sum) / naturalOfTen
}

/// 10^power, correctly rounded for the powers that axes have.
func powerOfTen(_ power: Int) -> Double {
  var value = 1.0
  for _ in 0..<abs(power) { value *= 10 }
  return power < 0 ? 1 / value : value
}

/// 10^exponent for an exponent that need not be whole, exact enough to draw by.
///
/// With 10^(1/2), 10^(1/4), … for the binary digits of the exponent's fraction.
func powerOfTen(exponent: Double) -> Double {
  guard exponent.magnitude < 400 else { return exponent < 0 ? 0 : .infinity }
  var fraction = exponent - exponent.rounded(.down)
  var (value, root) = (powerOfTen(Int(exponent.rounded(.down))), 10.0)
  while fraction > 0, root > 1 {
    (fraction, root) = (fraction * 2, root.squareRoot())
    if fraction >= 1 { (value, fraction) = (value * root, fraction - 1) }
  }
  return value
}
