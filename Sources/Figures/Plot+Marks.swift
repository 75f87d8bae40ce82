extension Plot {
  /// Dotted lines across the plot, their words where they cover nothing.
  func drawMarks(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    let area = layout.area
    var path = ""
    for mark in marks {
      let span = mark.direction == .vertical ? layout.xSpan : layout.ySpan
      guard span.contains(mark.position), let position = span.position(mark.position) else { continue }
      switch mark.direction {
      case .vertical:
        path += "M\(length(area.left + position * area.width)) \(length(area.top))V\(length(area.bottom))"
      case .horizontal:
        path += "M\(length(area.left)) \(length(area.bottom - position * area.height))H\(length(area.right))"
      }
    }
    guard !path.isEmpty else { return }
    svg.element("path", [("class", "figure-mark")] + FigureStyle.mark + [("d", path)])
    for label in layout.markLabels {
      let place = [("x", length(label.center)), ("y", length(label.line)), ("text-anchor", "middle")]
      svg.element("text", place, words: label.text)
    }
  }

  /// The words of horizontal lines stand beside the plot, pushed apart where they would meet, or, where they
  /// are long, above or below the line at the end where less is covered.
  func drawHorizontalLabels(_ svg: inout SVGMarkup, _ layout: PlotLayout, _ obstacles: inout Obstacles) {
    let area = layout.area
    let named = marks.filter {
      $0.direction == .horizontal && !$0.label.isEmpty && layout.ySpan.contains($0.position)
    }.compactMap { mark in
      layout.ySpan.position(mark.position).map { (mark: mark, y: area.bottom - $0 * area.height) }
    }.sorted { $0.y < $1.y }
    var end = -Double.infinity
    for (mark, y) in named {
      guard !layout.frame.isPanel, PlotLayout.margin(of: mark) > 0 else {
        drawLong(mark, at: y, &svg, layout, &obstacles)
        continue
      }
      let line = max(y + 4.5, end + 15)
      end = line
      svg.element("text", [("x", length(area.right + 6)), ("y", length(line))], words: mark.label)
    }
  }

  private func drawLong(
    _ mark: Mark, at y: Double, _ svg: inout SVGMarkup, _ layout: PlotLayout, _ obstacles: inout Obstacles
  ) {
    let area = layout.area
    let text = mark.label.shortened(to: area.width - 12, size: FigureHeader.textSize)
    let width = text.width(size: FigureHeader.textSize) + 8
    let corners = [
      (area.right - width, y - 19), (area.left + 4, y - 19), (area.right - width, y + 2),
      (area.left + 4, y + 2),
    ].filter { $0.1 > area.top - 4 && $0.1 + 17 < area.bottom + 4 }
    let boxes = corners.map { PlotArea(left: $0.0, top: $0.1, width: width, height: 17) }
    guard let best = obstacles.leastCovering(boxes) else { return }
    obstacles.add(best)
    let place = [("x", length(best.left + 4)), ("y", length(best.top + 13))]
    svg.element("text", FigureStyle.halo + place, words: text)
  }
}
