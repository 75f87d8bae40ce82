extension Plot {
  /// The plot in characters, at most `width` columns wide.
  func text(width: Int, unicode: Bool, hasLegend: Bool = true) -> String {
    var lines = title.isEmpty ? [] : title.wrapped(columns: width)
    if let table = matrixText(width: width) {
      lines += table
    } else if isBarChart {
      lines += barLines(width: width, unicode: unicode)
      lines += hasLegend && namedSeries.count > 1 ? legend(width: width, unicode: unicode) : []
    } else {
      lines += canvasLines(width: width, unicode: unicode)
      lines += hasLegend ? legend(width: width, unicode: unicode) : []
    }
    return lines.map { $0.trimmedEnd }.joined(separator: "\n") + "\n"
  }

  private func canvasLines(width: Int, unicode: Bool) -> [String] {
    let (xSpan, ySpan) = (xSpan, ySpan)
    let height = textHeight(width: width)
    let yTicks = ySpan.ticks(about: ySpan.categories.isEmpty ? max(2, height / 3) : height)
    let margin = min(12, yTicks.map(\.label.columns).max() ?? 0)
    var canvas = TextCanvas(width: max(8, width - margin - 2), height: height, unicode: unicode)
    let scale = ColorScale(heatMaps), slots = bars, isBarsOnly = hasBarsOnly
    for layer in layers { layer.draw(on: &canvas, xSpan, ySpan, scale) }
    drawMarks(on: &canvas, xSpan, ySpan)
    for (index, look) in looks.enumerated() {
      if series[index].style == .bars {
        let pen = TextCanvas.Pen(mark: Self.mark(look), look: look + (isBarsOnly ? 0 : 1))
        for bar in bars(ofSeries: index, slots, xSpan, ySpan) { canvas.fill(bar.0, bar.1, pen) }
      } else {
        draw(series[index], look, on: &canvas, xSpan, ySpan)
      }
    }
    for (number, annotation) in annotations.enumerated() {
      guard let x = xSpan.position(annotation.x), let y = ySpan.position(annotation.y) else { continue }
      canvas.putSign(Self.sign(number), at: UnitPoint(x: x, y: y))
    }
    return rows(of: canvas, ticks: yTicks, span: ySpan, margin: margin)
      + axis(of: canvas, span: xSpan, margin: margin)
  }

  /// How many lines the plane takes: one for each row of a small matrix.
  private func textHeight(width: Int) -> Int {
    let rows = heatMaps.map(\.grid.rows).max() ?? 0
    if heatMaps.contains(where: \.showsNumbers), (4...24).contains(rows) { return rows }
    return min(layers.isEmpty ? 16 : 20, max(6, width / 4))
  }

  /// The character that stands for a series where there is no room for colour.
  static func mark(_ look: Int) -> Character {
    let marks: [Character] = ["*", "o", "+", "x", "#", "@", "%", "&"]
    return marks[look % marks.count]
  }

  /// A digit, then letters.
  static func sign(_ number: Int) -> Character {
    number < 9
      ? Character(UnicodeScalar(UInt8(49 + number))) : Character(UnicodeScalar(UInt8(97 + (number - 9) % 26)))
  }

  private func draw(
    _ series: Series, _ look: Int, on canvas: inout TextCanvas, _ xSpan: Span, _ ySpan: Span
  ) {
    let pen = TextCanvas.Pen(mark: Self.mark(look), look: look)
    if series.style == .band || series.style == .area || series.style == .stem {
      for run in fillings(of: series, xSpan, ySpan) { canvas.fill(run, pen, isStem: series.style == .stem) }
    }
    guard series.style != .band else { return }
    for run in runs(of: series, xSpan, ySpan) {
      if series.isJoined { canvas.curve(run, pen) } else { for point in run { canvas.point(point, pen) } }
    }
  }

  private func drawMarks(on canvas: inout TextCanvas, _ xSpan: Span, _ ySpan: Span) {
    for mark in marks {
      let span = mark.direction == .vertical ? xSpan : ySpan
      guard span.contains(mark.position), let position = span.position(mark.position) else { continue }
      if mark.direction == .vertical {
        let column = canvas.column(of: position)
        for row in 0..<canvas.height {
          canvas.putGround(mark.character(canvas.unicode), column: column, row: row)
        }
      } else {
        let row = canvas.row(of: position)
        for column in 0..<canvas.width {
          canvas.putGround(mark.character(canvas.unicode), column: column, row: row)
        }
      }
    }
  }

  /// The canvas with the labels of the vertical axis on its left.
  private func rows(of canvas: TextCanvas, ticks: [Tick], span: Span, margin: Int) -> [String] {
    var labels: [Int: String] = [:]
    for tick in ticks {
      if let y = span.position(tick.value) {
        labels[canvas.row(of: y)] = tick.label.shortened(columns: margin)
      }
    }
    let (bar, crossed) = canvas.unicode ? ("│", "┤") : ("|", "+")
    return (0..<canvas.height).map { row in
      let label = labels[row]
      return (label ?? "").padded(to: margin, .trailing) + (label == nil ? bar : crossed)
        + canvas.text(ofRow: row)
    }
  }

  /// The line below the canvas and the numbers under it.
  private func axis(of canvas: TextCanvas, span: Span, margin: Int) -> [String] {
    let (corner, dash, crossed): (String, Character, Character) =
      canvas.unicode ? ("└", "─", "┴") : ("+", "-", "+")
    var line = Array(repeating: dash, count: canvas.width)
    var numbers = ""
    let count = span.categories.isEmpty ? canvas.width / 10 : canvas.width / 2
    for tick in span.ticks(about: count) {
      guard let x = span.position(tick.value) else { continue }
      let column = canvas.column(of: x)
      let start = max(
        0, min(margin + 1 + column - tick.label.columns / 2, margin + 1 + canvas.width - tick.label.columns))
      guard numbers.isEmpty || start > numbers.columns else { continue }
      line[column] = crossed
      numbers = numbers.padded(to: start) + tick.label
    }
    let indent = String(repeating: " ", count: margin)
    return [indent + corner + String(line), numbers]
  }
}

