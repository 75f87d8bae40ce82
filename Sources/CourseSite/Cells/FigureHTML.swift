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
    case .plot, .smallMultiples, .imageGrid, .diagram, .group: writeFigure(to: &html)
    }
  }

  private func writeFigure(to html: inout HTMLBuffer) {
    html.element("figure", ["id": numbered?.anchor]) { html in
      writeWhole(to: &html)
      writeCaption(to: &html)
    }
    for part in parts { DataTable(part).write(words, to: &html) }
  }

  /// The author's words are about all drawings together; each keeps its own computed ones.
  private func writeWhole(to html: inout HTMLBuffer) {
    guard case .group = figure, let alternativeText else { return writeParts(to: &html) }
    html.element("div", ["role": "group", "aria-label": alternativeText]) { writeParts(to: &$0) }
  }

  private func writeParts(to html: inout HTMLBuffer) {
    switch figure {
    case .group(let parts):
      for (index, part) in parts.enumerated() {
        FigureHTML(
          figure: part, id: "\(id)-\(index + 1)", numbered: nil, words: words, caption: nil,
          alternativeText: nil
        ).writeParts(to: &html)
      }
    case .plot, .smallMultiples, .imageGrid, .diagram:
      html.raw(figure.svg(id: id, language: words.language, description: alternativeText))
    case .text, .table, .check:
      write(to: &html)
    }
  }

  private var parts: [Figure] {
    if case .group(let parts) = figure { parts } else { [figure] }
  }

  private func writeCaption(to html: inout HTMLBuffer) {
    guard numbered != nil || caption != nil else { return }
    html.element("figcaption") { html in
      if let numbered {
        html.element("b", text: words.name(of: numbered))
        html.raw(" ")
      }
      if let caption { html.raw(caption) }
    }
  }

  /// The caption stands above a table, and stays when a wide table scrolls.
  private func writeTable(_ table: Table, to html: inout HTMLBuffer) {
    html.element("figure", ["class": "table", "id": numbered?.anchor]) { html in
      if numbered == nil && caption == nil && !table.caption.isEmpty {
        html.element("figcaption", text: table.caption)
      }
      writeCaption(to: &html)
      html.element("div", ["class": "table-wrap", "tabindex": "0"]) { html in
        html.element("table") { TableHTML.write(table, to: &$0) }
      }
    }
  }

  private func writeCheck(_ check: Check, to html: inout HTMLBuffer) {
    let isFigure = numbered != nil || caption != nil
    html.element(isFigure ? "figure" : "div", ["class": "check", "id": numbered?.anchor]) { html in
      CheckHTML(check: check, words: words).write(to: &html)
      for (index, part) in check.figures.enumerated() {
        FigureHTML(
          figure: part, id: "\(id)-\(index + 1)", numbered: nil, words: words, caption: nil,
          alternativeText: nil
        ).write(to: &html)
      }
      writeCaption(to: &html)
    }
  }
}
