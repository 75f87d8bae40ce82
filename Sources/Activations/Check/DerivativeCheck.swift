/// The comparison of a stated derivative with slopes found in other ways.
///
/// Differences of the values are always there; jets and the complex step are where the activation offers its
/// formula. Every point has its own bound, four times what the method itself may be off by. A point is wrong when
/// it exceeds its bound, and undecidable when the bound is wider than the slope; the check passes when
/// no point is wrong, some are decided, and every slope stated at a kink lies between those of both sides.
public struct DerivativeCheck: Sendable, Hashable {
  /// What is said of a point, or of all.
  public enum Verdict: Sendable, Hashable, CaseIterable {
    /// Stated and measured agree within the bound.
    case correct
    /// They differ by more.
    case wrong
    /// Nothing that could be measured here tells right from wrong.
    case undecidable
  }

  /// How the slope is found with which the stated one is compared.
  public enum Method: Sendable, Hashable, CaseIterable {
    /// Central differences of the values, extrapolated.
    case differences
    /// The chain rule, on the formula.
    case jets
    /// The imaginary part of the formula at x + ih, divided by h.
    case complexStep
  }

  /// A point away from kinks.
  public struct Point: Sendable, Hashable {
    /// The argument.
    public var x: Double
    /// The derivative as stated.
    public var stated: Double
    /// The slope as measured.
    public var measured: Double
    /// How much of a difference the measurement itself explains.
    public var bound: Double
    /// Whether both agree.
    public var verdict: Verdict

    /// The distance between stated and measured, in bounds: above 1 the derivative is wrong.
    ///
    /// Where nothing can be decided it is 0.
    public var margin: Double {
      let error = (stated - measured).magnitude
      if verdict == .undecidable || error <= 0 { return 0 }
      return error.isNaN ? .infinity : error / bound
    }
  }

  /// The stated derivative, or the value, beside what one method finds.
  public struct Comparison: Sendable, Hashable {
    /// The method.
    public var method: Method
    /// The points away from kinks, in the order of the grid.
    public var points: [Point] = []

    /// The point with the largest margin; among equals, the one with the largest bound.
    public var worst: Point? { points.max { ($0.margin, $0.bound) < ($1.margin, $1.bound) } }

    /// How many points have this verdict.
    public func count(_ verdict: Verdict) -> Int { points.count { $0.verdict == verdict } }

    /// The verdict on all points together.
    public var verdict: Verdict {
      if points.contains(where: { $0.verdict == .wrong }) { return .wrong }
      return points.contains { $0.verdict == .correct } ? .correct : .undecidable
    }
  }

  /// The name of the activation.
  public var name: String
  /// What the arguments are called.
  public var variable = "x"
  /// The points away from kinks, in the order of the grid, each as the sharpest method decides it.
  public var points: [Point] = []
  /// The stated derivative beside each method, the sharpest first.
  public var comparisons: [Comparison] = []
  /// Points at which the value and its formula differ: `stated` is the value, `measured` that of the formula.
  public var valueErrors: [Point] = []
  /// The kinks met, from left to right.
  public var kinks: [MeasuredKink] = []
  /// The largest step that rounding puts into the values, where it is seen as steps; else 0.
  public var roughness = 0.0
  /// Plain central differences at the worst point, from step to step.
  public var sweep: StepSweep?

  /// The verdict on all points and kinks together.
  public var verdict: Verdict {
    let isWrong =
      !valueErrors.isEmpty || points.contains { $0.verdict == .wrong } || kinks.contains { !$0.isAccepted }
    if isWrong { return .wrong }
    return kinks.isEmpty && !points.contains { $0.verdict == .correct } ? .undecidable : .correct
  }

  /// Whether the derivative was compared somewhere and nothing speaks against it.
  public var passed: Bool { verdict == .correct }

  /// The point with the largest margin; among equals, the one with the largest bound.
  ///
  /// A value that is not that of the formula comes before any slope.
  public var worst: Point? {
    (valueErrors.isEmpty ? points : valueErrors).max { ($0.margin, $0.bound) < ($1.margin, $1.bound) }
  }

  /// How many points nothing could be said of.
  public var undecidable: Int { points.count { $0.verdict == .undecidable } }

  /// The relative error that would have been seen, had every stated slope been off by it.
  public var resolution: Double {
    points.lazy.filter { $0.stated != 0 && $0.verdict != .undecidable }
      .map { $0.bound / $0.stated.magnitude }.min() ?? .infinity
  }

  /// Steps of a plain central difference at the worst point.
  public var steps: [Double] { sweep?.steps ?? [] }
  /// The error of the central difference with each of `steps`, measured from the stated derivative.
  public var stepErrors: [Double] { sweep?.errors ?? [] }
}

extension Activation {
  /// Compares the stated derivative with slopes found in other ways on a grid.
  ///
  /// Kinks are looked for, those that `kinks` names and any other; at a kink the stated derivative must lie
  /// between the slopes of both sides. `grid` is −8…8 in steps of 0.1 when nothing else is said.
  public func checkDerivative(on grid: [Double] = linspace(-8, 8, 161)) -> DerivativeCheck {
    var definitions: [DefinitionSlope] = []
    if let jet { definitions.append(DefinitionSlope(jet: jet)) }
    if let complex { definitions.append(DefinitionSlope(complex: complex)) }
    return SlopeComparison(of: self, on: grid, definitions: definitions).result()
  }

  /// Compares the stated second derivative, where there is one, with the slopes of the first.
  ///
  /// The kinks of the function are jumps of its slope, and there nothing is compared.
  public func checkSecondDerivative(on grid: [Double] = linspace(-8, 8, 161)) -> DerivativeCheck? {
    guard let secondDerivative else { return nil }
    let slope = Activation(
      name + "′", kinks: kinks.map { Kink(at: $0.position) }, value: derivative, derivative: secondDerivative)
    let definitions = jet.map { [DefinitionSlope(secondOf: $0)] } ?? []
    return SlopeComparison(of: slope, on: grid, definitions: definitions).result()
  }
}
