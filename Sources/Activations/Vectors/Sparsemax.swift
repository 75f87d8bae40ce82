/// The point nearest to x among those with shares of at least 0 that add up to 1.
///
/// It is max(xᵢ − τ, 0), where τ makes the sum 1: unlike with softmax, most shares can be 0. Empty for no
/// numbers; infinite numbers as with `softmax`; NaN makes every share NaN.
///
/// Source: A. F. T. Martins, R. F. Astudillo, From softmax to sparsemax (2016), algorithm 1.
public func sparsemax(_ x: [Double]) -> [Double] {
  if let nan = allNaN(x) { return nan }
  let support = SparseSupport(x)
  return support.distances.map { support.holds($0) ? ($0 - support.threshold).value : 0 }
}

/// The vector–Jacobian product of sparsemax: where the share is positive, wᵢ less the mean of w there; else 0.
///
/// Where a number lies just on the threshold there is a kink; it counts as outside.
public func sparsemaxVJP(at x: [Double], cotangent: [Double]) -> [Double] {
  checkCotangent(cotangent.count, outputs: x.count)
  if let nan = allNaN(x) { return nan }
  let support = SparseSupport(x)
  let inside = support.distances.map { support.holds($0) }
  let held = zip(cotangent, inside).filter { $0.1 }.map { $0.0 }
  let mean = exactSum(held) / Double(held.count)
  return zip(cotangent, inside).map { w, isInside in isInside ? (w - mean).value : 0 }
}

/// Which numbers get a positive share.
private struct SparseSupport {
  /// xᵢ less the largest.
  let distances: [Pair]
  /// τ less the largest.
  let threshold: Pair

  init(_ x: [Double]) {
    let largest = x.max() ?? 0
    distances = x.map { $0 == largest ? Pair(0) : Pair.sum($0, -largest) }
    var (sum, count, threshold) = (Pair(0), 0.0, Pair(-1))
    for distance in distances.sorted(by: { ($1 - $0).high < 0 }) where distance.high > -1 {
      sum = sum + distance
      count += 1
      if (distance * count + 1 - sum).high > 0 { threshold = (sum - 1) / count }
    }
    self.threshold = threshold
  }

  func holds(_ distance: Pair) -> Bool { distance.high > -1 && (distance - threshold).high > 0 }
}
