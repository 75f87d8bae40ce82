import CourseModel

/// Where in its file the lines of a lesson's text stand; without the text, so that it is cheap to hand around.
struct LineMap {
  /// The offset in the file at which the text begins.
  let start: Int
  private let lineOffset: Int
  private let lineStarts: [Int]

  /// The lines of the text that begins after `lineOffset` lines of `file`.
  init(_ file: SourceFile, lineOffset: Int) {
    self.lineOffset = lineOffset
    lineStarts = file.lineStarts
    start = lineOffset < lineStarts.count ? lineStarts[lineOffset] : file.bytes.count
  }

  /// The place in the file of the byte at `offset` of the text.
  func position(at offset: Int) -> Position {
    var low = lineOffset
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] - start <= offset { low = middle } else { high = middle }
    }
    let lineStart = low < lineStarts.count ? lineStarts[low] - start : 0
    return Position(line: low + 1, column: max(1, offset - lineStart + 1))
  }
}
