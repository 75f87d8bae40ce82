import Figures

/// The numbers of a figure as a table, for who cannot see the drawing or wants to read values off it.
struct DataTable {
  /// As many rows as are written of one figure: a page stays light.
  private static let limit = 25

  private let figure: Figure

  /// The numbers of `figure`.
  init(_ figure: Figure) { self.figure = figure }

  /// The table, folded away; nothing for a figure without numbers.
  func write(_ words: Words, to html: inout HTMLBuffer) {
    guard let table = figure.dataTable(language: words.language, rows: Self.limit) else { return }
    html.element("details", ["class": "data"]) { html in
      let note = table.caption.isEmpty ? "" : words.colon + table.caption
      html.element("summary", text: words.dataTable + note)
      html.element("div", ["class": "table-wrap", "tabindex": "0"]) { html in
        html.element("table") { TableHTML.write(table, to: &$0) }
      }
    }
  }
}
