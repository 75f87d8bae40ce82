/// max(0, x).
public func relu(_ x: Double) -> Double {
  x <= 0 ? 0 : x
}

/// The slope of ReLU: 0 on the left, 1 on the right.
///
/// At 0 there is a kink; the convention is the left slope, 0, as in the frameworks.
public func reluDerivative(_ x: Double) -> Double {
  if x > 0 { return 1 }
  return x.isNaN ? x : 0
}

/// x on the right, `slope`·x on the left.
public func leakyReLU(_ x: Double, slope: Double = 0.01) -> Double {
  x < 0 ? slope * x : x
}

/// The slope of the leaky ReLU: `slope` on the left, 1 on the right.
///
/// At 0 there is a kink; the convention is the left slope.
public func leakyReLUDerivative(_ x: Double, slope: Double = 0.01) -> Double {
  if x > 0 { return 1 }
  return x.isNaN ? x : slope
}