extension TextCanvas {
  /// Fills the room between bases and tops, column by column of dots, or draws a line for each pair.
  fileprivate mutating func fill(_ run: [(top: UnitPoint, base: UnitPoint)], _ pen: Pen, isStem: Bool) {
    if isStem {
      for (top, base) in run { curve([base, top], Pen(mark: unicode ? pen.mark : "|", look: 0)) }
      return
    }
    let columns = Double(width * (unicode ? 2 : 1))
    for (a, b) in zip(run, run.dropFirst()) {
      let (first, last) = ((a.top.x * columns).rounded(.up), (b.top.x * columns).rounded(.down))
      guard first <= last, last >= 0, first <= columns else { continue }
      for column in stride(from: max(0, first), through: min(columns - 1, last), by: 1) {
        let x = (column + 0.5) / columns
        let share = b.top.x > a.top.x ? max(0, min(1, (x - a.top.x) / (b.top.x - a.top.x))) : 0
        let top = a.top.y + share * (b.top.y - a.top.y)
        let base = a.base.y + share * (b.base.y - a.base.y)
        guard max(top, base) >= 0, min(top, base) <= 1 else { continue }
        fill(UnitPoint(x: x, y: base), UnitPoint(x: x, y: top), pen, isFaint: true)
      }
    }
  }
}

extension Mark {
  /// The character of which the line is made.
  func character(_ unicode: Bool) -> Character {
    switch direction {
    case .vertical: unicode ? "┊" : ":"
    case .horizontal: unicode ? "┈" : "."
    }
  }
}

extension String {
  var trimmedEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
