import CourseModel

/// What libcmark made of the text, and what was covered in it.
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
  /// What libcmark made of it.
  let tree: MarkdownTree
  /// How many headings for cells come first, each on a line of its own.
  let cellCount: Int
  /// For each table, which of these headings is its first.
  let firstCells: [Int]

  /// Parses the text with what was found covered; `tree` is good enough where nothing was.
  init(
    _ text: LessonText, tables: [TextTableSource] = [], footnoteNames: [Int: FootnoteName] = [:],
    tree: MarkdownTree? = nil
  ) {
    var text = text
    text.numberMasks()
    let cells = tables.flatMap { $0.rows.flatMap { $0 } }
    var bytes: [UInt8] = []
    for cell in cells { bytes += Array("# ".utf8) + cell.bytes + Array(" #\n".utf8) }
    if !bytes.isEmpty { bytes += text.bytes }
    self.text = text
    self.tables = tables
    self.footnoteNames = footnoteNames
    let parsed = text.masks.isEmpty ? tree : nil
    self.tree = parsed ?? MarkdownTree(bytes.isEmpty ? text.bytes : bytes)
    cellCount = cells.count
    firstCells = tables.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.rows.reduce(0) { $0 + $1.count })
    }
  }

  /// The line of the lesson's text on which `node` begins.
  func line(of node: MarkdownNode) -> Int { node.startLine - cellCount }

  /// The place in the file where the block `node` begins.
  func position(of node: MarkdownNode) -> Position {
    text.position(line: line(of: node), column: node.startColumn)
  }
}
