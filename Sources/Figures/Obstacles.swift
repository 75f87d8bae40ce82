/// What words in a plane should not cover: the curves and points, and words that are already there.
struct Obstacles {
  private var lines: [(UnitPoint, UnitPoint)] = []
  private var boxes: [PlotArea] = []
  private var searches = 0

  /// As many words as a place is looked for; where there are more, the plane is covered anyway.
  private static let mostSearches = 100

  /// The series of `plot` where they are drawn.
  init(_ plot: Plot, _ layout: PlotLayout) {
    for series in plot.series {
      for run in plot.runs(of: series, layout.xSpan, layout.ySpan) {
        let points = SVGPath.thinned(run.map(layout.area.place))
        lines += series.isJoined ? Array(zip(points, points.dropFirst())) : points.map { ($0, $0) }
      }
    }
  }

  mutating func add(_ box: PlotArea) { boxes.append(box) }

  /// The first of the boxes that cover least; the first of all after many searches.
  mutating func leastCovering(_ candidates: [PlotArea]) -> PlotArea? {
    searches += 1
    guard searches <= Self.mostSearches else { return candidates.first }
    var best: (box: PlotArea, cost: Int)?
    for box in candidates {
      let cost = cost(of: box)
      if cost < best?.cost ?? .max { best = (box, cost) }
      if cost == 0 { break }
    }
    return best?.box
  }

  private func cost(of box: PlotArea) -> Int {
    let place = { (p: UnitPoint) in
      UnitPoint(x: (p.x - box.left) / box.width, y: (p.y - box.top) / box.height)
    }
    let crossing = lines.count { clipped(from: place($0.0), to: place($0.1)) != nil }
    return crossing + 1000 * boxes.count { $0.meets(box) }
  }
}

extension PlotArea {
  func meets(_ other: PlotArea) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}

extension Series {
  /// Whether neighbours are joined by lines.
  var isJoined: Bool {
    switch style {
    case .line, .area, .step, .band: true
    case .points, .bars, .stem: false
    }
  }
}
