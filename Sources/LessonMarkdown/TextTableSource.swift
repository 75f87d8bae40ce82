import CourseModel

/// A table as it stands in the text, its cells not yet read.
struct TextTableSource {
  /// One alignment a column.
  var alignments: [TextTable.Alignment]
  /// The rows, the head first; each has as many cells as the head, unless very many are missing.
  var rows: [[TableCell]]
  /// The masks in the cells, in order.
  var masks: [Mask] = []
}

/// The text of a cell and where its bytes come from.
struct TableCell {
  /// The text; `\|` has become `|`.
  var bytes: [UInt8] = []
  /// The text before anything in it was masked; empty if nothing is.
  var original: [UInt8] = []
  /// Runs of bytes that stand together in the text: where they begin in `bytes` and in the text.
  var runs: [(start: Int, origin: Int)] = []

  /// An empty cell at `origin`.
  init(at origin: Int) {
    runs = [(0, origin)]
  }

  /// The cell that lies in `range` of `text`.
  init(_ range: Range<Int>, of text: [UInt8]) {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start].isBlank { start += 1 }
    while end > start, text[end - 1].isBlank { end -= 1 }
    runs = [(0, start)]
    for offset in start..<end {
      if text[offset] == UInt8(ascii: "\\"), offset + 1 < end, text[offset + 1] == UInt8(ascii: "|") {
        runs.append((bytes.count, offset + 1))
      } else {
        bytes.append(text[offset])
      }
    }
  }

  /// The cells of the row in `range` of `text`: what stands between unescaped vertical bars.
  static func row(_ range: Range<Int>, of text: [UInt8]) -> [TableCell] {
    var cells: [TableCell] = []
    var start = range.lowerBound
    if start < range.upperBound, text[start] == UInt8(ascii: "|") { start += 1 }
    var end = start
    while end < range.upperBound {
      if text[end] == UInt8(ascii: "|") {
        cells.append(TableCell(start..<end, of: text))
        start = end + 1
      } else if text[end] == UInt8(ascii: "\\") {
        end += 1
      }
      end += 1
    }
    let rest = TableCell(min(start, range.upperBound)..<range.upperBound, of: text)
    if !rest.bytes.isEmpty || cells.isEmpty { cells.append(rest) }
    return cells
  }

  /// The alignment that a cell of the line under the head says: hyphens with a colon on either side or none.
  var alignment: TextTable.Alignment? {
    var hyphens = bytes[...]
    let isLeft = hyphens.first == UInt8(ascii: ":")
    if isLeft { hyphens.removeFirst() }
    let isRight = hyphens.last == UInt8(ascii: ":")
    if isRight { hyphens.removeLast() }
    guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    switch (isLeft, isRight) {
    case (true, true): return .center
    case (true, false): return .left
    case (false, true): return .right
    case (false, false): return TextTable.Alignment.none
    }
  }
}
