import CourseModel

extension BodyExtensions {
  /// GitHub's table.
  static func write(_ table: TextTable, to body: inout Body<Self>) {
    body.html.raw("<table>\n")
    body.writeTableCaption(table)
    body.writeTableRows(table)
    body.html.raw("</table>\n")
  }
}

extension Body {
  /// The head and the rows of a table, without the table's own element.
  mutating func writeTableRows(_ table: TextTable) {
    html.raw("<thead>\n")
    writeTableRow(table.header, of: table, element: "th")
    html.raw("</thead>\n")
    guard !table.rows.isEmpty else { return }
    html.raw("<tbody>\n")
    for row in table.rows { writeTableRow(row, of: table, element: "td") }
    html.raw("</tbody>\n")
  }

  private mutating func writeTableRow(_ cells: [[Inline]], of table: TextTable, element: String) {
    html.raw("<tr>\n")
    for (cell, alignment) in zip(cells, table.alignments) {
      html.raw("<\(element)")
      if alignment != .none { html.raw(" align=\"\(alignment.rawValue)\"") }
      html.raw(">")
      write(cell)
      html.raw("</\(element)>\n")
    }
    html.raw("</tr>\n")
  }

  fileprivate mutating func writeTableCaption(_ table: TextTable) {
    guard !table.caption.isEmpty else { return }
    html.raw("<caption>")
    write(table.caption)
    html.raw("</caption>\n")
  }
}
