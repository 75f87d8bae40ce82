import CourseModel

/// The text that libcmark parses, and where its lines stand in the file.
struct PreparedText {
  /// The text.
  var bytes: [UInt8]
  /// How many lines of the file come before the text's first line.
  var lineOffset: Int

  /// The place in the file where `node` begins.
  func position(of node: MarkdownNode) -> Position {
    Position(line: max(1, node.startLine + lineOffset), column: max(1, node.startColumn))
  }
}
