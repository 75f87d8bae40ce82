extension DiagramLayout {
  /// An arrow as path data, and where its words stand.
  struct Arrow {
    var edge: Int
    var path: String
    /// The last point and the one before, which give the head its direction.
    var tip: UnitPoint
    var approach: UnitPoint
    var label: UnitPoint
  }

  /// All arrows: those that lead on through the layers, and those that lead back around them.
  var arrows: [Arrow] {
    let ports = Ports(self), depths = depths, far = firstLane
    return ranks.routes.map { arrow(along: $0.items, edge: $0.edge, ports, depths) }
      + ranks.returns.enumerated().map { returning($0.element, far: far + laneWidth * Double($0.offset)) }
  }

  /// Smooth from layer to layer, straight where units of a network are joined.
  private func arrow(along items: [Int], edge: Int, _ ports: Ports, _ depths: [Double]) -> Arrow {
    let (from, to) = (items[0], items[items.count - 1])
    if items.count == 2, isCircle(from), isCircle(to) { return straight(from, to, edge) }
    let start = boundary(of: from, isExit: true, offset: ports.exit[edge] ?? 0)
    let tip = boundary(of: to, isExit: false, offset: ports.entry[edge] ?? 0)
    let end = moved(tip, -3)
    var (path, last) = ("M\(text(start))", start)
    for item in items.dropFirst().dropLast() {
      let half = depths[ranks.items[item].rank] / 2
      let (enter, leave) = (moved(centers[item], -half), moved(centers[item], half))
      path += curve(from: last, to: enter) + "L\(text(leave))"
      last = leave
    }
    path += curve(from: last, to: end)
    let between = UnitPoint(x: (last.x + tip.x) / 2, y: (last.y + tip.y) / 2)
    let middle = items.count == 2 ? between : centers[items[items.count / 2]]
    return Arrow(edge: edge, path: path, tip: tip, approach: moved(tip, -10), label: middle)
  }

  private func straight(_ from: Int, _ to: Int, _ edge: Int) -> Arrow {
    let (a, b) = (centers[from], centers[to])
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let distance = max(1e-9, (dx * dx + dy * dy).squareRoot())
    let on = { (p: UnitPoint, size: (width: Double, height: Double), sign: Double) -> UnitPoint in
      let reach =
        1
        / max(
          1e-9,
          ((dx / size.width * 2) * (dx / size.width * 2)
            + (dy / size.height * 2) * (dy / size.height * 2)).squareRoot()) * distance
      return UnitPoint(x: p.x + sign * dx / distance * reach, y: p.y + sign * dy / distance * reach)
    }
    let (start, tip) = (on(a, sizes[from], 1), on(b, sizes[to], -1))
    return Arrow(
      edge: edge, path: "M\(text(start))L\(text(tip))", tip: tip, approach: start,
      label: UnitPoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2))
  }

  /// Out of the side of one node, along a lane beside all nodes, into the side of another.
  private func returning(_ edge: Int, far: Double) -> Arrow {
    let (from, to) = (diagram.edges[edge].from, diagram.edges[edge].to)
    let nudge = from == to ? 8.0 : 5
    let (a, b) = (sidePort(from, nudge), sidePort(to, from == to ? -nudge : -nudge))
    let lift = { (p: UnitPoint) in self.isHorizontal ? UnitPoint(x: p.x, y: far) : UnitPoint(x: far, y: p.y) }
    let (out, back) = (lift(a), lift(b))
    let path = "M\(text(a))" + rounded(a, out, back) + rounded(out, back, b) + "L\(text(b))"
    let middle = UnitPoint(x: (out.x + back.x) / 2, y: (out.y + back.y) / 2 + (isHorizontal ? 19 : 0))
    return Arrow(edge: edge, path: path, tip: b, approach: back, label: middle)
  }

  /// A line towards a corner and a quarter of a circle around it.
  private func rounded(_ before: UnitPoint, _ corner: UnitPoint, _ after: UnitPoint) -> String {
    let toward = { (p: UnitPoint) -> UnitPoint in
      let (dx, dy) = (p.x - corner.x, p.y - corner.y)
      let distance = max(1e-9, (dx * dx + dy * dy).squareRoot())
      let reach = min(8, distance / 2)
      return UnitPoint(x: corner.x + dx / distance * reach, y: corner.y + dy / distance * reach)
    }
    return "L\(text(toward(before)))Q\(text(corner)) \(text(toward(after)))"
  }

  /// How far down, or to the right, the lane of the first arrow that leads back lies.
  private var firstLane: Double {
    (isHorizontal ? height : width - (width - extentRight)) - lanes + 8
  }

  private var extentRight: Double {
    (ranks.items.indices.map { centers[$0].x + sizes[$0].width / 2 }.max() ?? 0) + 8 + lanes
  }

  private func sidePort(_ item: Int, _ nudge: Double) -> UnitPoint {
    let (center, size) = (centers[item], sizes[item])
    return isHorizontal
      ? UnitPoint(x: center.x + nudge, y: center.y + size.height / 2)
      : UnitPoint(x: center.x + size.width / 2, y: center.y + nudge)
  }

  private func isCircle(_ item: Int) -> Bool {
    ranks.items[item].node.map { diagram.nodes[$0].shape == .circle } ?? false
  }

  /// Where an arrow leaves or meets a node, `offset` beside the middle of that side.
  private func boundary(of item: Int, isExit: Bool, offset: Double) -> UnitPoint {
    let (center, size) = (centers[item], sizes[item])
    let (half, side) = isHorizontal ? (size.width / 2, size.height / 2) : (size.height / 2, size.width / 2)
    let share = isCircle(item) ? (1 - offset * offset / (side * side)).squareRoot() : 1
    let reach = (isExit ? 1 : -1) * half * share
    return isHorizontal
      ? UnitPoint(x: center.x + reach, y: center.y + offset)
      : UnitPoint(x: center.x + offset, y: center.y + reach)
  }

  /// How much room each layer takes along the way of the arrows.
  private var depths: [Double] {
    ranks.layers.map { layer in layer.map { isHorizontal ? sizes[$0].width : sizes[$0].height }.max() ?? 0 }
  }

  private func moved(_ p: UnitPoint, _ distance: Double) -> UnitPoint {
    isHorizontal ? UnitPoint(x: p.x + distance, y: p.y) : UnitPoint(x: p.x, y: p.y + distance)
  }

  private func curve(from a: UnitPoint, to b: UnitPoint) -> String {
    if isHorizontal ? a.y == b.y : a.x == b.x { return "L\(text(b))" }
    let (one, two) =
      isHorizontal
      ? (UnitPoint(x: (a.x + b.x) / 2, y: a.y), UnitPoint(x: (a.x + b.x) / 2, y: b.y))
      : (UnitPoint(x: a.x, y: (a.y + b.y) / 2), UnitPoint(x: b.x, y: (a.y + b.y) / 2))
    return "C\(text(one)) \(text(two)) \(text(b))"
  }

  private func text(_ p: UnitPoint) -> String { "\(length(p.x)) \(length(p.y))" }
}

