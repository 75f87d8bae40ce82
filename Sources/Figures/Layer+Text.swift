extension Plot.Layer {
  /// Draws the layer below the dots of the series: shades, digits on contours, arrows.
  func draw(on canvas: inout TextCanvas, _ xSpan: Span, _ ySpan: Span, _ scale: ColorScale?) {
    switch self {
    case .heatMap(let map):
      if let scale { map.draw(on: &canvas, xSpan, ySpan, scale) }
    case .contour(let contour): contour.draw(on: &canvas, xSpan, ySpan)
    case .vectorField(let field): field.draw(on: &canvas, xSpan, ySpan)
    }
  }
}

extension HeatMap {
  fileprivate func draw(on canvas: inout TextCanvas, _ xSpan: Span, _ ySpan: Span, _ scale: ColorScale) {
    let extent = grid.cellExtent
    let columns = Self.cells(of: canvas.width, extent.x, grid.columns, xSpan)
    let rows = Self.cells(of: canvas.height, extent.y, grid.rows, ySpan)
    for row in 0..<canvas.height {
      for column in 0..<canvas.width {
        guard let x = columns[column], let y = rows[canvas.height - 1 - row] else { continue }
        let character = scale.character(for: grid[x, y], unicode: canvas.unicode)
        canvas.putGround(character, column: column, row: row)
      }
    }
  }

  /// For each of `count` characters along an axis the cell in which its middle lies.
  private static func cells(
    of count: Int, _ extent: ClosedRange<Double>, _ cells: Int, _ span: Span
  ) -> [Int?] {
    guard cells > 0 else { return Array(repeating: nil, count: count) }
    let edges = (0...cells).map { cell -> Double in
      let share = Double(cell) / Double(cells)
      return span.basePosition(extent.lowerBound * (1 - share) + extent.upperBound * share) ?? .nan
    }
    return (0..<count).map { index in
      let place = (Double(index) + 0.5) / Double(count)
      return (0..<cells).first {
        min(edges[$0], edges[$0 + 1]) <= place && place < max(edges[$0], edges[$0 + 1])
      }
    }
  }
}

extension Contour {
  /// Each line is made of the digit of its level.
  fileprivate func draw(on canvas: inout TextCanvas, _ xSpan: Span, _ ySpan: Span) {
    for (number, level) in drawnLevels.prefix(9).enumerated() {
      for run in runs(at: level, xSpan, ySpan) {
        for (a, b) in zip(run, run.dropFirst()) {
          guard let part = clipped(from: a, to: b) else { continue }
          for point in [part.start, part.end] {
            canvas.putGround(
              Plot.sign(number), column: canvas.column(of: point.x), row: canvas.row(of: point.y))
          }
        }
      }
    }
  }
}

extension VectorField {
  fileprivate func draw(on canvas: inout TextCanvas, _ xSpan: Span, _ ySpan: Span) {
    let arrows = arrows(xSpan, ySpan, width: Double(canvas.width), height: Double(2 * canvas.height))
    for arrow in arrows {
      let (x, y) = ((arrow.start.x + arrow.end.x) / 2, (arrow.start.y + arrow.end.y) / 2)
      let across = (arrow.end.x - arrow.start.x) * Double(canvas.width)
      let up = (arrow.end.y - arrow.start.y) * Double(2 * canvas.height)
      let character = Self.character(across, up, unicode: canvas.unicode)
      canvas.putGround(character, column: canvas.column(of: x), row: canvas.row(of: y))
    }
  }

  /// The arrow of the nearest eighth of a circle; 0.41 is the tangent of a sixteenth.
  private static func character(_ across: Double, _ up: Double, unicode: Bool) -> Character {
    if up.magnitude < 0.41 * across.magnitude {
      return across > 0 ? unicode ? "→" : ">" : unicode ? "←" : "<"
    }
    if across.magnitude < 0.41 * up.magnitude { return up > 0 ? unicode ? "↑" : "^" : unicode ? "↓" : "v" }
    if (across > 0) == (up > 0) { return unicode ? up > 0 ? "↗" : "↙" : "/" }
    return unicode ? up > 0 ? "↖" : "↘" : "\\"
  }
}
