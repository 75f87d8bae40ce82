/// The angle between −π/2 and π/2 whose tangent is x.
///
/// Above 1, atan x is π/2 − atan(1/x). With the nearest j/32 the angle is atan(j/32) from a table plus atan u,
/// u = (x − j/32)/(1 + x·j/32), at most 1/64. Pairs carry everything but Taylor's terms from u³ on.
///
/// Source: P. T. P. Tang, Table-lookup algorithms for elementary functions and their error analysis (1991).
@_disfavoredOverload
public func atan(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0x1p-28 { return x }
  guard size < 0x1p60 else { return x.isNaN ? x : Double(signOf: x, magnitudeOf: 0x1.921fb54442d18p0) }
  return Double(signOf: x, magnitudeOf: arcTangent(Pair(size)).value)
}

/// atan x for 1e−140 < x < 2⁶⁰.
private func arcTangent(_ x: Pair) -> Pair {
  guard x.high <= 1 else {
    return Pair(high: 0x1.921fb54442d18p0, low: 0x1.1a62633145c07p-54) - arcTangent(1 / x)
  }
  let step = nearestInteger(x.high * 32)
  let node = step * 0x1p-5
  let index = 2 * Int(step)
  let rest = step == 0 ? x : (x - node) / (x * node + 1)
  let u = rest.high
  let square = u * u
  let end = 1.0 / 7 - square * (1.0 / 9 - square * (1.0 / 11))
  let tail = -square * u * (1.0 / 3 - square * (1.0 / 5 - square * end))
  return Pair(high: ArcTangentTable.entries[index], low: ArcTangentTable.entries[index + 1]) + (rest + tail)
}
