/// The natural logarithm of x.
///
/// NaN below 0 and −∞ at 0.
///
/// x = 2^k·m with m between 0.6875 and 1.375, and a table holds c ≈ 1/m of ten bits with its logarithm:
/// log x = k·log 2 − log c + log(1 + f), where f = c·m − 1 is exact in two doubles and at most 1/64. Taylor's
/// series from f³ on is summed in one double, all else in two. Next to 1, k is 0 and c is 1, and no digit
/// cancels.
///
/// Source: P. T. P. Tang, Table-driven implementation of the logarithm function in IEEE floating-point
/// arithmetic (1990).
@_disfavoredOverload
public func log(_ x: Double) -> Double {
  guard x > 0, x < .infinity else { return logarithmAtTheEdge(x) }
  if x < .leastNormalMagnitude {
    return logarithm(x * 0x1p54, rest: 0, exponent: -54).value
  }
  return logarithm(x, rest: 0).value
}

/// log(1 + x), with all its digits where x is near 0.
///
/// NaN below −1 and −∞ at −1.
@_disfavoredOverload
public func log1p(_ x: Double) -> Double {
  guard x > -1, x < .infinity else { return logarithmAtTheEdge(1 + x) }
  if x.magnitude < 0x1p-54 { return x }
  return log1p(Pair(x)).value
}

/// log x for finite normal x > 0, to about 2⁻⁶³ of the value.
package func log(_ x: Pair) -> Pair {
  logarithm(x.high, rest: x.low)
}

/// log(1 + x) for finite x > −1, to about 2⁻⁶³ of the value.
package func log1p(_ x: Pair) -> Pair {
  let sum = Pair.sum(1, x.high)
  return logarithm(sum.high, rest: sum.low, correction: x.low)
}

private func logarithmAtTheEdge(_ x: Double) -> Double {
  if x == 0 { return -.infinity }
  return x > 0 ? x : .nan
}

/// log(x + rest + correction) + exponent·log 2, for normal x that outweighs the rest by far.
///
/// Of the correction only what a double holds beside the rest is used.
@inline(__always)
private func logarithm(
  _ x: Double, rest: Double, correction: Double = 0, exponent: Int = 0
) -> Pair {
  let offset = Int64(bitPattern: x.bitPattern) - 0x3FE6_0000_0000_0000
  let power = Int(truncatingIfNeeded: offset >> 52)
  let index = 3 * Int(truncatingIfNeeded: (offset >> 46) & 63)
  let inverse = LogarithmTable.entries[index]
  let entry = Pair(high: LogarithmTable.entries[index + 1], low: LogarithmTable.entries[index + 2])
  let fraction = Double(bitPattern: UInt64(bitPattern: offset & 0xF_FFFF_FFFF_FFFF + 0x3FE6_0000_0000_0000))
  let half = upperHalf(fraction)
  var f = Pair.sum(half * inverse - 1, (fraction - half) * inverse)
  if power < 1022 {
    let scale = inverse * powerOfTwo(-power)
    f = f + rest * scale + correction * scale
  }
  let series = logarithm(onePlusSmall: f)
  let k = Double(power + exponent)
  if k == 0, inverse == 1 { return series }
  let twos = Pair.sum(k * 0x1.62e42fefa2p-1, k * 0x1.9ef35793c7673p-41)
  return twos + entry + series
}

/// log(1 + f) for |f| ≤ 1/64: Taylor's series, whose next term is below 2⁻⁶⁹ of f.
@inline(__always)
private func logarithm(onePlusSmall x: Pair) -> Pair {
  let f = x.high
  let square = Pair.product(f, f)
  let series = polynomial(LogarithmSeries.coefficients, at: f)
  let sum = Pair.fastSum(f, -square.high / 2)
  let low = x.low - (square.low / 2 + f * x.low)
  return .fastSum(sum.high, sum.low + (low + square.high * f * series))
}

private enum LogarithmSeries {
  /// 1/3, −1/4, 1/5, … 1/11.
  static let coefficients: InlineArray<9, Double> = [
    1.0 / 3, -1.0 / 4, 1.0 / 5, -1.0 / 6, 1.0 / 7, -1.0 / 8, 1.0 / 9, -1.0 / 10, 1.0 / 11,
  ]
}
