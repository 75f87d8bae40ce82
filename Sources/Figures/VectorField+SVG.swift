extension VectorField {
  static let stroke = [
    ("fill", "none"), ("stroke", FigureStyle.ink), ("stroke-opacity", "0.6"), ("stroke-width", "1.2"),
    ("stroke-linecap", "round"), ("stroke-linejoin", "round"),
  ]

  /// An arrow between two points of the drawing.
  static func arrow(from start: UnitPoint, to end: UnitPoint) -> String {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let distance = (dx * dx + dy * dy).squareRoot()
    guard distance > 0.5 else { return "" }
    let head = min(4.5, distance * 0.5)
    let (ux, uy) = (dx / distance * head, dy / distance * head)
    let left = UnitPoint(x: end.x - ux * 0.9 - uy * 0.6, y: end.y - uy * 0.9 + ux * 0.6)
    let right = UnitPoint(x: end.x - ux * 0.9 + uy * 0.6, y: end.y - uy * 0.9 - ux * 0.6)
    return "M\(length(start.x)) \(length(start.y))L\(length(end.x)) \(length(end.y))"
      + "M\(length(left.x)) \(length(left.y))L\(length(end.x)) \(length(end.y)) "
      + "\(length(right.x)) \(length(right.y))"
  }

  func draw(_ svg: inout SVGMarkup, _ layout: PlotLayout, hasCasing: Bool) {
    let area = layout.area
    let arrows = arrows(layout.xSpan, layout.ySpan, width: area.width, height: area.height)
    let path = arrows.map { Self.arrow(from: area.place($0.start), to: area.place($0.end)) }.joined()
    if hasCasing { svg.element("path", FigureStyle.casing(width: 3) + [("d", path)]) }
    svg.element("path", [("class", "figure-field")] + Self.stroke + [("d", path)])
  }

  /// The arrows in the unit square of a plane of this size, each centred on its node and no longer than the
  /// distance to the next.
  func arrows(
    _ xSpan: Span, _ ySpan: Span, width: Double, height: Double
  ) -> [(start: UnitPoint, end: UnitPoint)] {
    let (xStep, yStep) = (max(1, (dx.columns + 24) / 25), max(1, (dx.rows + 19) / 20))
    var found: [(center: UnitPoint, x: Double, y: Double, length: Double)] = []
    for row in stride(from: 0, to: dx.rows, by: yStep) {
      for column in stride(from: 0, to: dx.columns, by: xStep) {
        guard let arrow = direction(column, row, xSpan, ySpan, width, height) else { continue }
        found.append(arrow)
      }
    }
    guard let longest = found.map(\.length).max(), longest > 0 else { return [] }
    let room =
      0.85
      * min(
        width / Double((dx.columns - 1) / xStep + 1), height / Double((dx.rows - 1) / yStep + 1))
    return found.filter { $0.length > 0 }.map { arrow in
      let size = max(0.25, (arrow.length / longest).squareRoot()) * room / 2
      let (x, y) = (arrow.x / arrow.length * size / width, arrow.y / arrow.length * size / height)
      return (
        UnitPoint(x: arrow.center.x - x, y: arrow.center.y - y),
        UnitPoint(x: arrow.center.x + x, y: arrow.center.y + y)
      )
    }
  }

  /// Where a node lies, and its vector as it looks in the drawing, where the axes have different units.
  private func direction(
    _ column: Int, _ row: Int, _ xSpan: Span, _ ySpan: Span, _ width: Double, _ height: Double
  ) -> (center: UnitPoint, x: Double, y: Double, length: Double)? {
    let (x, y) = (dx.x(ofColumn: column), dx.y(ofRow: row))
    guard let left = xSpan.position(x), let bottom = ySpan.position(y) else { return nil }
    let center = UnitPoint(x: left, y: bottom)
    let across = dx[column, row] * xSpan.rate(at: x) * width
    let up = dy[column, row] * ySpan.rate(at: y) * height
    let largest = max(across.magnitude, up.magnitude)
    guard center.isInside, largest.isFinite else { return nil }
    guard largest > 0 else { return (center, 0, 0, 0) }
    let (a, b) = (across / largest, up / largest)
    let size = largest * (a * a + b * b).squareRoot()
    return size.isFinite ? (center, across, up, size) : nil
  }
}

extension Span {
  /// How fast the position changes with the number.
  fileprivate func rate(at x: Double) -> Double {
    let rate = 1 / (upper - lower) * (isReversed ? -1 : 1)
    return scale == .linear ? rate : rate / (x * 2.302585092994046)
  }
}
