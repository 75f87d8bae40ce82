import CourseModel

/// Finds the place in a file of a byte of a formula.
struct FormulaPlace {
  /// The formula.
  let tex: String
  /// The place of its first character.
  let start: Position
  /// The file it stands in.
  let file: SourceFile

  /// The place of the byte at `offset` of the formula.
  ///
  /// Lines after the first may have spaces or markers before the formula's own text: the text is looked for.
  func position(of offset: Int) -> Position {
    let before = Array(tex.utf8.prefix(offset))
    guard let lineStart = before.lastIndex(of: 0x0A) else {
      return Position(line: start.line, column: start.column + offset)
    }
    let line = start.line + before.count { $0 == 0x0A }
    let own = Array(tex.utf8).dropFirst(lineStart + 1).prefix { $0 != 0x0A }
    let whole = file.lineBytes(line)
    let column = whole.firstRange(of: own).map { $0.lowerBound - whole.startIndex } ?? 0
    return Position(line: line, column: column + offset - lineStart)
  }
}
