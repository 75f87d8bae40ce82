/// The logistic function, 1/(1 + e⁻ˣ).
///
/// On the left it is eˣ/(1 + eˣ), so that nothing overflows.
public func sigmoid(_ x: Double) -> Double {
  let decay = exp(-x.magnitude)
  return (x < 0 ? decay : 1) / (1 + decay)
}

/// The slope of the logistic function, σ(x)·σ(−x).
///
/// The usual σ·(1 − σ) loses it above 37, where σ is 1 to the last bit.
public func sigmoidDerivative(_ x: Double) -> Double {
  let decay = exp(-x.magnitude)
  return decay / ((1 + decay) * (1 + decay))
}

/// log(1 + eˣ), a smooth ReLU.
///
/// Its slope is the logistic function.
public func softplus(_ x: Double) -> Double {
  guard x.magnitude < .infinity else { return x < 0 ? 0 : x }
  return max(x, 0) + log1p(exp(-x.magnitude))
}

/// x·σ(x), also called swish.
public func silu(_ x: Double) -> Double {
  guard x < 0 else { return x * sigmoid(x) }
  guard x > -760 else { return -0.0 }
  let decay = ScaledExponential(x)
  return decay.value(times: x / (1 + decay.value()))
}

/// The slope of SiLU, σ(x)·(1 + x·σ(−x)).
public func siluDerivative(_ x: Double) -> Double {
  guard x.magnitude < 760 else { return x.isNaN ? x : (x < 0 ? -0.0 : 1) }
  let decay = ScaledExponential(-x.magnitude)
  let share = 1 / (1 + decay.value())
  if x < 0 { return decay.value(times: share * (1 + x * share)) }
  return share * (1 + x * (decay.value() * share))
}
