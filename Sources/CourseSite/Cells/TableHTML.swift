import Figures

/// Writes the rows of a table.
enum TableHTML {
  /// The head and the body.
  static func write(_ table: Table, to html: inout HTMLBuffer) {
    if !table.header.isEmpty {
      html.element("thead") { row(table.header, of: table, "th", to: &$0) }
    }
    html.element("tbody") { html in
      for cells in table.rows { row(cells, of: table, "td", to: &html) }
    }
  }

  private static func row(_ cells: [String], of table: Table, _ element: String, to html: inout HTMLBuffer) {
    html.element("tr") { html in
      for column in 0..<table.columnCount {
        let text = column < cells.count ? cells[column] : ""
        // A head that says nothing is no head: a screen reader would announce it.
        html.element(text.isEmpty ? "td" : element, ["class": alignment(of: column, table)], text: text)
      }
    }
  }

  private static func alignment(of column: Int, _ table: Table) -> String? {
    guard column < table.alignment.count else { return nil }
    switch table.alignment[column] {
    case .leading: return nil
    case .center: return "center"
    case .trailing: return "right"
    }
  }
}
