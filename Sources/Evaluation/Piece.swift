import CourseModel

/// A part of a program: the code of a cell, or an expression out of a sentence.
package struct Piece: Sendable, Hashable {
  /// What the part is made from.
  package enum Content: Sendable, Hashable {
    case cell(Cell)
    case value(InlineValue)
  }

  /// Which lesson of the group it is from, and its index among that lesson's cells or values.
  package struct Origin: Sendable, Hashable {
    package var lesson: Int
    package var index: Int
    package var isValue: Bool
  }

  package var content: Content
  package var origin: Origin
  /// The lesson's file, as messages print it.
  package var path: String
  package var analysis: BlockAnalysis
  /// Whether it only prepares what the program is about; its outcome is taken from another program.
  package var isContext = false

  /// A part of a program.
  package init(
    _ content: Content, origin: Origin, path: String, analysis: BlockAnalysis, isContext: Bool = false
  ) {
    self.content = content
    self.origin = origin
    self.path = path
    self.analysis = analysis
    self.isContext = isContext
  }

  /// The code.
  package var source: String {
    switch content {
    case .cell(let cell): cell.source
    case .value(let value): value.expression
    }
  }

  /// The line of the file on which the code begins.
  package var firstLine: Int {
    switch content {
    case .cell(let cell): cell.firstLine
    case .value(let value): value.position.line
    }
  }

  /// How many bytes of each of the file's lines come before the code.
  package var indentation: Int {
    switch content {
    case .cell(let cell): cell.indentation
    case .value(let value): value.position.column - 1
    }
  }

  /// The cell, unless it is a value.
  package var cell: Cell? {
    if case .cell(let cell) = content { cell } else { nil }
  }

  /// The number of lines of code, at least 1.
  package var lineCount: Int {
    let source = source.utf8
    let ends = source.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    return max(1, source.last == 0x0A ? ends : ends + 1)
  }

  /// Whether the line of the file holds code of this part.
  package func contains(line: Int, path: String) -> Bool {
    path == self.path && line >= firstLine && line < firstLine + lineCount
  }
}

/// A place relative to a part of the program, which stays true when the prose around it changes.
package struct Place: Sendable, Hashable {
  /// The part's index in the program.
  package var piece: Int
  /// The line, counted from 0 at the part's first.
  package var line: Int
  /// The column in the code, counted from 1; 0 for the line's first letter.
  package var column: Int
  /// The number of bytes.
  package var length: Int

  /// A place in a part.
  package init(piece: Int, line: Int, column: Int, length: Int = 1) {
    self.piece = piece
    self.line = line
    self.column = column
    self.length = length
  }
}

extension Place {
  /// The place of a byte of the code.
  init(piece index: Int, offset: Int, length: Int, in source: String) {
    let before = source.utf8.prefix(offset)
    let line = before.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let start =
      before.lastIndex(of: 0x0A).map { before.distance(from: $0, to: before.endIndex) } ?? offset + 1
    self.init(piece: index, line: line, column: start, length: length)
  }
}
