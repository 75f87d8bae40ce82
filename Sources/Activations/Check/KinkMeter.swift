/// Measures what a function does on both sides of a break.
struct KinkMeter {
  let activation: Activation
  let meter: SlopeMeter
  let breaks: FunctionBreaks

  /// A kink with the slopes that the values have on both sides of it.
  func kink(at spot: Break) -> DerivativeCheck.MeasuredKink {
    let (x, gap) = (spot.position, spot.uncertainty)
    let reach = min(SlopeMeter.widestStep, breaks.room(beside: spot)) / 2
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
