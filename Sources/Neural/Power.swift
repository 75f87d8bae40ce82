import Activations

/// xⁿ: by squaring where n is a whole number, e^(n·log x) where it is not.
///
/// A negative x has no power that is not whole: NaN.
func power(_ x: Double, _ exponent: Double) -> Double {
  guard exponent.rounded() == exponent, exponent.magnitude <= 1024 else {
    if exponent == 0.5 { return x.squareRoot() }
    guard x != 0 else { return exponent > 0 ? 0 : .infinity }
    return x < 0 ? .nan : exp(exponent * log(x))
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
