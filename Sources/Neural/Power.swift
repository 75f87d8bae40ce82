import Activations

/// xⁿ: by squaring where n is a whole number up to 1024, else e^(n·log x).
///
/// A negative x has no power that is not whole: NaN.
func power(_ x: Double, _ exponent: Double) -> Double {
  guard exponent.rounded() == exponent, exponent.magnitude <= 1024 else {
    if exponent == 0.5 { return x.squareRoot() }
    guard x != 0 else { return exponent > 0 ? 0 : .infinity }
    let size = exp(exponent * log(x.magnitude))
    guard x < 0 else { return size }
    guard exponent.rounded() == exponent else { return .nan }
    return exponent.truncatingRemainder(dividingBy: 2) == 0 ? size : -size
  }
  let whole = wholePower(x, Int(exponent.magnitude))
  return exponent < 0 ? 1 / whole : whole
}

private func wholePower(_ x: Double, _ exponent: Int) -> Double {
  var result = 1.0
  var square = x
  var bits = exponent
  while bits > 0 {
    if bits & 1 == 1 { result *= square }
    square *= square
    bits >>= 1
  }
  return result
}
