/// The comparison of a stated derivative with slopes measured from the values alone.
///
/// Every point has its own bound, four times the error that the measurement estimates for itself; the check
/// passes when no difference exceeds its bound and every slope stated at a kink lies between those of both sides.
public struct DerivativeCheck: Sendable, Hashable {
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

    /// The distance between stated and measured, in bounds: above 1 the derivative is wrong.
    public var margin: Double {
      let error = (stated - measured).magnitude
      if error <= 0 { return 0 }
      return error.isNaN ? .infinity : error / bound
    }
  }

  /// A place where the slope, or even the value, jumps.
  public struct Kink: Sendable, Hashable {
    /// Where it is.
    public var position: Double
    /// The slope on its left.
    public var left: Double
    /// The slope on its right.
    public var right: Double
    /// The derivative as stated there.
    public var stated: Double
    /// By how much the value jumps; if it does, there is no slope, and nothing to check.
    public var jump: Double
    /// Whether the stated derivative lies between both slopes: it is then one of the subgradients.
    public var isAccepted: Bool
  }

  /// The name of the activation.
  public var name: String
  /// The points away from kinks, in the order of the grid.
  public var points: [Point] = []
  /// The kinks met, from left to right.
  public var kinks: [Kink] = []
  /// The largest step that rounding puts into the values, where it is seen as steps; else 0.
  public var roughness = 0.0
  /// Steps of a plain central difference at the worst point.
  public var steps: [Double] = []
  /// The error of the central difference with each of `steps`, measured from the stated derivative.
  public var stepErrors: [Double] = []

  /// Whether the derivative was compared somewhere and nothing speaks against it.
  public var passed: Bool {
    !(points.isEmpty && kinks.isEmpty) && points.allSatisfy { $0.margin <= 1 }
      && kinks.allSatisfy { $0.isAccepted }
  }

  /// The point with the largest margin; among equals, the one with the largest bound.
  public var worst: Point? { points.max { ($0.margin, $0.bound) < ($1.margin, $1.bound) } }

  /// The relative error that would have been seen, had every stated slope been off by it.
  public var resolution: Double {
    points.lazy.filter { $0.stated != 0 }.map { $0.bound / $0.stated.magnitude }.min() ?? .infinity
  }
}

extension Activation {
  /// Compares the stated derivative with slopes measured on a grid.
  ///
  /// Kinks are looked for, those that `kinks` names and any other; at a kink the stated derivative must lie
  /// between the slopes of both sides. `grid` is −8…8 in steps of 0.1 when nothing else is said.
  public func checkDerivative(on grid: [Double] = linspace(-8, 8, 161)) -> DerivativeCheck {
    SlopeComparison(of: self, on: grid).result()
  }
}

/// A derivative check while it is being made.
private struct SlopeComparison {
  let activation: Activation
  let grid: [Double]
  /// Where the function is not smooth.
  let breaks: [Break]
  /// Jumps too small to be meant: the steps of its rounding.
  let steps: [Break]
  let meter: SlopeMeter

  init(of activation: Activation, on grid: [Double]) {
    self.activation = activation
    self.grid = grid
    meter = SlopeMeter(function: activation.value)
    let windows = Self.windows(around: grid)
    let search = BreakSearch(function: activation.value)
    let found = windows.flatMap { window in
      search.breaks(from: window.lowerBound, to: window.upperBound, near: grid.filter { window.contains($0) })
    }
    let size = grid.map { activation($0).magnitude }.filter { $0.isFinite }.max() ?? 0
    let isStep = { (spot: Break) in spot.jump > 0 && spot.jump < 0x1p-20 * size }
    let named = activation.kinks.map { $0.position }.filter { kink in windows.contains { $0.contains(kink) } }
      .map { kink in
        let jump = found.filter { !isStep($0) && $0.covers(kink) }.map { $0.jump }.max() ?? 0
        return Break(position: kink, uncertainty: max(0x1p-1000, kink.ulp), jump: jump)
      }
    steps = found.filter(isStep)
    breaks = (named + found.filter { spot in !isStep(spot) && !named.contains { spot.covers($0.position) } })
      .sorted { $0.position < $1.position }
  }

  func result() -> DerivativeCheck {
    var check = DerivativeCheck(name: activation.name)
    for x in grid where !breaks.contains(where: { $0.covers(x) }) { check.points.append(point(at: x)) }
    check.kinks = breaks.map(kink(at:))
    check.roughness = steps.map { $0.jump }.max() ?? 0
    if let worst = check.worst { sweep(at: worst, into: &check) }
    return check
  }

  private func point(at x: Double) -> DerivativeCheck.Point {
    let distance = breaks.map { $0.distance(to: x) }.min() ?? .infinity
    let slope = meter.central(
      at: x, reach: min(SlopeMeter.widestStep(at: x), distance), noise: noise(around: x))
    return DerivativeCheck.Point(
      x: x, stated: activation.derivative(x), measured: slope.slope, bound: 4 * slope.error)
  }

  private func kink(at spot: Break) -> DerivativeCheck.Kink {
    let (x, gap) = (spot.position, spot.uncertainty)
    let room = breaks.map { $0.distance(to: x) }.filter { $0 > 0 }.min() ?? .infinity
    let reach = min(SlopeMeter.widestStep(at: x), room) / 2
    let left = meter.oneSided(at: x - gap, reach: -reach, noise: noise(around: x))
    let right = meter.oneSided(at: x + gap, reach: reach, noise: noise(around: x))
    let stated = activation.derivative(x)
    let slack = 4 * (left.error + right.error) + 1e-6 * max(left.slope.magnitude, right.slope.magnitude)
    let isBetween =
      stated >= min(left.slope, right.slope) - slack && stated <= max(left.slope, right.slope) + slack
    return DerivativeCheck.Kink(
      position: corner(at: spot, left.slope, right.slope), left: left.slope, right: right.slope,
      stated: stated, jump: spot.jump, isAccepted: spot.jump > 0 || isBetween)
  }

  /// Where the straight continuations of both sides meet, if that is more exact than the search.
  private func corner(at spot: Break, _ left: Double, _ right: Double) -> Double {
    let (x, gap) = (spot.position, spot.uncertainty)
    guard gap > 0x1p-40, spot.jump == 0, left != right else { return x }
    let rise = activation(x + gap) - activation(x - gap)
    let shift = (rise - (left + right) * gap) / (left - right)
    return shift.magnitude > 0x1p-40 && shift.magnitude < 2 * gap ? x + shift : x
  }

  private func noise(around x: Double) -> Double {
    let reach = 2 * SlopeMeter.widestStep(at: x)
    return steps.filter { $0.distance(to: x) < reach }.map { $0.jump }.max() ?? 0
  }

  private func sweep(at point: DerivativeCheck.Point, into check: inout DerivativeCheck) {
    check.steps = (0...40).map { powerOfTwo(-$0) }
    check.stepErrors = check.steps.map { step in
      let (left, right) = (point.x - step, point.x + step)
      return ((activation(right) - activation(left)) / (right - left) - point.stated).magnitude
    }
  }

  /// The grid's points with their reach, joined where they overlap.
  private static func windows(around grid: [Double]) -> [ClosedRange<Double>] {
    var windows: [ClosedRange<Double>] = []
    for x in grid.sorted() where x.isFinite {
      let reach = SlopeMeter.widestStep(at: x)
      if let last = windows.last, x - reach <= last.upperBound {
        windows[windows.count - 1] = last.lowerBound...(x + reach)
      } else {
        windows.append((x - reach)...(x + reach))
      }
    }
    return windows
  }
}
