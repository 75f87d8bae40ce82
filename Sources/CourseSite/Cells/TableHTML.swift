import Figures

/// Writes the rows of a table.
enum TableHTML {
  /// The head and the body; `language` names that of a cell where it is not the page's.
  static func write(
    _ table: Table, language: (String) -> String? = { _ in nil }, to html: inout HTMLBuffer
  ) {
    let columns = table.columnCount
    if !table.header.isEmpty {
      html.element("thead") { row(table.header, columns, of: table, "th", language, to: &$0) }
    }
    var missing = Self.mostMissing
    html.element("tbody") { html in
      for cells in table.rows {
        missing -= columns - cells.count
        row(cells, missing < 0 ? cells.count : columns, of: table, "td", language, to: &html)
      }
    }
  }

  /// As many cells as short rows are filled up with; after that rows end with their last cell.
  private static let mostMissing = 10_000

  private static func row(
    _ cells: [String], _ columns: Int, of table: Table, _ element: String, _ language: (String) -> String?,
    to html: inout HTMLBuffer
  ) {
    html.element("tr") { html in
      for column in 0..<columns {
        let text = column < cells.count ? cells[column] : ""
        // A head that says nothing is no head: a screen reader would announce it.
        let attributes: KeyValuePairs<String, String?> = [
          "class": alignment(of: column, table), "lang": language(text),
        ]
        html.element(text.isEmpty ? "td" : element, attributes, text: text)
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
