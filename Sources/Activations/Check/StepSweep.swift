/// Plain central differences at one point, with one step after the other: the V of error over step.
///
/// A large step leaves truncation, h²/6·|f‴|, a small one rounding, (ε|f| + u|x f′|)/h. The sum is least at
/// h* = ∛(3(ε|f| + u|x f′|)/|f‴|).
public struct StepSweep: Sendable, Hashable {
  /// The point.
  public var x: Double
  /// The steps: 1, ½, ¼ and so on.
  public var steps: [Double] = []
  /// The error of the central difference with each of `steps`, measured from the stated derivative.
  public var errors: [Double] = []
  /// |f‴| around the point, from how the differences converge; `nil` where no step shows them do so.
  public var thirdDerivative: Double?
  /// ε|f| + u|x f′|: how much of a value is rounding.
  public var roundingUnit: Double

  /// What the error model says truncation leaves with a step.
  public func truncation(_ step: Double) -> Double { (thirdDerivative ?? 0) * step * step / 6 }

  /// What the error model says rounding leaves with a step.
  public func rounding(_ step: Double) -> Double { roundingUnit / step }

  /// The step at which the modelled error is least.
  public var predictedStep: Double? {
    guard let thirdDerivative, thirdDerivative > 0, roundingUnit > 0 else { return nil }
    return exp(log(3 * roundingUnit / thirdDerivative) / 3)
  }

  /// The step with the least error that is not 0, which would be luck.
  public var measuredStep: Double? {
    var best: Int?
    for index in steps.indices
    where errors[index] > 0 && errors[index] < best.map({ errors[$0] }) ?? .infinity {
      best = index
    }
    return best.map { steps[$0] }
  }

  /// The differences of `function` at `x`, beside the slope stated there.
  init(of function: (Double) -> Double, at x: Double, stated: Double, noise: Double) {
    self.x = x
    steps = (0...40).map { powerOfTwo(-$0) }
    var slopes: [Double] = []
    for step in steps {
      let (left, right) = (x - step, x + step)
      slopes.append((function(right) - function(left)) / (right - left))
    }
    errors = slopes.map { ($0 - stated).magnitude }
    roundingUnit = max(noise, 0x1p-53 * function(x).magnitude) + 0x1p-53 * (x * stated).magnitude
    thirdDerivative = Self.thirdDerivative(slopes, steps, roundingUnit)
  }

  /// From the smallest step at which halving still divides what is left by four.
  private static func thirdDerivative(_ slopes: [Double], _ steps: [Double], _ unit: Double) -> Double? {
    for index in stride(from: slopes.count - 3, through: 0, by: -1) {
      let first = (slopes[index] - slopes[index + 1]).magnitude
      let second = (slopes[index + 1] - slopes[index + 2]).magnitude
      let isRounding = second * steps[index + 2] < 16 * unit
      if !isRounding, first > 3.5 * second, first < 4.5 * second {
        return 6 * (first / 0.75) / (steps[index] * steps[index])
      }
    }
    return nil
  }
}
