extension Plot {
  /// Dotted lines across the plot, their words where they cover the least.
  func drawMarks(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    for mark in marks {
      let span = mark.direction == .vertical ? layout.xSpan : layout.ySpan
      guard span.contains(mark.position), let position = span.position(mark.position) else { continue }
      svg.element("g", [("class", "figure-mark")]) { svg in
        switch mark.direction {
        case .vertical: drawVertical(mark, at: position, &svg, layout.area)
        case .horizontal: drawHorizontal(mark, at: position, &svg, layout)
        }
      }
    }
  }

  /// The words of a vertical line stand above the plot.
  private func drawVertical(_ mark: Mark, at position: Double, _ svg: inout SVGMarkup, _ area: PlotArea) {
    let x = area.left + position * area.width
    let d = "M\(length(x)) \(length(area.top))V\(length(area.bottom))"
    svg.element("path", FigureStyle.mark + [("d", d)])
    guard !mark.label.isEmpty else { return }
    let half = mark.label.width(size: PlotLayout.textSize) / 2
    let center = max(area.left + half, min(PlotLayout.width - half - 2, x))
    let place = [("x", length(center)), ("y", length(area.top - 6)), ("text-anchor", "middle")]
    svg.element("text", place, words: mark.label)
  }

  /// The words of a horizontal line stand beside the plot, or, where they are long, above or below the line at
  /// the end where fewer data are.
  private func drawHorizontal(_ mark: Mark, at position: Double, _ svg: inout SVGMarkup, _ layout: PlotLayout)
  {
    let area = layout.area
    let y = area.bottom - position * area.height
    let d = "M\(length(area.left)) \(length(y))H\(length(area.right))"
    svg.element("path", FigureStyle.mark + [("d", d)])
    guard !mark.label.isEmpty else { return }
    guard PlotLayout.margin(of: mark) == 0 else {
      let place = [("x", length(area.right + 6)), ("y", length(y + 4.5))]
      return svg.element("text", place, words: mark.label)
    }
    let width = mark.label.width(size: PlotLayout.textSize) + 8
    let corners = [
      (area.right - width, y - 19), (area.left + 4, y - 19), (area.right - width, y + 2),
      (area.left + 4, y + 2),
    ].filter { $0.1 > area.top - 4 && $0.1 + 17 < area.bottom + 4 }
    let counted = corners.map { corner in
      (
        corner: corner,
        covered: pointsCovered(by: PlotArea(left: corner.0, top: corner.1, width: width, height: 17), layout)
      )
    }
    guard let best = counted.min(by: { $0.covered < $1.covered })?.corner else { return }
    let place = [("x", length(best.0 + 4)), ("y", length(best.1 + 13))]
    svg.element("text", FigureStyle.halo + place, words: mark.label)
  }

  private func pointsCovered(by box: PlotArea, _ layout: PlotLayout) -> Int {
    series.reduce(0) { sum, series in
      let places = runs(of: series, layout.xSpan, layout.ySpan).joined().lazy.map(layout.area.place)
      return sum
        + places.filter { box.left <= $0.x && $0.x <= box.right && box.top <= $0.y && $0.y <= box.bottom }
        .count
    }
  }
}
