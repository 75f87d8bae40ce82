extension SVGPath {
  /// Adds the room between two curves of the unit square that have their arguments in common.
  mutating func addFilling(upper: [UnitPoint], lower: [UnitPoint]) {
    let corners = clipped(polygon: upper + lower.reversed()).map(area.place)
    guard let turn = corners.indices.max(by: { corners[$0].x < corners[$1].x }), corners.count > 2 else {
      return
    }
    let there = Self.straightened(Self.thinned(Array(corners[...turn])))
    let back = Self.straightened(Self.thinned(corners[turn...].reversed())).reversed()
    append(there + back.dropFirst(), isClosed: true)
  }

  /// Adds upright rectangles; of those that are too thin to be told apart, one for each half unit of width.
  mutating func addBars(_ bars: [(UnitPoint, UnitPoint)]) {
    var pending: (UnitPoint, UnitPoint)?
    for bar in bars {
      let (low, high) = (area.place(bar.0), area.place(bar.1))
      guard let (a, b) = pending else {
        pending = (low, high)
        continue
      }
      let isThin = max(high.x, b.x) - min(low.x, a.x) < 0.5
      if isThin {
        pending = (
          UnitPoint(x: min(a.x, low.x), y: max(a.y, low.y)),
          UnitPoint(x: max(b.x, high.x), y: min(b.y, high.y))
        )
      } else {
        addRectangle(a, b)
        pending = (low, high)
      }
    }
    if let (a, b) = pending { addRectangle(a, b) }
  }

  /// Adds a rectangle between a lower left and an upper right corner of the drawing.
  mutating func addRectangle(_ a: UnitPoint, _ b: UnitPoint) {
    append([a])
    for (letter, number) in [(0x48 as UInt8, b.x), (0x56, b.y), (0x48, a.x)] { append(letter, number) }
    close()
  }

  /// Adds straight lines between points of the unit square, the highest and lowest alone for each half unit.
  mutating func addSegments(_ segments: [(UnitPoint, UnitPoint)]) {
    var seen: Set<Int> = []
    for (a, b) in segments {
      guard let part = clipped(from: a, to: b) else { continue }
      let (start, end) = (area.place(part.start), area.place(part.end))
      let isKept = segments.count < 2000 || seen.insert(Int(start.x * 2) * 4096 + Int(end.y * 2)).inserted
      if isKept { append([start, end]) }
    }
  }
}
