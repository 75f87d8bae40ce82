/// log(1 + e^(βx))/β, a smooth ReLU; β > 0 says how sharply it bends.
///
/// Written as max(x, 0) + log(1 + e^(−β|x|))/β, which neither overflows nor cancels. PyTorch goes over to x
/// where βx > 20; this does not.
public func softplus(_ x: Double, beta: Double = 1) -> Double {
  guard !x.isNaN else { return x }
  let decay = ScaledExponential(-scaledArgument(x.magnitude, by: beta))
  let ramp = max(x, 0)
  guard decay.exponent > -70 else { return ramp + decay.value(times: 1 / Pair(beta)) }
  return (log1p(decay.pair) / beta + ramp).value
}

/// The slope of softplus, σ(βx).
public func softplusDerivative(_ x: Double, beta: Double = 1) -> Double {
  sigmoid(scaledArgument(x, by: beta))
}

/// The second derivative of softplus, β·σ′(βx).
public func softplusSecondDerivative(_ x: Double, beta: Double = 1) -> Double {
  sigmoidDerivative(scaledArgument(x, by: beta), times: Pair(beta))
}

/// log(1 + eˣ) − log 2, which is 0 at 0.
///
/// Written as log1p(expm1(x)/2), for the difference cancels at 0.
public func shiftedSoftplus(_ x: Double) -> Double {
  if x == 0 { return x }
  guard x < 50 else { return x - 0.6931471805599453 }
  return log1p(expm1(Pair(x)).shifted(by: -1)).value
}

/// The slope of the shifted softplus, σ(x).
public func shiftedSoftplusDerivative(_ x: Double) -> Double { sigmoid(x) }

/// The second derivative of the shifted softplus, σ′(x).
public func shiftedSoftplusSecondDerivative(_ x: Double) -> Double { sigmoidDerivative(x) }
