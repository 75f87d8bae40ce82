/// 1 where x ≥ 0, else 0: the unit of the perceptron.
public func step(_ x: Double) -> Double { x.isNaN ? x : (x >= 0 ? 1 : 0) }

/// The slope of the step, 0.
///
/// At 0 the value jumps and there is none; 0 is the convention of JAX, PyTorch refuses.
public func stepDerivative(_ x: Double) -> Double { x.isNaN ? x : 0 }

/// The second derivative of the step, 0.
public func stepSecondDerivative(_ x: Double) -> Double { x.isNaN ? x : 0 }

/// (x + 3)/6, limited to 0…1.
///
/// Keras 2 had 0.2·x + 0.5; Keras 3, PyTorch and JAX agree on this one.
public func hardSigmoid(_ x: Double) -> Double {
  if x <= -3 { return 0 }
  return x >= 3 ? 1 : (x + 3) / 6
}

/// The slope of the hard sigmoid: 1/6 between −3 and 3, else 0, also at these two places.
public func hardSigmoidDerivative(_ x: Double) -> Double { x.isNaN ? x : (x.magnitude < 3 ? 1.0 / 6 : 0) }

/// The second derivative of the hard sigmoid, 0.
public func hardSigmoidSecondDerivative(_ x: Double) -> Double { x.isNaN ? x : 0 }

/// x, limited to `min`…`max`.
public func hardTanh(_ x: Double, min: Double = -1, max: Double = 1) -> Double {
  if x <= min { return min }
  return x >= max ? max : x
}

/// The slope of the hard tanh: 1 inside, 0 outside.
///
/// At the bounds there are kinks; the convention is 0, as in PyTorch. JAX and Keras take 1.
public func hardTanhDerivative(_ x: Double, min: Double = -1, max: Double = 1) -> Double {
  if x <= min || x >= max { return 0 }
  return x.isNaN ? x : 1
}

/// The second derivative of the hard tanh, 0.
public func hardTanhSecondDerivative(_ x: Double, min: Double = -1, max: Double = 1) -> Double {
  x.isNaN ? x : 0
}

/// x·(x + 3)/6 between −3 and 3, 0 on the left, x on the right: SiLU out of straight pieces.
public func hardSwish(_ x: Double) -> Double {
  if x <= -3 { return 0 }
  return x >= 3 ? x : x * (x + 3) / 6
}

/// The slope of the hard swish: (2x + 3)/6 between −3 and 3, 0 on the left, 1 on the right.
///
/// At the two kinks it is 0 and 1, as in the frameworks.
public func hardSwishDerivative(_ x: Double) -> Double {
  if x <= -3 { return 0 }
  return x >= 3 ? 1 : (2 * x + 3) / 6
}

/// The second derivative of the hard swish: 1/3 between −3 and 3, else 0, also at these two places.
public func hardSwishSecondDerivative(_ x: Double) -> Double {
  x.isNaN ? x : (x.magnitude < 3 ? 1.0 / 3 : 0)
}

/// (x + 1)²/4 between −1 and 1, 0 on the left, x on the right.
public func sparsePlus(_ x: Double) -> Double {
  if x <= -1 { return 0 }
  return x >= 1 ? x : (x + 1) * (x + 1) / 4
}

/// The slope of sparse plus, the sparse sigmoid.
public func sparsePlusDerivative(_ x: Double) -> Double { sparseSigmoid(x) }

/// The second derivative of sparse plus: ½ between −1 and 1, else 0, also at these two places.
public func sparsePlusSecondDerivative(_ x: Double) -> Double {
  x.isNaN ? x : (x.magnitude < 1 ? 0.5 : 0)
}

/// (x + 1)/2, limited to 0…1.
public func sparseSigmoid(_ x: Double) -> Double {
  if x <= -1 { return 0 }
  return x >= 1 ? 1 : (x + 1) / 2
}

/// The slope of the sparse sigmoid: ½ between −1 and 1, else 0.
///
/// At the two kinks it is ½, as `torch.clamp` gives; JAX takes the mean of both sides, ¼.
public func sparseSigmoidDerivative(_ x: Double) -> Double {
  x.isNaN ? x : (x.magnitude <= 1 ? 0.5 : 0)
}

/// The second derivative of the sparse sigmoid, 0.
public func sparseSigmoidSecondDerivative(_ x: Double) -> Double { x.isNaN ? x : 0 }
