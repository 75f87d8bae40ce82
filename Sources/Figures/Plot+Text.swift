extension Plot {
  /// The plot in characters, at most `width` columns wide.
  func text(width: Int, unicode: Bool) -> String {
    let (xSpan, ySpan) = (xSpan, ySpan)
    let height = min(16, max(6, width / 4))
    let yTicks = ySpan.ticks(about: height / 3)
    let margin = min(12, yTicks.map(\.label.columns).max() ?? 0)
    var canvas = TextCanvas(width: max(8, width - margin - 2), height: height, unicode: unicode)
    for (index, series) in series.enumerated() {
      draw(series, mark: Self.mark(index, unicode), on: &canvas, xSpan, ySpan)
    }
    var lines: [String] = []
    if !title.isEmpty { lines.append(title) }
    lines += rows(of: canvas, ticks: yTicks, span: ySpan, margin: margin)
    lines += axis(of: canvas, span: xSpan, margin: margin)
    lines += legend(unicode: unicode)
    return lines.map { $0.trimmedEnd }.joined(separator: "\n") + "\n"
  }

  private static func mark(_ index: Int, _ unicode: Bool) -> Character {
    let marks: [Character] = ["*", "o", "+", "x", "#", "@", "%", "&"]
    return marks[index % marks.count]
  }

  private func draw(
    _ series: Series, mark: Character, on canvas: inout TextCanvas, _ xSpan: Span, _ ySpan: Span
  ) {
    for run in runs(of: series, xSpan, ySpan) {
      switch series.style {
      case .points, .stem: for point in run { canvas.point(point, mark: mark) }
      case _ where run.count == 1: canvas.point(run[0], mark: mark)
      case .line, .bars, .band, .area, .step:
        for (a, b) in zip(run, run.dropFirst()) { canvas.line(from: a, to: b, mark: mark) }
      }
    }
  }

  /// The canvas with the labels of the vertical axis on its left.
  private func rows(of canvas: TextCanvas, ticks: [Tick], span: Span, margin: Int) -> [String] {
    var labels: [Int: String] = [:]
    for tick in ticks {
      if let y = span.position(tick.value) { labels[canvas.row(of: y)] = tick.label }
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
    for tick in span.ticks(about: canvas.width / 10) {
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

  private func legend(unicode: Bool) -> [String] {
    let names = series.enumerated().filter { !$0.element.label.isEmpty }.map { index, series in
      unicode && self.series.count == 1 ? series.label : "\(Self.mark(index, unicode)) \(series.label)"
    }
    let axes = [("x", x.label), ("y", y.label)].filter { !$0.1.isEmpty }.map { "\($0): \($1)" }
    let entries = unicode ? namesWithValues + axes : names + axes
    return entries.isEmpty ? [] : [entries.joined(separator: "   ")]
  }

  /// In Braille the curves look alike, so the legend says where each ends.
  private var namesWithValues: [String] {
    series.filter { !$0.label.isEmpty }.map { series in
      guard self.series.count > 1, series.count > 0 else { return series.label }
      return "\(series.label) (ends at \(significant(series.ys[series.count - 1], 3)))"
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
