/// What can be said about a series by looking at its numbers.
struct SeriesFacts {
  /// Where a curve turns, crosses or breaks: `x`, and what is there.
  struct Place {
    var x: Double
    var y: Double
  }

  var first: Place
  var last: Place
  var lowest: Place
  var highest: Place
  var zeroCrossings: [Double]
  /// Corners, with the slopes on both sides.
  var corners: [(x: Double, left: Double, right: Double)]
  /// Jumps, with the values on both sides.
  var jumps: [(x: Double, left: Double, right: Double)]
  var trend: Trend

  enum Trend { case constant, rising, falling, mixed }

  /// Nothing is said of a series without finite numbers.
  init?(_ series: Series) {
    let runs = Self.runs(of: series)
    let places = runs.flatMap(\.self)
    guard let first = places.first, let last = places.last,
      let lowest = places.min(by: { $0.y < $1.y }), let highest = places.max(by: { $0.y < $1.y })
    else { return nil }
    (self.first, self.last, self.lowest, self.highest) = (first, last, lowest, highest)
    zeroCrossings = runs.flatMap(Self.zeroCrossings)
    trend = Self.trend(places)
    let isCurve = series.style == .line
    corners = isCurve ? runs.flatMap(Self.corners) : []
    jumps = isCurve ? Self.jumps(runs, height: highest.y - lowest.y) : []
  }

  private static func runs(of series: Series) -> [[Place]] {
    var runs: [[Place]] = [[]]
    for index in 0..<series.count {
      let (x, y) = (series.xs[index], series.ys[index])
      if x.isFinite, y.isFinite {
        runs[runs.count - 1].append(Place(x: x, y: y))
      } else {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  private static func trend(_ places: [Place]) -> Trend {
    var (rises, falls) = (false, false)
    for (a, b) in zip(places, places.dropFirst()) {
      if b.y > a.y { rises = true }
      if b.y < a.y { falls = true }
    }
    return rises ? (falls ? .mixed : .rising) : (falls ? .falling : .constant)
  }

  /// Where the sign changes from one side to the other; a curve that only touches 0, or stays there, does not.
  private static func zeroCrossings(_ places: [Place]) -> [Double] {
    var crossings: [Double] = []
    var earlier: Place?
    var zero: Place?
    for place in places {
      guard place.y != 0 else {
        zero = zero ?? place
        continue
      }
      if let earlier, (earlier.y < 0) != (place.y < 0) {
        crossings.append(zero?.x ?? crossing(between: earlier, and: place))
      }
      (earlier, zero) = (place, nil)
    }
    return crossings
  }

  private static func crossing(between a: Place, and b: Place) -> Double {
    let share = (a.y / 2) / (a.y / 2 - b.y / 2)
    return a.x * (1 - share) + b.x * share
  }

  /// Points at which the slope changes far more than at the neighbours.
  private static func corners(_ run: [Place]) -> [(x: Double, left: Double, right: Double)] {
    guard run.count > 4 else { return [] }
    let slopes = zip(run, run.dropFirst()).map { ($1.y - $0.y) / ($1.x - $0.x) }
    guard slopes.allSatisfy(\.isFinite), let low = slopes.min(), let high = slopes.max() else { return [] }
    let bends = zip(slopes, slopes.dropFirst()).map { ($1 - $0).magnitude }
    return bends.indices.dropFirst().dropLast().filter { index in
      let neighbours = max(bends[index - 1], bends[index + 1])
      return bends[index] > 0.05 * (high - low) && bends[index] > 5 * neighbours
    }.map { (run[$0 + 1].x, slopes[$0], slopes[$0 + 1]) }
  }

  /// Gaps at which the curve goes on at another height.
  private static func jumps(_ runs: [[Place]], height: Double) -> [(x: Double, left: Double, right: Double)] {
    zip(runs, runs.dropFirst()).compactMap { before, after in
      guard let left = before.last, let right = after.first else { return nil }
      guard (right.y - left.y).magnitude > 0.05 * height else { return nil }
      return (x: (left.x + right.x) / 2, left: left.y, right: right.y)
    }
  }
}
