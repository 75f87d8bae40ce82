import CourseModel
import Figures

/// Writes one thing that a run showed, with its number and caption.
struct FigureHTML {
  /// What was shown.
  let figure: Figure
  /// The beginning of all ids within it.
  let id: String
  /// Its number, if it has one.
  let numbered: Numbered?
  /// The page's words.
  let words: Words
  /// The author's caption as HTML.
  let caption: [UInt8]?
  /// The author's words for who does not see it.
  let alternativeText: String?

  /// The figure.
  func write(to html: inout HTMLBuffer) {
    switch figure {
    case .text(let text): html.element("pre", ["tabindex": "0", "lang": "en"], text: text)
    case .table(let table): writeTable(table, to: &html)
    case .check(let check): writeCheck(check, to: &html)
    case .plot, .group: writeFigure(to: &html)
    }
  }

  private func writeFigure(to html: inout HTMLBuffer) {
    html.element("figure", ["id": numbered?.anchor]) { html in
      writeParts(to: &html)
      writeCaption("figcaption", to: &html)
    }
    for plot in plots { DataTable(plot).write(words, to: &html) }
  }

  private func writeParts(to html: inout HTMLBuffer) {
    switch figure {
    case .group(let parts):
      for (index, part) in parts.enumerated() {
        FigureHTML(
          figure: part, id: "\(id)-\(index + 1)", numbered: nil, words: words, caption: nil,
          alternativeText: alternativeText
        ).writeParts(to: &html)
      }
    case .plot: writeDrawing(to: &html)
    case .text, .table, .check:
      write(to: &html)
    }
  }

  private var plots: [Plot] {
    switch figure {
    case .plot(let plot): [plot]
    case .group(let parts): parts.compactMap { if case .plot(let plot) = $0 { plot } else { nil } }
    default: []
    }
  }

  private func writeDrawing(to html: inout HTMLBuffer) {
    guard let alternativeText else { return html.raw(figure.svg(id: id, language: words.language)) }
    html.element("div", ["role": "img", "aria-label": alternativeText]) {
      $0.raw(figure.svg(id: id, language: words.language))
    }
  }

  private func writeCaption(_ element: String, to html: inout HTMLBuffer) {
    guard numbered != nil || caption != nil else { return }
    html.element(element, ["class": element == "caption" ? "table-caption" : nil]) { html in
      if let numbered {
        html.element("b", text: words.name(of: numbered))
        html.raw(" ")
      }
      if let caption { html.raw(caption) }
    }
  }

  private func writeTable(_ table: Table, to html: inout HTMLBuffer) {
    let attributes: KeyValuePairs<String, String?> = [
      "class": "table-wrap", "id": numbered?.anchor, "tabindex": "0", "role": "group",
      "aria-label": words.table,
    ]
    html.element("div", attributes) { html in
      html.element("table") { html in
        if numbered == nil && caption == nil && !table.caption.isEmpty {
          html.element("caption", ["class": "table-caption"], text: table.caption)
        }
        writeCaption("caption", to: &html)
        TableHTML.write(table, to: &html)
      }
    }
  }

  private func writeCheck(_ check: Check, to html: inout HTMLBuffer) {
    html.element("div", ["class": "check", "id": numbered?.anchor]) { html in
      CheckHTML(check: check, words: words).write(to: &html)
      for (index, part) in check.figures.enumerated() {
        FigureHTML(
          figure: part, id: "\(id)-\(index + 1)", numbered: nil, words: words, caption: nil,
          alternativeText: nil
        ).write(to: &html)
      }
      writeCaption("p", to: &html)
    }
  }
}
