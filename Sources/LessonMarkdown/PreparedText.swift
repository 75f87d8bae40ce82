import CourseModel

/// The text that libcmark parses, and what was covered in it.
///
/// Before the lesson's own lines stand the cells of its tables, each a heading, so that libcmark reads their
/// inlines with the lesson's link definitions in sight.
struct PreparedText {
  /// The lesson's text.
  let text: LessonText
  /// The tables.
  let tables: [TextTableSource]
  /// The footnotes' names by the line of the lesson's text.
  let footnoteNames: [Int: FootnoteName]
  /// What libcmark parses.
  let bytes: [UInt8]
  /// How many headings for cells come first, each on a line of its own.
  let cellCount: Int
  /// For each table, which of these headings is its first.
  let firstCells: [Int]

  /// Makes the text to be parsed out of what was found.
  init(_ text: LessonText, tables: [TextTableSource], footnoteNames: [Int: FootnoteName]) {
    var text = text
    text.numberMasks()
    let cells = tables.flatMap { $0.rows.flatMap { $0 } }
    let headings = cells.flatMap { Array("# ".utf8) + $0.bytes + Array(" #\n".utf8) }
    self.text = text
    self.tables = tables
    self.footnoteNames = footnoteNames
    bytes = headings.isEmpty ? text.bytes : headings + text.bytes
    cellCount = cells.count
    firstCells = tables.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.rows.reduce(0) { $0 + $1.count })
    }
  }

  /// Whether nothing was covered, so that libcmark's tree is the lesson's.
  var isPlain: Bool { text.masks.isEmpty && footnoteNames.isEmpty }

  /// The line of the lesson's text on which `node` begins.
  func line(of node: MarkdownNode) -> Int { node.startLine - cellCount }

  /// The place in the file where the block `node` begins.
  func position(of node: MarkdownNode) -> Position {
    text.position(line: line(of: node), column: node.startColumn)
  }
}
