/// x where |x| > λ, else 0: hard thresholding.
public func hardShrink(_ x: Double, lambda: Double = 0.5) -> Double { x.magnitude <= lambda ? 0 : x }

/// The slope of hard shrinking: 1 where |x| > λ, else 0.
///
/// At ±λ the value jumps and there is none; 0 is the convention of the frameworks.
public func hardShrinkDerivative(_ x: Double, lambda: Double = 0.5) -> Double {
  x.isNaN ? x : (x.magnitude > lambda ? 1 : 0)
}

/// The second derivative of hard shrinking, 0.
public func hardShrinkSecondDerivative(_ x: Double, lambda: Double = 0.5) -> Double { x.isNaN ? x : 0 }

/// x brought nearer to 0 by λ, or 0 where |x| ≤ λ: soft thresholding, the proximal map of λ|x|.
public func softShrink(_ x: Double, lambda: Double = 0.5) -> Double {
  if x.magnitude <= lambda { return 0 }
  return x < 0 ? x + lambda : x - lambda
}

/// The slope of soft shrinking: 1 where |x| > λ, else 0, also at the two kinks.
public func softShrinkDerivative(_ x: Double, lambda: Double = 0.5) -> Double {
  hardShrinkDerivative(x, lambda: lambda)
}

/// The second derivative of soft shrinking, 0.
public func softShrinkSecondDerivative(_ x: Double, lambda: Double = 0.5) -> Double { x.isNaN ? x : 0 }

/// x where x > `threshold`, else `value`.
public func threshold(_ x: Double, threshold: Double = 1, value: Double = 0) -> Double {
  x <= threshold ? value : x
}

/// The slope of the threshold: 1 where x > `threshold`, else 0, also where the value jumps.
public func thresholdDerivative(_ x: Double, threshold: Double = 1, value: Double = 0) -> Double {
  x.isNaN ? x : (x > threshold ? 1 : 0)
}

/// The second derivative of the threshold, 0.
public func thresholdSecondDerivative(_ x: Double, threshold: Double = 1, value: Double = 0) -> Double {
  x.isNaN ? x : 0
}
