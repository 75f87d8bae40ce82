/// max(0, x).
public func relu(_ x: Double) -> Double { x <= 0 ? 0 : x }

/// The slope of ReLU: 0 on the left, 1 on the right.
///
/// At 0 there is a kink; the convention is the left slope, 0, as in the frameworks.
public func reluDerivative(_ x: Double) -> Double {
  if x > 0 { return 1 }
  return x.isNaN ? x : 0
}

/// The second derivative of ReLU, 0.
public func reluSecondDerivative(_ x: Double) -> Double { x.isNaN ? x : 0 }

/// min(max(0, x), 6).
public func relu6(_ x: Double) -> Double { x >= 6 ? 6 : relu(x) }

/// The slope of ReLU6: 1 between 0 and 6, else 0, also at these two places.
public func relu6Derivative(_ x: Double) -> Double { x >= 6 ? 0 : reluDerivative(x) }

/// The second derivative of ReLU6, 0.
public func relu6SecondDerivative(_ x: Double) -> Double { x.isNaN ? x : 0 }

/// x on the right, `slope`·x on the left.
///
/// With the slope 0 it is ReLU, also at −∞.
public func leakyReLU(_ x: Double, slope: Double = 0.01) -> Double {
  if x < 0 { return slope == 0 ? 0 : slope * x }
  return x
}

/// The slope of the leaky ReLU: `slope` on the left, 1 on the right.
///
/// At 0 there is a kink; the convention is the left slope, as in PyTorch. JAX and Keras take the right one.
public func leakyReLUDerivative(_ x: Double, slope: Double = 0.01) -> Double {
  if x > 0 { return 1 }
  return x.isNaN ? x : slope
}

/// The second derivative of the leaky ReLU, 0.
public func leakyReLUSecondDerivative(_ x: Double, slope: Double = 0.01) -> Double { x.isNaN ? x : 0 }

/// x on the right, `slope`·x on the left, where the slope is learned.
///
/// ¼ is the slope PyTorch begins with.
public func prelu(_ x: Double, slope: Double = 0.25) -> Double { leakyReLU(x, slope: slope) }

/// RReLU after training: x on the right, (lower + upper)/2·x on the left.
///
/// During training the slope is drawn between both for every number anew.
public func rreluEval(_ x: Double, lower: Double = 0.125, upper: Double = 1.0 / 3) -> Double {
  leakyReLU(x, slope: (lower + upper) / 2)
}

/// max(0, x)².
public func reluSquared(_ x: Double) -> Double { x <= 0 ? 0 : x * x }

/// The slope of ReLU², 2·max(0, x).
public func reluSquaredDerivative(_ x: Double) -> Double { x <= 0 ? 0 : 2 * x }

/// The second derivative of ReLU²: 0 on the left and at 0, 2 on the right.
public func reluSquaredSecondDerivative(_ x: Double) -> Double { 2 * reluDerivative(x) }

/// scale·max(0, x)² + bias.
///
/// The product is kept in two doubles, for it cancels with the bias near 0.7.
public func starReLU(_ x: Double, scale: Double = 0.8944, bias: Double = -0.4472) -> Double {
  if x <= 0 { return bias }
  guard x < 0x1p400 else { return scale * x * x }
  return (Pair.product(x, x) * scale + bias).value
}

/// The slope of StarReLU, 2·scale·max(0, x).
public func starReLUDerivative(_ x: Double, scale: Double = 0.8944, bias: Double = -0.4472) -> Double {
  x <= 0 ? 0 : 2 * scale * x
}

/// The second derivative of StarReLU: 0 on the left and at 0, 2·scale on the right.
public func starReLUSecondDerivative(_ x: Double, scale: Double = 0.8944, bias: Double = -0.4472) -> Double {
  2 * scale * reluDerivative(x)
}
