import Activations

/// How the learning rate changes from step to step, as a factor of the largest one.
public enum LearningRateSchedule: Sendable {
  /// 1 throughout.
  case constant
  /// In a straight line over `warmUp` steps, from 1/`warmUp` at the first to 1 at the last, then 1.
  case warmUp(Int)
  /// Up to 1 over `warmUp` steps in the same way, then down half a cosine to `floor` at step `total` (Loshchilov 2017).
  case cosine(warmUp: Int, total: Int, floor: Double = 0.1)
  /// Times `factor` after every `every` steps: PyTorch's `StepLR`.
  case step(every: Int, factor: Double = 0.1)
  /// Times `factor` after every step: PyTorch's `ExponentialLR`.
  case exponential(factor: Double)

  /// The factor of step `step`, which counts from 0: of the steps of the optimiser, not of epochs.
  public func callAsFunction(_ step: Int) -> Double {
    switch self {
    case .constant: return 1
    case .warmUp(let steps): return min(1, Double(step + 1) / Double(max(steps, 1)))
    case .cosine(let warmUp, let total, let floor):
      if step < warmUp { return Double(step + 1) / Double(warmUp) }
      guard step < total else { return floor }
      return floor + (1 - floor) * halfCosine(Double(step - warmUp) / Double(total - warmUp))
    case .step(let every, let factor):
      require(every > 0, "a rate that changes every \(every) steps makes no sense")
      return power(factor, Double(step / every))
    case .exponential(let factor): return power(factor, Double(step))
    }
  }
}

/// (1 + cos πx)/2 for x in 0...1.
///
/// cos²(πx/2), by the Taylor series of the sine and cosine on at most π/4.
private func halfCosine(_ x: Double) -> Double {
  guard x > 0.5 else {
    let sine = taylorSine(1.5707963267948966 * x)
    return 1 - sine * sine
  }
  let sine = taylorSine(1.5707963267948966 * (1 - x))
  return sine * sine
}

private func taylorSine(_ x: Double) -> Double {
  var term = x
  var sum = x
  for n in 1...10 {
    term *= -x * x / Double(2 * n * (2 * n + 1))
    sum += term
  }
  return sum
}
