extension Figure {
  /// The figure as SVG that can stand in a page; ids begin with `id`.
  ///
  /// A group and a check give one drawing for each of their plots. Text and tables are drawn as lines of type;
  /// a page does better to set them as text and as a table.
  /// `description` takes the place of the words that are computed from the data.
  public func svg(id: String, language: String = "en", description: String? = nil) -> String {
    switch self {
    case .plot(let plot): plot.svg(id: id, language: language, description: description)
    case .group(let figures): Self.svgs(of: figures, id: id, language)
    case .check(let check): Self.svgs(of: check.figures, id: id, language)
    case .smallMultiples(let plots): plots.svg(id: id, language: language, description: description)
    case .imageGrid(let images): images.svg(id: id, language: language, description: description)
    case .diagram(let diagram): diagram.svg(id: id, language: language, description: description)
    case .text, .table: typeset(id: id)
    }
  }

  private static func svgs(of figures: [Figure], id: String, _ language: String) -> String {
    figures.enumerated().map { $0.element.svg(id: "\(id)-\($0.offset + 1)", language: language) }
      .joined(separator: "\n")
  }

  private func typeset(id: String) -> String {
    let lines = ascii(width: 80, unicode: true).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    let columns = max(40, lines.map { String($0).columns }.max() ?? 0)
    var svg = SVGMarkup()
    let attributes = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("class", "figure-text"), ("role", "img"),
      ("viewBox", "0 0 \(length(Double(columns) * 8 + 8)) \(lines.count * 19 + 8)"),
      ("aria-labelledby", "\(id)-title"), ("font-family", "var(--figure-mono, ui-monospace, monospace)"),
      ("font-size", "13"), ("fill", FigureStyle.ink),
    ]
    svg.element("svg", attributes) { svg in
      svg.element("title", [("id", "\(id)-title")], words: alternativeText())
      for (index, line) in lines.enumerated() {
        let place = [("x", "4"), ("y", "\(index * 19 + 17)"), ("xml:space", "preserve")]
        svg.element("text", place, words: String(line))
      }
    }
    return svg.text
  }
}
