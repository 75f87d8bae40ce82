extension Plot {
  /// The plot as an SVG element that can stand in a page.
  ///
  /// It scales with the width it is given; its colours are CSS variables with fallbacks, and its ids begin
  /// with `id`, so that a page may hold several.
  ///
  /// `description` takes the place of the words that are computed from the data.
  public func svg(id: String, language: String = "en", description: String? = nil) -> String {
    let layout = PlotLayout(self)
    var svg = SVGMarkup()
    svg.figure(
      id: id, width: layout.frame.width, height: layout.height, title: shortName(in: language),
      description: description ?? words(in: language)
    ) { svg in
      svg.defineHatches(for: [self], id: id)
      draw(&svg, layout, id: id, scale: ColorScale(heatMaps))
      svg.draw(layout.header, id: id)
    }
    return svg.text
  }

  /// Everything but what stands above the plane.
  func draw(_ svg: inout SVGMarkup, _ layout: PlotLayout, id: String, scale: ColorScale?) {
    for layer in layers {
      if case .heatMap(let map) = layer { map.draw(&svg, layout, scale) }
    }
    drawGrid(&svg, layout)
    let hasCasing = !heatMaps.isEmpty, slots = bars
    for layer in layers { layer.drawLines(&svg, layout, hasCasing: hasCasing) }
    drawMarks(&svg, layout)
    for (index, look) in looks.enumerated() {
      if series[index].style == .bars { drawBars(index, slots, look, &svg, layout, id: id) }
      draw(series[index], look, &svg, layout, hasCasing: hasCasing)
    }
    drawTicks(&svg, layout)
    drawAxisNames(&svg, layout)
    var obstacles = Obstacles(self, layout)
    drawHorizontalLabels(&svg, layout, &obstacles)
    drawAnnotations(&svg, layout, &obstacles)
  }

  /// Fine lines at the ticks, a stronger one where an axis is 0, and one below everything.
  ///
  /// Over a heat map they would be noise: there only short ones outside of the plane point at the numbers.
  private func drawGrid(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    let area = layout.area
    var (grid, axes) = ("", "M\(length(area.left)) \(length(area.bottom))H\(length(area.right))")
    if heatMaps.isEmpty {
      if x.categories.isEmpty {
        for tick in layout.xTicks {
          grid += "M\(length(tick.place)) \(length(area.top))V\(length(area.bottom))"
        }
      }
      for tick in layout.yTicks {
        grid += "M\(length(area.left)) \(length(tick.place))H\(length(area.right))"
      }
      axes += zeroLines(layout) + minorTicks(layout)
    } else {
      axes =
        x.categories.isEmpty && layout.frame.hasXLabels
        ? layout.xTicks.map { "M\(length($0.place)) \(length(area.bottom))v4" }.joined() : ""
      axes +=
        y.categories.isEmpty && layout.frame.hasYLabels
        ? layout.yTicks.map { "M\(length(area.left)) \(length($0.place))h-4" }.joined() : ""
    }
    let stroke = { (color: String) in [("stroke", color), ("fill", "none")] }
    if !grid.isEmpty {
      svg.element("path", [("class", "figure-grid")] + stroke(FigureStyle.grid) + [("d", grid)])
    }
    if !axes.isEmpty {
      svg.element("path", [("class", "figure-axes")] + stroke(FigureStyle.axis) + [("d", axes)])
    }
  }

  private func zeroLines(_ layout: PlotLayout) -> String {
    let area = layout.area
    var path = ""
    if x.scale == .linear, x.categories.isEmpty, layout.xSpan.contains(0), let zero = layout.xSpan.position(0)
    {
      path += "M\(length(area.left + zero * area.width)) \(length(area.top))V\(length(area.bottom))"
    }
    if y.scale == .linear, y.categories.isEmpty, layout.ySpan.contains(0), let zero = layout.ySpan.position(0)
    {
      path += "M\(length(area.left)) \(length(area.bottom - zero * area.height))H\(length(area.right))"
    }
    return path
  }

  private func minorTicks(_ layout: PlotLayout) -> String {
    let area = layout.area
    let below = layout.xSpan.minorTicks.compactMap(layout.xSpan.position).map {
      "M\(length(area.left + $0 * area.width)) \(length(area.bottom))v-4"
    }
    let beside = layout.ySpan.minorTicks.compactMap(layout.ySpan.position).map {
      "M\(length(area.left)) \(length(area.bottom - $0 * area.height))h4"
    }
    return (below + beside).joined()
  }

  private func drawTicks(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    let (area, size) = (layout.area, layout.frame.textSize)
    let font = size == FigureHeader.textSize ? [] : [("font-size", length(size))]
    if layout.frame.hasXLabels {
      let anchor = ("text-anchor", layout.isTurned ? "end" : "middle")
      svg.element("g", [("class", "figure-ticks"), anchor] + font) { svg in
        for label in layout.xTicks {
          let (x, y) = (
            length(layout.isTurned ? label.place + 4 : label.center),
            length(area.bottom + (layout.isTurned ? 13 : 5 + size))
          )
          let turn = layout.isTurned ? [("transform", "rotate(-50 \(x) \(y))")] : []
          svg.element("text", [("x", x), ("y", y)] + turn, words: label.text)
        }
      }
    }
    guard layout.frame.hasYLabels else { return }
    svg.element("g", [("class", "figure-ticks"), ("text-anchor", "end")] + font) { svg in
      for label in layout.yTicks {
        let place = [("x", length(area.left - 7)), ("y", length(label.place + size * 0.35))]
        svg.element("text", place, words: label.text)
      }
    }
  }

  private func drawAxisNames(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    let area = layout.area
    let name = [("class", "figure-axis-name"), ("font-style", "italic")]
    let size = FigureHeader.textSize
    if !x.label.isEmpty, layout.frame.hasXLabels {
      let text = x.label.shortened(to: layout.frame.width - 8, size: size)
      let half = text.width(size: size) / 2
      let center = max(half + 4, min(layout.frame.width - half - 4, area.left + area.width / 2))
      let place = [("x", length(center)), ("y", length(layout.xNameLine)), ("text-anchor", "middle")]
      svg.element("text", name + place, words: text)
    }
    if !y.label.isEmpty, layout.frame.hasYLabels {
      let left = layout.frame.isPanel ? 2 : area.left
      let text = y.label.shortened(to: layout.frame.width - left - 8, size: size)
      svg.element("text", name + [("x", length(left)), ("y", length(layout.nameLine))], words: text)
    }
  }
}
