/// The sine of x, for any x.
///
/// NaN at ±∞.
///
/// The angle is reduced to at most π/4 in two doubles (see `ReducedAngle`), then to at most 1/64 from a
/// multiple of 1/32, whose sine and cosine a table holds in two doubles each: the addition theorem does the
/// rest with two short Taylor polynomials.
///
/// Source: P. T. P. Tang, Table-lookup algorithms for elementary functions and their error analysis (1991).
@_disfavoredOverload
public func sin(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  if x.magnitude < 0x1p-28 { return x }
  let angle = ReducedAngle(x)
  return sine(of: angle.remainder, quadrant: angle.quadrant)
}

/// The cosine of x, for any x.
///
/// NaN at ±∞.
@_disfavoredOverload
public func cos(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  if x.magnitude < 0x1p-28 { return 1 }
  let angle = ReducedAngle(x)
  return sine(of: angle.remainder, quadrant: angle.quadrant + 1)
}

/// sin(x + quadrant·π/2) for |x| ≤ 0.79.
private func sine(of x: Pair, quadrant: Int) -> Double {
  let isNegative = x.high < 0
  let size = isNegative ? -x : x
  if quadrant & 1 == 1 {
    let value = SplitAngle(size).cosine.value
    return quadrant & 2 == 0 ? value : -value
  }
  let value = SplitAngle(size).sine.value
  return (quadrant & 2 == 0) == isNegative ? -value : value
}

/// An angle from 0 to π/4 as j/32 + d, and what is needed of both parts.
private struct SplitAngle {
  /// sin(j/32).
  let tableSine: Pair
  /// cos(j/32).
  let tableCosine: Pair
  /// d.
  let rest: Pair
  /// sin d − d.
  let sineTail: Double
  /// cos d − 1.
  let cosineTail: Double

  init(_ x: Pair) {
    let step = nearestInteger(x.high * 32)
    let index = 4 * Int(step)
    tableSine = Pair(high: SineTable.entries[index], low: SineTable.entries[index + 1])
    tableCosine = Pair(high: SineTable.entries[index + 2], low: SineTable.entries[index + 3])
    rest = .sum(x.high - step * 0x1p-5, x.low)
    let d = rest.high
    let square = d * d
    let sineSeries = 1.0 / 120 - square * (1.0 / 5040 - square * (1.0 / 362_880))
    sineTail = -square * d * (1.0 / 6 - square * sineSeries)
    let cosineSeries = 1.0 / 24 - square * (1.0 / 720 - square * (1.0 / 40320))
    cosineTail = -square * (0.5 - square * cosineSeries)
  }

  /// sin(j/32)·cos d + cos(j/32)·sin d.
  var sine: Pair {
    let small = tableSine.high * cosineTail + tableCosine.high * sineTail
    return tableSine + (tableCosine * rest + small)
  }

  /// cos(j/32)·cos d − sin(j/32)·sin d.
  var cosine: Pair {
    let small = tableCosine.high * cosineTail - tableSine.high * sineTail
    return tableCosine + (small - tableSine * rest)
  }
}
