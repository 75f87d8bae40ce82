extension SVGPath {
  /// Adds the room between two curves of the unit square that have their arguments in common.
  mutating func addFilling(upper: [UnitPoint], lower: [UnitPoint]) {
    let corners = clipped(polygon: upper + lower.reversed()).map(area.place)
    guard let turn = corners.indices.max(by: { corners[$0].x < corners[$1].x }), corners.count > 2 else {
      return
    }
    let there = Self.straightened(Self.thinned(Array(corners[...turn]), each: 1))
    let back = Self.straightened(Self.thinned(corners[turn...].reversed(), each: 1)).reversed()
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

  /// Adds upright lines between points of the unit square; of very many, one for each half unit of width.
  mutating func addStems(_ stems: [(UnitPoint, UnitPoint)]) {
    let parts = stems.compactMap { clipped(from: $0, to: $1) }.map {
      (area.place($0.start), area.place($0.end))
    }
    guard parts.count > 2000 else { return parts.forEach { append([$0, $1]) } }
    var columns: [Int: (low: Double, high: Double)] = [:]
    for (a, b) in parts {
      let (low, high) = (min(a.y, b.y), max(a.y, b.y))
      let known = columns[Int(a.x * 2)] ?? (low, high)
      columns[Int(a.x * 2)] = (min(known.low, low), max(known.high, high))
    }
    for (column, ends) in columns.sorted(by: { $0.key < $1.key }) {
      let x = Double(column) / 2
      append([UnitPoint(x: x, y: ends.low), UnitPoint(x: x, y: ends.high)])
    }
  }
}
