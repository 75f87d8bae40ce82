/// The hyperbolic tangent, (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ).
///
/// The three functions are made of g = e^|x| − 1 in two doubles, which loses nothing near 0 (Muller,
/// Elementary Functions, 2016): tanh(x/2) = g/(g + 2), sinh x = (g + g/(g + 1))/2.
@_disfavoredOverload
public func tanh(_ x: Double) -> Double {
  if x.magnitude < 0x1p-28 { return x }
  guard x.magnitude < 22 else { return x.isNaN ? x : (x < 0 ? -1 : 1) }
  return tanh(Pair(x)).value
}

/// The hyperbolic tangent of x, to about 2⁻⁶³ of the value.
package func tanh(_ x: Pair) -> Pair {
  guard x.high.magnitude < 40 else { return Pair(x.high < 0 ? -1 : 1) }
  let growth = expm1((x.high < 0 ? -x : x).shifted(by: 1))
  let value = growth / (growth + 2)
  return x.high < 0 ? -value : value
}

/// The hyperbolic sine, (eˣ − e⁻ˣ)/2.
@_disfavoredOverload
public func sinh(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0x1p-28 { return x }
  guard size < 40 else { return Double(signOf: x, magnitudeOf: halfExponential(size)) }
  let growth = expm1(Pair(size))
  let value = (growth + growth / (growth + 1)).value / 2
  return x < 0 ? -value : value
}

/// The hyperbolic cosine, (eˣ + e⁻ˣ)/2.
@_disfavoredOverload
public func cosh(_ x: Double) -> Double {
  let size = x.magnitude
  guard size < 40 else { return halfExponential(size) }
  let power = exp(Pair(size))
  return (power + 1 / power).value / 2
}

/// eˣ/2 for x ≥ 40, which overflows later than eˣ.
private func halfExponential(_ x: Double) -> Double {
  x < 711 ? ScaledExponential(x).value(times: 0.5) : x * .infinity
}

/// The slope of tanh, 1 − tanh² x = 4e^(−2|x|)/(1 + e^(−2|x|))².
///
/// The right side does not subtract two numbers near 1: the slope is still there at 20, where tanh is 1 to the
/// last bit, and goes on until it is subnormal.
public func tanhDerivative(_ x: Double) -> Double {
  guard !x.isNaN else { return x }
  let decay = ScaledExponential(-2 * x.magnitude)
  guard decay.exponent > -100 else { return decay.value(times: 4) }
  let sum = decay.mantissa.shifted(by: decay.exponent) + 1
  return decay.value(times: 4 / (sum * sum))
}
