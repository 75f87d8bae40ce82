/// The logistic function, 1/(1 + e⁻ˣ).
///
/// On the left it is eˣ/(1 + eˣ), so that nothing overflows.
public func sigmoid(_ x: Double) -> Double { sigmoid(Pair(x)) }

/// The slope of the logistic function, σ(x)·σ(−x).
///
/// The usual σ·(1 − σ) loses it above 37, where σ is 1 to the last bit.
public func sigmoidDerivative(_ x: Double) -> Double { sigmoidDerivative(Pair(x)) }

/// The second derivative of the logistic function, −σ′(x)·tanh(x/2).
///
/// The usual σ′·(1 − 2σ) cancels at 0.
public func sigmoidSecondDerivative(_ x: Double) -> Double {
  sigmoidDerivative(Pair(x), times: Pair(-tanh(x / 2)))
}

/// σ of a number in two doubles.
func sigmoid(_ x: Pair) -> Double {
  let decay = ScaledExponential(x.high < 0 ? x : -x)
  let share = 1 / (1 + decay.pair)
  return x.high < 0 ? decay.value(times: share) : share.value
}

/// σ′ of a number in two doubles, times a factor.
func sigmoidDerivative(_ x: Pair, times factor: Pair = Pair(1)) -> Double {
  let decay = ScaledExponential(x.high < 0 ? x : -x)
  let sum = 1 + decay.pair
  return decay.value(times: factor / (sum * sum))
}

/// log σ(x) = −softplus(−x).
public func logSigmoid(_ x: Double) -> Double { -softplus(-x) }

/// The slope of log σ, σ(−x).
public func logSigmoidDerivative(_ x: Double) -> Double { sigmoid(-x) }

/// The second derivative of log σ, −σ′(x).
public func logSigmoidSecondDerivative(_ x: Double) -> Double { -sigmoidDerivative(x) }
