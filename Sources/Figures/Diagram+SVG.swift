extension Diagram {
  /// The diagram as an SVG element that can stand in a page; ids begin with `id`.
  func svg(id: String, language: String, description: String?) -> String {
    let layout = DiagramLayout(self)
    let header = FigureHeader(title: title, items: [], scale: nil, left: 8, width: layout.width)
    let top = title.isEmpty ? 0 : header.bottom
    let text = words(in: language)
    var svg = SVGMarkup()
    svg.figure(
      id: id, width: layout.width, height: layout.height + top, title: shortName(in: language),
      description: description ?? text, name: "figure-plot figure-diagram"
    ) { svg in
      svg.draw(header)
      svg.element("g", [("transform", "translate(0 \(length(top)))")]) { svg in
        drawArrows(&svg, layout)
        for index in nodes.indices { draw(nodes[index], index, &svg, layout) }
        drawNames(&svg, layout)
      }
    }
    return svg.text
  }

  /// Arrows of one look are one path; in a dense network they have no heads and are faint.
  private func drawArrows(_ svg: inout SVGMarkup, _ layout: DiagramLayout) {
    let arrows = layout.arrows
    let isDense = arrows.count > 24 && nodes.count { $0.shape == .circle } * 2 > nodes.count
    let stroke = [
      ("fill", "none"), ("stroke", FigureStyle.quiet), ("stroke-width", isDense ? "1" : "1.5"),
      ("stroke-opacity", isDense ? "0.55" : "1"),
    ]
    for isDashed in [false, true] {
      let path = arrows.filter { edges[$0.edge].isDashed == isDashed }.map(\.path).joined()
      guard !path.isEmpty else { continue }
      let dash = isDashed ? [("stroke-dasharray", "5 3.5")] : []
      svg.element("path", [("class", "figure-arrows")] + stroke + dash + [("d", path)])
    }
    guard !isDense else { return }
    let heads = arrows.map(Self.head).joined()
    if !heads.isEmpty { svg.element("path", [("fill", FigureStyle.quiet), ("d", heads)]) }
  }

  /// A filled triangle at the tip of an arrow.
  private static func head(of arrow: DiagramLayout.Arrow) -> String {
    let (dx, dy) = (arrow.tip.x - arrow.approach.x, arrow.tip.y - arrow.approach.y)
    let distance = max(1e-9, (dx * dx + dy * dy).squareRoot())
    let (ux, uy) = (dx / distance, dy / distance)
    let base = UnitPoint(x: arrow.tip.x - 8 * ux, y: arrow.tip.y - 8 * uy)
    return
      "M\(length(arrow.tip.x)) \(length(arrow.tip.y))L\(length(base.x - 3.6 * uy)) \(length(base.y + 3.6 * ux))"
      + " \(length(base.x + 3.6 * uy)) \(length(base.y - 3.6 * ux))z"
  }

  private func draw(_ node: Node, _ item: Int, _ svg: inout SVGMarkup, _ layout: DiagramLayout) {
    let (center, size) = (layout.centers[item], layout.sizes[item])
    svg.element("g", [("class", "figure-node"), ("text-anchor", "middle")]) { svg in
      if node.shape != .plain {
        let radius = node.shape == .circle ? size.height / 2 : 6
        svg.element(
          "rect",
          [
            ("x", length(center.x - size.width / 2)), ("y", length(center.y - size.height / 2)),
            ("width", length(size.width)), ("height", length(size.height)), ("rx", length(radius)),
            ("fill", FigureStyle.box), ("stroke", FigureStyle.color(0)), ("stroke-width", "1.4"),
          ])
      }
      let line = center.y + (node.note.isEmpty ? 4.6 : -2.5)
      svg.element("text", [("x", length(center.x)), ("y", length(line))], words: node.label)
      guard !node.note.isEmpty else { return }
      let note = [("font-size", length(DiagramLayout.noteSize)), ("fill", FigureStyle.quiet)]
      svg.element("text", [("x", length(center.x)), ("y", length(center.y + 13))] + note, words: node.note)
    }
  }

  private func drawNames(_ svg: inout SVGMarkup, _ layout: DiagramLayout) {
    for arrow in layout.arrows where !edges[arrow.edge].label.isEmpty {
      let isBeside = !layout.isHorizontal
      let place = [
        ("x", length(arrow.label.x + (isBeside ? 6 : 0))), ("y", length(arrow.label.y + (isBeside ? 4 : -5))),
        ("text-anchor", isBeside ? "start" : "middle"), ("font-size", length(DiagramLayout.noteSize)),
      ]
      svg.element("text", FigureStyle.halo + place, words: edges[arrow.edge].label)
    }
  }
}
