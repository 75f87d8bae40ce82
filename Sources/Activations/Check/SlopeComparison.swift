/// A derivative check while it is being made.
struct SlopeComparison {
  let activation: Activation
  let grid: [Double]
  let definitions: [DefinitionSlope]
  let meter: SlopeMeter
  let breaks: FunctionBreaks
  let scale: SlopeScale

  init(of activation: Activation, on grid: [Double], definitions: [DefinitionSlope]) {
    self.activation = activation
    self.grid = grid
    self.definitions = definitions
    meter = SlopeMeter(function: activation.value)
    breaks = FunctionBreaks(of: activation, around: grid)
    scale = SlopeScale(of: activation, on: grid)
  }

  func result() -> DerivativeCheck {
    var check = DerivativeCheck(name: activation.name)
    check.kinks = breaks.spots.map(kink(at:))
    check.roughness = breaks.roughness
    check.comparisons = definitions.map { DerivativeCheck.Comparison(method: $0.method) }
    check.comparisons.append(DerivativeCheck.Comparison(method: .differences))
    for x in grid where !check.kinks.contains(where: { $0.position == x }) { compare(at: x, into: &check) }
    if let worst = check.worst, worst.x.isFinite {
      check.sweep = StepSweep(
        of: activation.value, at: worst.x, stated: worst.stated, noise: breaks.noise(around: worst.x))
    }
    return check
  }

  /// Lets every method judge one point; the sharpest that can decides it.
  private func compare(at x: Double, into check: inout DerivativeCheck) {
    let stated = activation.derivative(x)
    let scatter = self.scatter(of: stated, at: x)
    var decisive: DerivativeCheck.Point?
    for index in definitions.indices {
      let found = definitions[index].measured(at: x)
      if let error = valueError(at: x, found.value) {
        check.valueErrors.append(error)
        continue
      }
      var point = judged(x, stated, found.slope, scatter, check.kinks)
      if point.verdict == .wrong, decisive != nil { point.verdict = .undecidable }
      check.comparisons[index].points.append(point)
      if point.verdict != .undecidable, decisive == nil { decisive = point }
    }
    var point = judged(x, stated, difference(at: x), scatter, check.kinks)
    if point.verdict == .wrong, decisive?.verdict == .correct { point.verdict = .undecidable }
    check.comparisons[definitions.count].points.append(point)
    check.points.append(decisive ?? point)
  }

  private func difference(at x: Double) -> MeasuredSlope {
    let reach = min(SlopeMeter.widestStep(at: x), breaks.distance(to: x))
    guard x.isFinite, reach > 0 else { return MeasuredSlope(slope: .nan, error: .infinity) }
    return meter.central(at: x, reach: reach, noise: breaks.noise(around: x))
  }

  /// By how much the stated slope differs between arguments that can hardly be told from `x`.
  private func scatter(of stated: Double, at x: Double) -> Double {
    let below = activation.derivative(x.nextDown.nextDown) - stated
    let above = activation.derivative(x.nextUp.nextUp) - stated
    return largest(below.magnitude, above.magnitude)
  }

  /// The verdict on one point by one method.
  private func judged(
    _ x: Double, _ stated: Double, _ found: MeasuredSlope, _ scatter: Double,
    _ kinks: [DerivativeCheck.MeasuredKink]
  ) -> DerivativeCheck.Point {
    let bound = 4 * (found.error + scatter)
    var point = DerivativeCheck.Point(
      x: x, stated: stated, measured: found.slope, bound: bound, verdict: .undecidable)
    if !stated.isFinite {
      point.verdict = isOverflow(at: x) ? .undecidable : .wrong
    } else if found.slope.isFinite, bound < .infinity {
      point.verdict = verdict(stated, found.slope, bound)
    }
    if point.verdict == .wrong, isBesideKink(x, stated, kinks) { point.verdict = .undecidable }
    return point
  }

  private func verdict(_ stated: Double, _ measured: Double, _ bound: Double) -> DerivativeCheck.Verdict {
    let error = (stated - measured).magnitude
    if error == 0 { return .correct }
    if error > bound { return error > scale.lostDigits ? .wrong : .undecidable }
    let isSharp = bound < stated.magnitude || stated == 0 && bound < 0x1p-20 * scale.largest
    return isSharp ? .correct : .undecidable
  }

