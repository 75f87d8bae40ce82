/// The flowchart as a picture for a page.
extension Flowchart {
  /// Beyond this a layout takes seconds, and nobody could read it.
  private static let extentLimit = 2500

  /// Draws the flowchart as an SVG element that stands in HTML as it is.
  ///
  /// Its colours come from the page: `--figure-ink`, `--figure-paper`, `--figure-grid` and `--accent`, so it
  /// follows light, dark and print. It shrinks with its column and is never wider than its natural width.
  ///
  /// - Parameters:
  ///   - id: Starts every id in the drawing; unique on the page; letters, digits, `-` and `_`.
  ///   - title: What the drawing shows, in a few words.
  ///   - language: The language of the description for screen readers; Chinese for `zh…`, else English.
  package func svg(id: String, title: String, language: String = "en") -> Result<String, DiagramError> {
    guard !nodes.isEmpty else { return .failure(.empty) }
    guard rankExtent(feedback: feedbackLinks) <= Self.extentLimit else { return .failure(.tangled) }
    let sizes = FlowchartSizes(self)
    return Graphviz.layout(FlowchartDOT(flowchart: self, sizes: sizes).text).flatMap { positions in
      guard let layout = FlowchartLayout(self, sizes, positions) else {
        return .failure(.layout("its answer cannot be read"))
      }
      let drawing = FlowchartDrawing(
        flowchart: self, sizes: sizes, layout: layout, id: SVGText.identifier(id),
        title: statedTitle ?? title, words: FlowchartWords(language: language))
      return .success(drawing.svg)
    }
  }
}

/// Writes a laid out flowchart as SVG.
struct FlowchartDrawing {
  let flowchart: Flowchart
  let sizes: FlowchartSizes
  let layout: FlowchartLayout
  let id: String
  let title: String
  let words: FlowchartWords

  private static let margin = 8.0

  var svg: String {
    let bounds = bounds
    let (width, height) = (bounds.size.width.svg, bounds.size.height.svg)
    let box = "\(bounds.origin.x.svg) \(bounds.origin.y.svg) \(width) \(height)"
    let description = flowchart.statedDescription ?? words.description(of: flowchart)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(id)\" class=\"flowchart\" role=\"img\""
        + " aria-labelledby=\"\(id)-title \(id)-desc\" viewBox=\"\(box)\" width=\"\(width)\""
        + " style=\"--natural-width:\(width)px;max-width:100%;height:auto\">",
      "<title id=\"\(id)-title\">\(SVGText.escaped(title))</title>",
      "<desc id=\"\(id)-desc\">\(SVGText.escaped(description))</desc>",
    ]
    lines += FlowchartTheme.markers(used: marks, id: id)
    lines += flowchart.groups.indices.compactMap(group)
    lines += flowchart.links.indices.compactMap(link)
    lines += flowchart.nodes.indices.map(node)
    lines += flowchart.links.indices.compactMap(linkLabel)
    return (lines + ["</svg>"]).joined(separator: "\n")
  }

  /// Graphviz's box, grown to hold every curve and a margin.
  private var bounds: Rectangle {
    let points = layout.links.compactMap { $0?.curve.samples }.joined()
    let left = min(0, points.map(\.x).min() ?? 0) - Self.margin
    let top = min(0, points.map(\.y).min() ?? 0) - Self.margin
    let right = max(layout.size.width, points.map(\.x).max() ?? 0) + Self.margin
    let bottom = max(layout.size.height, points.map(\.y).max() ?? 0) + Self.margin
    return Rectangle(origin: Point(x: left, y: top), size: Size(width: right - left, height: bottom - top))
  }

  private var marks: [LinkLine.Mark] {
    let used = Set(flowchart.links.flatMap { [$0.line.tailMark, $0.line.headMark] })
    return [.arrow, .cross, .circle].filter(used.contains)
  }

  private func group(_ index: Int) -> String? {
    guard let group = layout.groups[index] else { return nil }
    let (origin, size) = (group.box.origin, group.box.size)
    let rectangle =
      "<rect x=\"\(origin.x.svg)\" y=\"\(origin.y.svg)\" width=\"\(size.width.svg)\""
      + " height=\"\(size.height.svg)\" rx=\"10\"/>"
    let label = group.label.map { text(sizes.groupLines[index], at: $0, FlowchartSizes.smallText) } ?? ""
    return "<g class=\"group\">\(rectangle)\(label)</g>"
  }

  private func link(_ index: Int) -> String? {
    let line = flowchart.links[index].line
    guard let link = layout.links[index], line.stroke != .invisible else { return nil }
    var attributes = "class=\"link \(line.stroke.rawValue)\" d=\"\(link.curve.path)\""
    if line.tailMark != .none { attributes += " marker-start=\"url(#\(id)-\(line.tailMark.rawValue))\"" }
    if line.headMark != .none { attributes += " marker-end=\"url(#\(id)-\(line.headMark.rawValue))\"" }
    return "<path \(attributes)/>"
  }

  private func linkLabel(_ index: Int) -> String? {
    guard let place = layout.links[index]?.label, flowchart.links[index].line.stroke != .invisible
    else { return nil }
    return "<g class=\"label\">\(text(sizes.linkLines[index], at: place, FlowchartSizes.smallText))</g>"
  }

  private func node(_ index: Int) -> String {
    let node = flowchart.nodes[index]
    let outline = sizes.nodes[index]
    let centre = layout.nodes[index]
    let shape = NodeDrawing(outline: outline, shape: node.shape, centre: centre).svg
    let label = text(sizes.nodeLines[index], at: centre + outline.textOffset, FlowchartSizes.nodeText)
    return "<g class=\"node\"\(FlowchartTheme.attribute(for: node.style))>\(shape)\(label)</g>"
  }

  /// Lines of text around a centre.
  private func text(_ lines: [String], at centre: Point, _ metrics: TextMetrics) -> String {
    let first = centre.y - metrics.lineHeight * Double(lines.count - 1) / 2 + metrics.fontSize * 0.35
    let x = centre.x.svg
    guard lines.count > 1 else {
      return "<text x=\"\(x)\" y=\"\(first.svg)\">\(SVGText.escaped(lines.first ?? ""))</text>"
    }
    let spans = lines.enumerated().map { index, line in
      let y = first + metrics.lineHeight * Double(index)
      return "<tspan x=\"\(x)\" y=\"\(y.svg)\">\(SVGText.escaped(line))</tspan>"
    }
    return "<text>\(spans.joined())</text>"
  }
}
