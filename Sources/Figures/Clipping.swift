/// A point of the unit square, the origin at the lower left; outside of 0…1 it is outside of the square.
struct UnitPoint: Equatable {
  var x: Double
  var y: Double

  var isInside: Bool { x >= 0 && x <= 1 && y >= 0 && y <= 1 }
}

/// The part of the line from `a` to `b` that lies in the unit square (Liang and Barsky).
func clipped(from a: UnitPoint, to b: UnitPoint) -> (start: UnitPoint, end: UnitPoint)? {
  if a.isInside, b.isInside { return (a, b) }
  var (enter, leave) = (0.0, 1.0)
  for (start, change) in [(a.x, b.x - a.x), (a.y, b.y - a.y)] {
    if change == 0 {
      guard (0...1).contains(start) else { return nil }
      continue
    }
    let (first, second) = (-start / change, (1 - start) / change)
    enter = max(enter, min(first, second))
    leave = min(leave, max(first, second))
  }
  guard enter <= leave else { return nil }
  let point = { (t: Double) in
    UnitPoint(x: min(1, max(0, a.x + t * (b.x - a.x))), y: min(1, max(0, a.y + t * (b.y - a.y))))
  }
  return (point(enter), point(leave))
}

/// The part of a polygon that lies in the unit square (Sutherland and Hodgman).
func clipped(polygon: [UnitPoint]) -> [UnitPoint] {
  let edges: [(UnitPoint) -> Double] = [{ $0.x }, { 1 - $0.x }, { $0.y }, { 1 - $0.y }]
  return edges.reduce(polygon) { corners, inside in
    if corners.allSatisfy({ inside($0) >= 0 }) { return corners }
    return corners.indices.flatMap { index -> [UnitPoint] in
      let (a, b) = (corners[index], corners[(index + 1) % corners.count])
      let (from, to) = (inside(a), inside(b))
      guard (from < 0) != (to < 0) else { return from < 0 ? [] : [a] }
      let share = (from / 2) / (from / 2 - to / 2)
      let cut = UnitPoint(x: a.x * (1 - share) + b.x * share, y: a.y * (1 - share) + b.y * share)
      return from < 0 ? [cut] : [a, cut]
    }
  }
}

extension Plot {
  /// The runs of a series without a gap: each a list of points in the coordinates of the unit square.
  func runs(of series: Series, _ xSpan: Span, _ ySpan: Span) -> [[UnitPoint]] {
    var runs: [[UnitPoint]] = []
    var run: [UnitPoint] = []
    for index in 0..<series.count {
      if let x = xSpan.position(series.xs[index]), let y = ySpan.position(series.ys[index]) {
        if series.style == .step, let last = run.last { run.append(UnitPoint(x: x, y: last.y)) }
        run.append(UnitPoint(x: x, y: y))
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    return run.isEmpty ? runs : runs + [run]
  }
}
