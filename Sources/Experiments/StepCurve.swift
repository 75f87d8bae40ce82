import Activations

/// The error of one way to compute a slope, from step to step, beside what the model says of it.
struct StepCurve {
  /// A step and the error it leaves.
  struct Optimum {
    var step: Double
    var error: Double
  }

  /// The name of the way.
  let name: String
  /// The steps, each half of the one before.
  let steps: [Double]
  /// The errors measured, relative to the slope where it is not 0; NaN where the difference is not finite.
  let errors: [Double]
  /// What truncation leaves by the model; empty where there is no model.
  var truncation: [Double] = []
  /// What rounding leaves by the model.
  var rounding: [Double] = []

  /// The step at which the model is least.
  var predicted: Optimum? {
    let sums = zip(truncation, rounding).map { $0 + $1 }
    guard let best = sums.indices.filter({ truncation[$0] > 0 }).min(by: { sums[$0] < sums[$1] }) else {
      return nil
    }
    return Optimum(step: steps[best], error: sums[best])
  }

  /// The step around which five neighbouring errors have the least geometric mean, and that mean: a single lucky
  /// hit does not count.
  var measured: Optimum? {
    var best: Optimum?
    for center in steps.indices.dropFirst(2).dropLast(2) {
      let around = errors[(center - 2)...(center + 2)].map { max($0, 0x1p-54) }
      guard !around.contains(where: \.isNaN) else { continue }
      let mean = exp(around.map { log($0) }.reduce(0, +) / 5)
      if mean < best?.error ?? .infinity { best = Optimum(step: steps[center], error: mean) }
    }
    return best
  }
}

/// Slopes at one point by difference quotients of ever smaller steps, computed in one type of number.
struct StepSweepLab<T: BinaryFloatingPoint> {
  let activation: Activation
  let function: (T) -> T
  let x: T
  let stated: Double
  let steps: [T]

  /// Steps 1, ½, ¼, … down to 2^−`halvings`.
  init(_ activation: Activation, _ function: @escaping (T) -> T, at x: T, halvings: Int) {
    (self.activation, self.function, self.x) = (activation, function, x)
    stated = activation.derivative(Double(x))
    var steps: [T] = [1]
    for _ in 0..<halvings { steps.append(steps[steps.count - 1] / 2) }
    self.steps = steps
  }

  private var unit: Double { Double(T.ulpOfOne) / 2 }

  /// A rule with its model, truncation c·h^p·max|f^(p+1)| and rounding (ε|f| + δ|f′|)·Σ|c|/h, where δ is by how much
  /// x ± jh is rounded.
  func curve(_ rule: DifferenceRule) -> StepCurve {
    var curve = StepCurve(
      name: rule.rawValue, steps: steps.map { Double($0) },
      errors: steps.map { error(rule.slope(of: function, at: x, step: $0)) })
    let size = Double(function(x)).magnitude
    for step in steps {
      let shift = argumentRounding(step, rule)
      curve.rounding.append(
        relative((unit * size + shift * stated.magnitude) * rule.roundingFactor / Double(step)))
    }
    let derivatives = HigherDerivatives(of: activation, at: Double(x))
    let sizes = derivatives.largest(
      rule.order + 1, within: curve.steps.reversed().map { $0 * Double(rule.reach) })
    curve.truncation = zip(curve.steps, sizes.reversed()).map { step, size in
      var power = rule.truncationFactor * size
      for _ in 0..<rule.order { power *= step }
      return relative(power)
    }
    return curve
  }

  /// Richardson's extrapolation of central differences, at most six columns.
  var richardson: StepCurve {
    var errors: [Double] = []
    var above: [T] = []
    for step in steps {
      var row = [DifferenceRule.central2.slope(of: function, at: x, step: step)]
      var factor: T = 4
      for column in 0..<min(above.count, 6) {
        row.append(row[column] + (row[column] - above[column]) / (factor - 1))
        factor *= 4
      }
      errors.append(error(row[row.count - 1]))
      above = row
    }
    return StepCurve(name: "Richardson", steps: steps.map { Double($0) }, errors: errors)
  }

  /// The largest difference between x + jh and what it is rounded to.
  private func argumentRounding(_ step: T, _ rule: DifferenceRule) -> Double {
    (1...rule.reach).map { Double((((x + T($0) * step) - x) - T($0) * step).magnitude) }.max() ?? 0
  }

  private func error(_ slope: T) -> Double { relative((Double(slope) - stated).magnitude) }

  private func relative(_ error: Double) -> Double {
    let relative = stated == 0 ? error : error / stated.magnitude
    return relative.isFinite ? relative : .nan
  }
}

extension StepSweepLab<Double> {
  /// Im f(x + ih)/h, in which nothing is subtracted; `nil` where the function is not analytic.
  var complexStep: StepCurve? {
    guard let complex = activation.complex else { return nil }
    let errors = steps.map { step in error(complex(Complex(x, step)).imaginary / step) }
    return StepCurve(name: "complex step", steps: steps, errors: errors)
  }
}