/// How far beside the middle of a node's side each arrow leaves or meets it, so that several do not share a place.
private struct Ports {
  var exit: [Int: Double] = [:]
  var entry: [Int: Double] = [:]

  init(_ layout: DiagramLayout) {
    let side = { (point: UnitPoint) in layout.isHorizontal ? point.y : point.x }
    let routes = layout.ranks.routes
    let leavingItem = Dictionary(grouping: routes) { $0.items[0] }
    let arrivingItem = Dictionary(grouping: routes) { $0.items[$0.items.count - 1] }
    for item in layout.ranks.items.indices where layout.ranks.items[item].node != nil {
      let size = layout.isHorizontal ? layout.sizes[item].height : layout.sizes[item].width
      let leaving = (leavingItem[item] ?? []).map {
        ($0.edge, side(layout.centers[$0.items[1]]))
      }
      let arriving = (arrivingItem[item] ?? []).map {
        ($0.edge, side(layout.centers[$0.items[$0.items.count - 2]]))
      }
      let own = side(layout.centers[item])
      for (edge, offset) in Self.spread(leaving, own, size) { exit[edge] = offset }
      for (edge, offset) in Self.spread(arriving, own, size) { entry[edge] = offset }
    }
  }

  /// An arrow that comes straight keeps the middle, the others stand at its sides.
  private static func spread(_ edges: [(Int, Double)], _ own: Double, _ size: Double) -> [(Int, Double)] {
    let sorted = edges.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    let step = max(0, min(10, (size - 12) / Double(max(sorted.count, 1))))
    let straight = sorted.firstIndex { abs($0.1 - own) < 2 }
    let middle = straight.map(Double.init) ?? Double(sorted.count - 1) / 2
    return sorted.enumerated().map { ($0.element.0, (Double($0.offset) - middle) * step) }
  }
}
