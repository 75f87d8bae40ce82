import CourseModel

extension TreeBuilder {
  /// The text block that is being read.
  struct CurrentLeaf {
    /// Its first line, in the lesson's text.
    var line = 1
    /// Its first column.
    var column = 1
    /// How many block quotes it stands in.
    var quotes = 0
    /// The place of the table's cell that is being read, if one is.
    var cell: Position?
  }

  /// Notes that the text of `node` is read next.
  mutating func enterLeaf(_ node: MarkdownNode) {
    leaf.line = prepared.line(of: node)
    leaf.column = node.startColumn
  }

  /// The place in the file where an inline node begins; `breaks` counts the line breaks inside it.
  ///
  /// libcmark gives a link the line of its end, and counts columns as if every line were indented like the first.
  func position(ofInline node: MarkdownNode, breaks: Int = 0) -> Position {
    if let cell = leaf.cell { return cell }
    let line = max(leaf.line, prepared.line(of: node) - breaks)
    guard line > leaf.line else {
      return prepared.text.position(line: line, column: node.startColumn)
    }
    let range = prepared.text.line(line)
    let indentation = prepared.text.contentStart(ofLine: line, quotes: leaf.quotes) - range.lowerBound
    let column = node.startColumn - leaf.column + 1 + indentation
    return prepared.text.position(line: line, column: min(column, range.count + 1))
  }
}
