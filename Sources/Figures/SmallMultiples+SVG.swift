extension SmallMultiples {
  private static let width = 440.0
  private static let gap = 14.0

  /// How many panels stand in a row.
  var columnCount: Int {
    let wanted = columns ?? (panels.count == 4 ? 2 : 3)
    return max(1, min(wanted, max(panels.count, 1), 6))
  }

  /// The panels on the limits they share.
  var alignedPanels: [Plot] {
    let (xs, ys) = (SharedSpan(panels.map(\.xSpan)), SharedSpan(panels.map(\.ySpan)))
    return panels.map { panel in
      var panel = panel
      if sharesX { panel.x = panel.x.reaching(over: xs) }
      if sharesY { panel.y = panel.y.reaching(over: ys) }
      return panel
    }
  }

  /// The size of the numbers at the panels' axes.
  private var textSize: Double { columnCount > 2 ? 11 : 12 }

  /// The panels as one SVG element that can stand in a page; ids begin with `id`.
  func svg(id: String, language: String, description: String?) -> String {
    let panels = alignedPanels
    let scale = ColorScale(panels.flatMap(\.heatMaps))
    let legend = panels.map(\.legendItems).max { $0.count < $1.count } ?? []
    let header = FigureHeader(
      title: title, items: legend, scale: scale, left: 4, width: Self.width)
    let frame = PlotFrame(textSize: textSize, isPanel: true)
    let margin = panels.map { PlotLayout.left(of: $0, frame) }.max() ?? 28
    var body = SVGMarkup()
    var top = header.bottom + 4
    for row in stride(from: 0, to: panels.count, by: columnCount) {
      top += draw(panels, from: row, top: top, margin: margin, id: id, scale, &body) + 6
    }
    var svg = SVGMarkup()
    let text = words(in: language)
    svg.figure(
      id: id, width: Self.width, height: top, title: shortName(in: language),
      description: description ?? text, name: "figure-plot figure-panels"
    ) { svg in
      svg.defineHatches(for: panels, id: id)
      svg.draw(header, id: id)
      svg.append(body)
    }
    return svg.text
  }

  /// Draws a row of panels and answers its height.
  private func draw(
    _ panels: [Plot], from start: Int, top: Double, margin: Double, id: String, _ scale: ColorScale?,
    _ svg: inout SVGMarkup
  ) -> Double {
    let size = textSize
    let shared = sharesY ? margin - 8 : 0
    let each = (Self.width - shared - Self.gap * Double(columnCount - 1)) / Double(columnCount)
    let indices = start..<min(start + columnCount, panels.count)
    let layouts = indices.map { index -> PlotLayout in
      let isFirst = index == start
      var frame = PlotFrame(width: each + (isFirst ? shared : 0), textSize: size, isPanel: true)
      frame.hasYLabels = !sharesY || isFirst
      frame.hasXLabels = !sharesX || index + columnCount >= panels.count
      frame.left = sharesY ? (isFirst ? margin : 8) : nil
      if panels[index].layers.isEmpty { frame.height = max(90, min(170, each * 0.72)) }
      return PlotLayout(panels[index], frame)
    }
    let tallestHead = layouts.map(\.area.top).max() ?? 0
    var left = 0.0
    for (index, layout) in zip(indices, layouts) {
      let place = "translate(\(length(left)) \(length(top + tallestHead - layout.area.top)))"
      svg.element("g", [("class", "figure-panel"), ("transform", place)]) { svg in
        panels[index].draw(&svg, layout, id: id, scale: scale)
        svg.draw(title: layout.header.title, x: layout.area.left, size: size + 1)
      }
      left += layout.frame.width + Self.gap
    }
    return layouts.map { tallestHead + $0.height - $0.area.top }.max() ?? 0
  }
}

extension Axis {
  /// The same axis with the limits that it was not given reaching over all of the spans.
  fileprivate func reaching(over shared: SharedSpan) -> Axis {
    guard categories.isEmpty, shared.scale == scale else { return self }
    var axis = self
    let number = { (end: Double) in scale == .linear ? end : powerOfTen(exponent: end) }
    axis.lower = lower ?? shared.lower.map(number)
    axis.upper = upper ?? shared.upper.map(number)
    return axis
  }
}

/// What the axes of several plots cover together.
private struct SharedSpan {
  /// The scale; nil where they differ.
  let scale: Axis.Scale?
  let lower: Double?
  let upper: Double?

  init(_ spans: [Span]) {
    let first = spans.first?.scale
    scale = spans.allSatisfy { $0.scale == first } ? first : nil
    lower = spans.map(\.lower).min()
    upper = spans.map(\.upper).max()
  }
}
