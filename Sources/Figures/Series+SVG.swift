extension Plot {
  /// Draws one series, in the colour, dash, shape or hatch of its look.
  ///
  /// Over a heat map lines and shapes have a casing.
  func draw(
    _ series: Series, _ look: Int, _ svg: inout SVGMarkup, _ layout: PlotLayout, hasCasing: Bool
  ) {
    switch series.style {
    case .line, .step: drawLine(series, look, &svg, layout, hasCasing)
    case .points: drawMarkers(series, look, &svg, layout, hasCasing)
    case .band: drawBand(series, look, &svg, layout)
    case .area:
      svg.element("path", FigureStyle.area(look) + [("d", filling(of: series, layout))])
      drawLine(series, look, &svg, layout, hasCasing)
    case .stem:
      drawStems(series, look, &svg, layout)
      drawMarkers(series, look, &svg, layout, hasCasing)
    case .bars: break
    }
  }

  /// The bars of one series.
  func drawBars(
    _ index: Int, _ slots: BarSlots, _ look: Int, _ svg: inout SVGMarkup, _ layout: PlotLayout, id: String
  ) {
    var path = SVGPath(in: layout.area)
    path.addBars(bars(ofSeries: index, slots, layout.xSpan, layout.ySpan))
    svg.drawBars(path.text, look, id: id)
  }

  private func drawLine(
    _ series: Series, _ look: Int, _ svg: inout SVGMarkup, _ layout: PlotLayout, _ hasCasing: Bool
  ) {
    var path = SVGPath(in: layout.area)
    for run in runs(of: series, layout.xSpan, layout.ySpan) { path.addCurve(run) }
    if hasCasing { svg.element("path", FigureStyle.casing(width: 5) + [("d", path.text)]) }
    svg.element("path", FigureStyle.line(look) + [("d", path.text)])
  }

  private func drawMarkers(
    _ series: Series, _ look: Int, _ svg: inout SVGMarkup, _ layout: PlotLayout, _ hasCasing: Bool
  ) {
    var path = SVGPath(in: layout.area)
    for run in runs(of: series, layout.xSpan, layout.ySpan) { path.addMarkers(run, shape: look) }
    svg.element("path", FigureStyle.marker(look, isCased: hasCasing) + [("d", path.text)])
  }

  private func drawBand(_ series: Series, _ look: Int, _ svg: inout SVGMarkup, _ layout: PlotLayout) {
    svg.element("path", FigureStyle.area(look) + [("d", filling(of: series, layout))])
    var lower = series
    lower.ys = (0..<lower.count).map(lower.base)
    var edges = SVGPath(in: layout.area)
    for side in [series, lower] {
      for run in runs(of: side, layout.xSpan, layout.ySpan) { edges.addCurve(run) }
    }
    svg.element("path", FigureStyle.edge(look) + [("d", edges.text)])
  }

  /// The room between the bases and the heights.
  private func filling(of series: Series, _ layout: PlotLayout) -> String {
    var path = SVGPath(in: layout.area)
    for run in fillings(of: series, layout.xSpan, layout.ySpan) {
      path.addFilling(upper: run.map(\.top), lower: run.map(\.base))
    }
    return path.text
  }

  private func drawStems(_ series: Series, _ look: Int, _ svg: inout SVGMarkup, _ layout: PlotLayout) {
    var path = SVGPath(in: layout.area)
    for run in fillings(of: series, layout.xSpan, layout.ySpan) {
      path.addStems(run.map { ($0.base, $0.top) })
    }
    svg.element("path", FigureStyle.stem(look) + [("d", path.text)])
  }
}

extension Plot {
  /// The runs of a series whose bases are numbers too, as pairs of points of the unit square.
  func fillings(of series: Series, _ xSpan: Span, _ ySpan: Span) -> [[(top: UnitPoint, base: UnitPoint)]] {
    var runs: [[(top: UnitPoint, base: UnitPoint)]] = [[]]
    for index in 0..<series.count {
      if let x = xSpan.position(series.xs[index]), let top = ySpan.position(series.ys[index]),
        let base = ySpan.basePosition(series.base(index))
      {
        runs[runs.count - 1].append((UnitPoint(x: x, y: top), UnitPoint(x: x, y: base)))
      } else if !runs[runs.count - 1].isEmpty {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  /// The bars of a series as opposite corners in the unit square, cut off at its edges.
  func bars(
    ofSeries index: Int, _ slots: BarSlots, _ xSpan: Span, _ ySpan: Span
  ) -> [(UnitPoint, UnitPoint)] {
    let series = series[index]
    let (half, offset) = (slots.width(ofSeries: index) / 2, slots.offset(ofSeries: index))
    return (0..<series.count).compactMap { place in
      let center = series.xs[place] + offset
      guard let left = xSpan.basePosition(center - half), let right = xSpan.position(center + half),
        let top = ySpan.position(series.ys[place]), let base = ySpan.basePosition(series.base(place)),
        max(left, right) >= 0, min(left, right) <= 1, max(top, base) >= 0, min(top, base) <= 1
      else { return nil }
      let kept = { (share: Double) in max(0, min(1, share)) }
      return (
        UnitPoint(x: kept(min(left, right)), y: kept(min(top, base))),
        UnitPoint(x: kept(max(left, right)), y: kept(max(top, base)))
      )
    }
  }
}

extension SVGMarkup {
  /// Bars in the colour of their series, with its hatch upon them.
  mutating func drawBars(_ path: String, _ index: Int, id: String) {
    element(
      "path",
      [
        ("class", "figure-series"), ("fill", FigureStyle.color(index)), ("stroke", FigureStyle.paper),
        ("stroke-width", "0.75"), ("d", path),
      ])
    guard index % FigureStyle.hatches.count > 0 else { return }
    element("path", [("fill", "url(#\(id)-hatch-\(index % FigureStyle.hatches.count))"), ("d", path)])
  }

  /// The hatches that the bars of some plots need.
  mutating func defineHatches(for plots: [Plot], id: String) {
    let count = FigureStyle.hatches.count
    let used = plots.flatMap { plot in zip(plot.series, plot.looks).filter { $0.0.style == .bars }.map(\.1) }
    let hatches = Set(used.map { $0 % count }).subtracting([0]).sorted()
    guard !hatches.isEmpty else { return }
    element("defs", []) { svg in
      for hatch in hatches {
        let size = [("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse")]
        svg.element("pattern", [("id", "\(id)-hatch-\(hatch)")] + size) { svg in
          let stroke = [
            ("stroke", FigureStyle.paper), ("stroke-width", "1.3"), ("stroke-opacity", "0.75"),
            ("fill", "none"),
          ]
          svg.element("path", stroke + [("d", FigureStyle.hatches[hatch])])
        }
      }
    }
  }
}