  /// Whether there is no number at `x` because the values have grown too large, not because of a pole.
  private func isOverflow(at x: Double) -> Bool {
    guard x.isFinite else { return true }
    let reach = x.magnitude / 1024
    return reach > 0 && [x - reach, x, x + reach].allSatisfy { !activation($0).isFinite }
  }

  /// Whether `x` is so close to a kink that the formula may already be on its other side.
  private func isBesideKink(_ x: Double, _ stated: Double, _ kinks: [DerivativeCheck.MeasuredKink]) -> Bool {
    kinks.contains { kink in
      let reach = max(0x1p-48 * max(1, kink.position.magnitude), kink.uncertainty)
      return (x - kink.position).magnitude <= reach && (kink.jump > 0 || kink.hasBetween(stated))
    }
  }

  /// Where the value is not what the formula gives, the point that says so.
  private func valueError(at x: Double, _ found: MeasuredSlope) -> DerivativeCheck.Point? {
    let value = activation(x)
    let error = (value - found.slope).magnitude
    guard value.isFinite, found.slope.isFinite, error > 0 else { return nil }
    let bound = 4 * found.error + scale.lostValue(at: x)
    guard error > bound,
      !breaks.spots.contains(where: { $0.distance(to: x) <= 0x1p-48 * max(1, x.magnitude) })
    else { return nil }
    return DerivativeCheck.Point(x: x, stated: value, measured: found.slope, bound: bound, verdict: .wrong)
  }
}

extension SlopeComparison {
  /// A kink with the slopes that the values have on both sides of it.
  private func kink(at spot: Break) -> DerivativeCheck.MeasuredKink {
    let (x, gap) = (spot.position, spot.uncertainty)
    let reach = min(SlopeMeter.widestStep(at: x), breaks.room(beside: spot)) / 2
    let noise = breaks.noise(around: x)
    let left = meter.oneSided(at: x - gap, reach: -reach, noise: noise)
    let right = meter.oneSided(at: x + gap, reach: reach, noise: noise)
    let jump = spot.jump > 0 ? spot.jump : self.jump(at: spot, left, right)
    let position = jump > 0 ? x : corner(at: spot, left.slope, right.slope)
    let size = max(left.slope.magnitude, right.slope.magnitude)
    let slack = 4 * (left.error + right.error) + 0x1p-30 * size
    let isBent = (left.slope - right.slope).magnitude > slack
    let named = activation.kinks.first { $0.position == position }
    return DerivativeCheck.MeasuredKink(
      position: position, kind: jump > 0 ? .jump : isBent ? .kink : .curvature, left: left.slope,
      right: right.slope, stated: activation.derivative(position), jump: jump, slack: slack,
      uncertainty: 2 * gap, conventions: named?.conventions ?? [])
  }

  /// What is left of the rise across the place when both slopes have had their part of it.
  private func jump(at spot: Break, _ left: MeasuredSlope, _ right: MeasuredSlope) -> Double {
    let (x, gap) = (spot.position, spot.uncertainty)
    let (low, high) = (activation(x - gap), activation(x + gap))
    let rise = (high - low - (left.slope + right.slope) * gap).magnitude
    let doubt = 0x1p-40 * max(low.magnitude, high.magnitude) + 0x1p-1060
    return rise > doubt + 8 * (left.slope.magnitude + right.slope.magnitude) * gap ? rise : 0
  }

  /// Where the straight continuations of both sides meet, if that is more exact than the search.
  private func corner(at spot: Break, _ left: Double, _ right: Double) -> Double {
    let (x, gap) = (spot.position, spot.uncertainty)
    guard gap > 0x1p-40, left != right else { return x }
    let rise = activation(x + gap) - activation(x - gap)
    let shift = (rise - (left + right) * gap) / (left - right)
    return shift.magnitude > 0x1p-40 && shift.magnitude < 2 * gap ? x + shift : x
  }
}
