/// The hyperbolic tangent, (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ).
@_disfavoredOverload
public func tanh(_ x: Double) -> Double {
  let size = x.magnitude
  guard size < 22 else { return x.isNaN ? x : (x < 0 ? -1 : 1) }
  let growth = expm1(2 * size)
  let value = size < 0.55 ? growth / (growth + 2) : 1 - 2 / (growth + 2)
  return x.sign == .minus ? -value : value
}

/// The slope of tanh, 1 − tanh² x.
///
/// Written as 4e^(−2|x|)/(1 + e^(−2|x|))², which does not subtract two numbers near 1: the slope is still
/// there at 20, where tanh is 1 to the last bit.
public func tanhDerivative(_ x: Double) -> Double {
  let decay = exp(-2 * x.magnitude)
  return 4 * decay / ((1 + decay) * (1 + decay))
}
