import CourseModel

/// Where in its file the lines of a lesson's text stand; without the text, so that it is cheap to hand around.
struct LineMap {
  /// The offset in the file at which the text begins.
  let start: Int
  private let lineOffset: Int
  private let lineStarts: [Int]
  private let move: TextMove

  /// The lines of the text that begins after `lineOffset` lines of `file`.
  init(_ file: SourceFile, lineOffset: Int, movedBy move: TextMove = TextMove()) {
    self.lineOffset = lineOffset
    self.move = move
    lineStarts = file.lineStarts
    start = lineOffset < lineStarts.count ? lineStarts[lineOffset] : file.bytes.count
  }

  /// The place in the file of the byte at `offset` of the text.
  func position(at offset: Int) -> Position {
    let low = index(at: offset)
    let lineStart = low < lineStarts.count ? lineStarts[low] - start : 0
    return move.position(line: low + 1, column: max(1, offset - lineStart + 1))
  }

  /// The line of the text, counted from 1, on which the byte at `offset` stands.
  func line(at offset: Int) -> Int { index(at: offset) + 1 - lineOffset }

  private func index(at offset: Int) -> Int {
    var low = lineOffset
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] - start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// How much further down and to the right a text stands in its file than in what is read.
struct TextMove {
  /// The lines above it.
  var lines = 0
  /// The columns before it.
  var columns = 0

  /// The place in the file of a place in what is read.
  func position(line: Int, column: Int) -> Position {
    Position(line: line + lines, column: column + columns)
  }
}
