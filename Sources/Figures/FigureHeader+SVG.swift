extension SVGMarkup {
  /// The root of a drawing with its name and its description.
  mutating func figure(
    id: String, width: Double, height: Double, title: String, description: String,
    name: String = "figure-plot",
    _ body: (inout SVGMarkup) -> Void
  ) {
    let attributes = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("class", name),
      ("viewBox", "0 0 \(length(width)) \(length(height))"), ("role", "img"),
      ("aria-labelledby", "\(id)-title \(id)-desc"),
      ("font-family", "var(--figure-font, system-ui, sans-serif)"),
      ("font-size", length(FigureHeader.textSize)), ("fill", FigureStyle.ink),
    ]
    element("svg", attributes) { svg in
      svg.element("title", [("id", "\(id)-title")], words: title)
      svg.element("desc", [("id", "\(id)-desc")], words: description)
      body(&svg)
    }
  }

  /// A title that begins at `x`.
  mutating func draw(title: [String], x: Double, size: Double = FigureHeader.titleSize) {
    for (index, line) in title.enumerated() {
      let place = [("x", length(x)), ("y", length(18 + Double(index) * FigureHeader.titleLine))]
      let type = [("font-weight", "600"), ("font-size", length(size))]
      element("text", [("class", "figure-title")] + place + type, words: line)
    }
  }

  /// The title, the legend and the colour bar.
  mutating func draw(_ header: FigureHeader, id: String = "") {
    draw(title: header.title, x: header.left)
    if !header.entries.isEmpty {
      element("g", [("class", "figure-legend")]) { svg in
        for entry in header.entries { svg.draw(entry, id: id) }
      }
    }
    if let bar = header.colorBar { draw(bar) }
  }

  private mutating func draw(_ entry: FigureHeader.Entry, id: String) {
    let sample = FigureHeader.Entry.sample
    let (x, y) = (entry.x, entry.y - 4.5)
    let line = "M\(length(x)) \(length(y))h\(length(sample))"
    switch entry.item.sample {
    case .series(let index, let style): drawSample(of: style, index, x: x, y: y, id: id)
    case .contour: element("path", Contour.stroke + [("d", line)])
    case .vectorField:
      let arrow = VectorField.arrow(from: UnitPoint(x: x + 2, y: y), to: UnitPoint(x: x + sample - 2, y: y))
      element("path", VectorField.stroke + [("d", arrow)])
    }
    element(
      "text", [("x", length(entry.x + sample + 7)), ("y", length(entry.y))], words: entry.item.label)
  }

  private mutating func drawSample(of style: Series.Style, _ index: Int, x: Double, y: Double, id: String) {
    let sample = FigureHeader.Entry.sample
    let line = "M\(length(x)) \(length(y))h\(length(sample))"
    let box = "M\(length(x)) \(length(y - 6))h\(length(sample))v12h-\(length(sample))z"
    let marker = "M\(length(x + sample / 2)) \(length(y))" + SVGPath.markers[index % SVGPath.markers.count]
    switch style {
    case .line, .step: element("path", FigureStyle.line(index) + [("d", line)])
    case .points: element("path", FigureStyle.marker(index) + [("d", marker)])
    case .stem:
      element("path", FigureStyle.stem(index) + [("d", "M\(length(x + sample / 2)) \(length(y))v7")])
      element("path", FigureStyle.marker(index) + [("d", marker)])
    case .bars:
      let swatch = "M\(length(x + 4)) \(length(y - 6))h18v12h-18z"
      drawBars(swatch, index, id: id)
    case .area:
      element(
        "path",
        FigureStyle.area(index) + [
          ("d", "M\(length(x)) \(length(y - 3))h\(length(sample))v9h-\(length(sample))z")
        ])
      element("path", FigureStyle.line(index) + [("d", "M\(length(x)) \(length(y - 3))h\(length(sample))")])
    case .band:
      element("path", FigureStyle.area(index) + [("d", box)])
      let edges = "M\(length(x)) \(length(y - 6))h\(length(sample))m0 12h-\(length(sample))"
      element("path", FigureStyle.edge(index) + [("d", edges)])
    }
  }

  private mutating func draw(_ bar: FigureHeader.ColorBar) {
    element("g", [("class", "figure-colors"), ("font-size", length(FigureHeader.ColorBar.textSize))]) { svg in
      if !bar.label.isEmpty {
        let place = [("x", length(bar.labelX)), ("y", length(bar.y + 10)), ("font-size", "13")]
        svg.element("text", place, words: bar.label)
      }
      let step = bar.width / Double(ColorScale.levels)
      svg.element("g", [("shape-rendering", "crispEdges")]) { svg in
        for level in 0..<ColorScale.levels {
          let place = [("x", length(bar.x + Double(level) * step)), ("y", length(bar.y))]
          let size = [("width", length(step + 0.3)), ("height", "11")]
          svg.element("rect", place + size + [("fill", FigureStyle.color(bar.scale.palette, level))])
        }
      }
      let ticks = bar.ticks.map { "M\(length($0.x)) \(length(bar.y + 11))v3" }.joined()
      svg.element("path", [("d", ticks), ("stroke", FigureStyle.axis), ("fill", "none")])
      for tick in bar.ticks {
        let place = [("x", length(tick.x)), ("y", length(bar.y + 25)), ("text-anchor", "middle")]
        svg.element("text", place, words: tick.label)
      }
    }
  }
}
