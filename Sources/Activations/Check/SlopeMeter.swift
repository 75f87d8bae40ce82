/// A number found by measurement, and how far it can be trusted.
struct MeasuredSlope {
  /// The slope.
  var slope: Double
  /// What is left of truncation and rounding, at most.
  var error: Double
}

/// Measures slopes by differences whose step is halved and whose limit is extrapolated.
///
/// A central difference errs by a multiple of h² (truncation) and of ε·|f|/h (rounding): one falls with the
/// step, the other grows. Richardson's table removes one power of h after the other, so that steps far too
/// large for a plain difference already give the slope to many digits, and of all its entries the one with the
/// smallest estimated error is taken. Entries may agree by luck, so the best of another row has to confirm it.
/// The table ends when rounding is all that is left; where that never happens, by how much the last step changed
/// the plain difference is the error.
struct SlopeMeter {
  let function: (Double) -> Double

  private static let levels = 26
  private static let fewestLevels = 4
  private static let columns = 7
  /// A plain difference is about as good as it gets with a step of the reach times 2⁻¹⁷: 4e-6.
  private static let plainScale = 0x1p-17
  private static let restarts = 5
  private typealias Row = InlineArray<7, Double>

  /// The largest step: the scale on which activations bend.
  static let widestStep = 0.5

  /// The slope at `x` from both sides, nothing being looked at that is further away than `reach`.
  ///
  /// `noise` is what is known already about the roughness of the values.
  func central(at x: Double, reach: Double, noise: Double) -> MeasuredSlope {
    let noise = max(noise, self.noise(near: x, reach: reach))
    guard noise < .infinity else { return MeasuredSlope(slope: .nan, error: .infinity) }
    return slope(at: x, from: reach, ratio: 4, noise: noise) { step in
      let (left, right) = (x - step, x + step)
      return Difference(from: left, to: right, function(left), function(right))
    }
  }

  /// The slope at `x` from one side, the left one when `reach` is negative.
  func oneSided(at x: Double, reach: Double, noise: Double) -> MeasuredSlope {
    let value = function(x)
    let noise = max(noise, self.noise(near: x + reach / 2, reach: reach.magnitude / 2))
    return slope(at: x, from: reach, ratio: 2, noise: noise) { step in
      Difference(from: x, to: x + step, value, function(x + step))
    }
  }

  /// A quotient of differences, and the size of the values it came from.
  private struct Difference {
    var slope: Double
    var size: Double

    /// The step is taken as it was rounded, not as it was meant.
    init(from a: Double, to b: Double, _ valueAtA: Double, _ valueAtB: Double) {
      slope = (valueAtB - valueAtA) / (b - a)
      size = max(valueAtA.magnitude, valueAtB.magnitude)
    }
  }

  /// The extrapolated slope, unless a plain difference with a small step contradicts it.
  ///
  /// A function that oscillates in time with the halved steps makes a table that agrees with itself and with
  /// nothing else; a shorter reach is tried then, and where all are contradicted the plain difference believed.
  private func slope(
    at x: Double, from reach: Double, ratio: Double, noise: Double, _ difference: (Double) -> Difference
  ) -> MeasuredSlope {
    let plain = plain(at: x, step: reach * Self.plainScale, noise: noise, difference)
    var reach = reach
    var credible = MeasuredSlope(slope: .nan, error: .infinity)
    for _ in 0..<Self.restarts where credible.error > plain.error {
      let best = extrapolate(from: reach, ratio: ratio, at: x, noise: noise, difference)
      let isContradicted = (best.slope - plain.slope).magnitude > 4 * (best.error + plain.error)
      if !isContradicted, best.error < credible.error { credible = best }
      reach /= 16
    }
    let chosen = credible.error < .infinity ? credible : plain
    return MeasuredSlope(slope: chosen.slope + 0, error: chosen.error)
  }

  private func plain(
    at x: Double, step: Double, noise: Double, _ difference: (Double) -> Difference
  ) -> MeasuredSlope {
    let (wide, narrow) = (difference(2 * step), difference(step))
    let rounding = Self.rounding(size: wide.size, slope: narrow.slope, at: x, noise: noise)
    return MeasuredSlope(
      slope: narrow.slope, error: (narrow.slope - wide.slope).magnitude + rounding / step.magnitude)
  }

  /// Richardson's table, for errors that fall by `ratio`, `ratio`², … when the step is halved.
  private func extrapolate(
    from reach: Double, ratio: Double, at x: Double, noise: Double, _ difference: (Double) -> Difference
  ) -> MeasuredSlope {
    var best = MeasuredSlope(slope: .nan, error: .infinity)
    var second = best
    var above = Row(repeating: .nan)
    var rounding = 0.0
    var unrest = Double.infinity
    var step = reach
    for level in 0..<Self.levels {
      let isDone = level > Self.fewestLevels && best.error <= 2 * rounding
      let difference = difference(step)
      let own = Self.rounding(size: difference.size, slope: difference.slope, at: x, noise: noise)
      if own.isFinite { rounding = max(rounding, own / step.magnitude) }
      let row = Self.row(starting: difference.slope, below: above, ratio: ratio)
      let found = Self.best(of: row, below: above, rounding: rounding)
      if found.error < best.error {
        (best, second) = (found, best)
      } else if found.error < second.error {
        second = found
      }
      let spread = (best.slope - second.slope).magnitude
      if isDone { return MeasuredSlope(slope: best.slope, error: max(spread, best.error)) }
      unrest = (row[0] - above[0]).magnitude
      (above, step) = (row, step / 2)
    }
    return MeasuredSlope(slope: best.slope, error: unrest.isFinite ? max(best.error, unrest) : .infinity)
  }

  private static func row(starting first: Double, below above: Row, ratio: Double) -> Row {
    var row = Row(repeating: .nan)
    row[0] = first
    var factor = ratio
    for column in 1..<columns {
      row[column] = row[column - 1] + (row[column - 1] - above[column - 1]) / (factor - 1)
      factor *= ratio
    }
    return row
  }

  /// The entry of a row whose distance to its neighbours in the table, plus its rounding, is smallest.
  private static func best(of row: Row, below above: Row, rounding: Double) -> MeasuredSlope {
    var best = MeasuredSlope(slope: .nan, error: .infinity)
    for column in 0..<columns where row[column].isFinite && above[max(column - 1, 0)].isFinite {
      let left = row[max(column - 1, 0)]
      let truncation = max(
        (row[column] - left).magnitude, (row[column] - above[max(column - 1, 0)]).magnitude)
      if truncation + rounding < best.error {
        best = MeasuredSlope(slope: row[column], error: truncation + rounding)
      }
    }
    return best
  }

  /// By how much a difference of two values can be off: their own rounding, that of the argument, and where
  /// the function is rougher than that, its noise.
  private static func rounding(size: Double, slope: Double, at x: Double, noise: Double) -> Double {
    let own = 0x1p-52 * size + 0x1p-53 * x.magnitude * slope.magnitude
    return max(own, 2 * noise) + 2 * Double.leastNonzeroMagnitude
  }
}
