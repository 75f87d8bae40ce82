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
    let size = "0 0 \(length(PlotLayout.width)) \(length(layout.height))"
    svg.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("class", "figure-plot"), ("viewBox", size), ("role", "img"),
        ("aria-labelledby", "\(id)-title \(id)-desc"),
        ("font-family", "var(--figure-font, system-ui, sans-serif)"),
        ("font-size", length(PlotLayout.textSize)), ("fill", FigureStyle.ink),
      ]
    ) { svg in
      svg.element("title", [("id", "\(id)-title")], words: shortName(in: language))
      svg.element("desc", [("id", "\(id)-desc")], words: description ?? words(in: language))
      drawTitle(&svg, layout)
      drawGrid(&svg, layout)
      drawMarks(&svg, layout)
      drawSeries(&svg, layout)
      drawLabels(&svg, layout)
      drawLegend(&svg, layout)
    }
    return svg.text
  }

  private func drawTitle(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    guard !title.isEmpty else { return }
    svg.element(
      "text",
      [
        ("class", "figure-title"), ("x", length(layout.area.left)), ("y", "18"), ("font-weight", "600"),
        ("font-size", length(PlotLayout.titleSize)),
      ], words: title)
  }

  /// Fine lines at the ticks, a stronger one where an axis is 0, and one below everything.
  private func drawGrid(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    let area = layout.area
    let xs = layout.xTicks.compactMap { layout.xSpan.position($0.value) }.map { area.left + $0 * area.width }
    let ys = layout.yTicks.compactMap { layout.ySpan.position($0.value) }.map {
      area.bottom - $0 * area.height
    }
    svg.element("g", [("class", "figure-grid"), ("stroke", FigureStyle.grid), ("fill", "none")]) { svg in
      let columns = xs.map { "M\(length($0)) \(length(area.top))V\(length(area.bottom))" }
      let rows = ys.map { "M\(length(area.left)) \(length($0))H\(length(area.right))" }
      svg.element("path", [("d", (columns + rows).joined())])
    }
    svg.element(
      "path", [("class", "figure-axes"), ("stroke", FigureStyle.axis), ("fill", "none"), ("d", axes(layout))])
  }

  private func axes(_ layout: PlotLayout) -> String {
    let area = layout.area
    var path = "M\(length(area.left)) \(length(area.bottom))H\(length(area.right))"
    if x.scale == .linear, layout.xSpan.contains(0), let zero = layout.xSpan.position(0) {
      path += "M\(length(area.left + zero * area.width)) \(length(area.top))V\(length(area.bottom))"
    }
    if y.scale == .linear, layout.ySpan.contains(0), let zero = layout.ySpan.position(0) {
      path += "M\(length(area.left)) \(length(area.bottom - zero * area.height))H\(length(area.right))"
    }
    return path
  }

  private func drawSeries(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    for (index, series) in series.enumerated() {
      var path = SVGPath(in: layout.area)
      for run in runs(of: series, layout.xSpan, layout.ySpan) {
        switch series.style {
        case .line, .bars, .band, .area, .step: path.addCurve(run)
        case .points, .stem: path.addMarkers(run, shape: index)
        }
      }
      svg.element("path", FigureStyle.attributes(of: series.style, index: index) + [("d", path.text)])
    }
  }

  private func drawLabels(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    let area = layout.area
    svg.element("g", [("class", "figure-ticks"), ("text-anchor", "middle")]) { svg in
      for tick in layout.xTicks {
        guard let position = layout.xSpan.position(tick.value) else { continue }
        let at = [("x", length(area.left + position * area.width)), ("y", length(area.bottom + 18))]
        svg.element("text", at, words: tick.label.typographic)
      }
    }
    svg.element("g", [("class", "figure-ticks"), ("text-anchor", "end")]) { svg in
      for tick in layout.yTicks {
        guard let position = layout.ySpan.position(tick.value) else { continue }
        let at = [("x", length(area.left - 7)), ("y", length(area.bottom - position * area.height + 4.5))]
        svg.element("text", at, words: tick.label.typographic)
      }
    }
    drawAxisNames(&svg, layout)
  }

  private func drawAxisNames(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    let area = layout.area
    let name = [("class", "figure-axis-name"), ("font-style", "italic")]
    if !x.label.isEmpty {
      let at = [
        ("x", length(area.left + area.width / 2)), ("y", length(area.bottom + 39)), ("text-anchor", "middle"),
      ]
      svg.element("text", name + at, words: x.label)
    }
    if !y.label.isEmpty {
      svg.element("text", name + [("x", length(area.left)), ("y", length(layout.nameLine))], words: y.label)
    }
  }

  private func drawLegend(_ svg: inout SVGMarkup, _ layout: PlotLayout) {
    guard !layout.legend.isEmpty else { return }
    svg.element("g", [("class", "figure-legend")]) { svg in
      for entry in layout.legend { drawLegendEntry(entry, &svg) }
    }
  }

  private func drawLegendEntry(_ entry: PlotLayout.LegendEntry, _ svg: inout SVGMarkup) {
    let sample = PlotLayout.LegendEntry.sample
    let style = series[entry.series].style
    let path =
      switch style {
      case .line, .bars, .band, .area, .step: "M\(length(entry.x)) \(length(entry.y - 4.5))h\(length(sample))"
      case .points, .stem:
        "M\(length(entry.x + sample / 2)) \(length(entry.y - 4.5))"
          + SVGPath.markers[entry.series % SVGPath.markers.count]
      }
    svg.element("path", FigureStyle.attributes(of: style, index: entry.series) + [("d", path)])
    svg.element("text", [("x", length(entry.x + sample + 7)), ("y", length(entry.y))], words: entry.label)
  }
}
