/// A derivative check while it is being made.
struct SlopeComparison {
  let activation: Activation
  let grid: [Double]
  let definitions: [DefinitionSlope]
  let meter: SlopeMeter
  let breaks: FunctionBreaks
  let kinks: [DerivativeCheck.MeasuredKink]
  let scale: SlopeScale

  init(of activation: Activation, on grid: [Double], definitions: [DefinitionSlope]) {
    self.activation = activation
    self.grid = grid
    self.definitions = definitions
    meter = SlopeMeter(function: activation.value)
    scale = SlopeScale(of: activation, on: grid)
    let places = FunctionBreaks(of: activation, around: grid, scale: scale)
    let kinkMeter = KinkMeter(activation: activation, meter: meter, breaks: places)
    let found = places.spots.map(kinkMeter.kink(at:))
    let isReal = found.indices.map { places.spots[$0].isNamed || found[$0].kind != .curvature }
    kinks = found.indices.filter { isReal[$0] }.map { found[$0] }
    breaks = places.keeping { isReal[$0] }
  }

  func result() -> DerivativeCheck {
    var check = DerivativeCheck(name: activation.name)
    check.kinks = kinks
    check.roughness = breaks.roughness
    check.comparisons = definitions.map { DerivativeCheck.Comparison(method: $0.method) }
    check.comparisons.append(DerivativeCheck.Comparison(method: .differences))
    let stride = max(1, grid.count / Self.mostWitnessed)
    for (index, x) in grid.enumerated() where !kinks.contains(where: { $0.position == x }) {
      compare(at: x, isWitnessed: index % stride == 0, into: &check)
    }
    if let worst = check.worst, worst.x.isFinite {
      check.sweep = StepSweep(
        of: activation.value, at: worst.x, stated: worst.stated, noise: breaks.noise(around: worst.x))
    }
    return check
  }

  /// Of how many points the differences are taken, about, where the formula has decided them already.
  private static let mostWitnessed = 125

  /// Lets every method judge one point; the sharpest that can decides it.
  ///
  /// Differences cost the most by far. On a long grid they are taken where the formula decides nothing, and
  /// elsewhere only at points that are to be `isWitnessed`.
  private func compare(at x: Double, isWitnessed: Bool, into check: inout DerivativeCheck) {
    let stated = activation.derivative(x)
    let scatter = self.scatter(of: stated, at: x)
    var decisive: DerivativeCheck.Point?
    for index in definitions.indices {
      let found = definitions[index].measured(at: x)
      if let error = valueError(at: x, found.value) {
        check.valueErrors.append(error)
        continue
      }
      let slope = found.value.slope.isFinite ? found.slope : MeasuredSlope(slope: .nan, error: .infinity)
      var point = judged(x, stated, slope, scatter, scale.lostDigits)
      if point.verdict == .wrong, decisive != nil { point.verdict = .undecidable }
      check.comparisons[index].points.append(point)
      if point.verdict != .undecidable, decisive == nil { decisive = point }
    }
    if let decisive, !isWitnessed { return check.points.append(decisive) }
    let slope = difference(at: x, stated: stated, scatter: scatter)
    var point = judged(x, stated, slope, scatter, scale.lostValue(at: x) / SlopeMeter.widestStep)
    if point.verdict == .wrong, decisive?.verdict == .correct { point.verdict = .undecidable }
    check.comparisons[definitions.count].points.append(point)
    check.points.append(decisive ?? point)
  }

  private func difference(at x: Double, stated: Double, scatter: Double) -> MeasuredSlope {
    let reach = min(widestStep(at: x, stated, scatter), breaks.distance(to: x))
    guard x.isFinite, reach > 0 else { return MeasuredSlope(slope: .nan, error: .infinity) }
    return meter.central(at: x, reach: reach, noise: breaks.noise(around: x))
  }

  /// The largest step for a difference at `x`.
  ///
  /// Far out, where `x` resolves short steps badly, a longer one is taken, if the stated slope hardly changes over
  /// it: a wave would make any slope out of it.
  private func widestStep(at x: Double, _ stated: Double, _ scatter: Double) -> Double {
    let wide = x.magnitude / 1024
    let isResolved = scatter <= 0x1p-20 * stated.magnitude
    guard wide > SlopeMeter.widestStep, wide.isFinite, isResolved else { return SlopeMeter.widestStep }
    for part in [-1, -0.6180339887498949, -0.1415926535897932, 0.2182818284590452, 0.5772156649015329, 1] {
      let there = activation.derivative(x + part * wide)
      let isSteady = (there - stated).magnitude <= 0x1p-7 * max(there.magnitude, stated.magnitude)
      guard isSteady else { return SlopeMeter.widestStep }
    }
    return wide
  }

  /// By how much the stated slope differs between arguments that can hardly be told from `x`.
  private func scatter(of stated: Double, at x: Double) -> Double {
    let below = activation.derivative(x.nextDown.nextDown) - stated
    let above = activation.derivative(x.nextUp.nextUp) - stated
    return largest(below.magnitude, above.magnitude)
  }

  /// The verdict on one point by one method.
  private func judged(
    _ x: Double, _ stated: Double, _ found: MeasuredSlope, _ scatter: Double, _ lost: Double
  ) -> DerivativeCheck.Point {
    let bound = 4 * (found.error + scatter)
    var point = DerivativeCheck.Point(
      x: x, stated: stated, measured: found.slope, bound: bound, verdict: .undecidable)
    if !stated.isFinite {
      point.verdict = isOverflow(at: x) ? .undecidable : .wrong
    } else if found.slope.isFinite, bound < .infinity {
      point.verdict = verdict(stated, found.slope, bound, lost)
    }
    if point.verdict == .wrong, isBesideKink(x, stated) { point.verdict = .undecidable }
    return point
  }

  private func verdict(
    _ stated: Double, _ measured: Double, _ bound: Double, _ lost: Double
  ) -> DerivativeCheck.Verdict {
    let error = (stated - measured).magnitude
    if error == 0 { return .correct }
    if error > bound { return error > lost ? .wrong : .undecidable }
    let isSharp = bound < stated.magnitude || stated == 0 && bound < 0x1p-20 * scale.largest
    return isSharp ? .correct : .undecidable
  }

  /// Whether there is no number at `x` because the values have grown too large, not because of a pole.
  private func isOverflow(at x: Double) -> Bool {
    guard x.isFinite else { return true }
    return x != 0 && !activation(x).isFinite
      && !(activation(x.nextDown).isFinite && activation(x.nextUp).isFinite)
  }

  /// Whether `x` is so close to a kink that the formula may already be on its other side.
  private func isBesideKink(_ x: Double, _ stated: Double) -> Bool {
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
