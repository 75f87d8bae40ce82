import CourseModel

/// Finds in the text of one paragraph, heading or table cell what lessons add to CommonMark's inlines.
///
/// It knows just enough of CommonMark to leave alone what belongs to it: escapes, code, HTML, the targets of
/// links. Every search that fails is remembered, so that no text takes more than linear time.
struct SentenceScanner {
  /// Something to be covered.
  struct Find {
    /// What it is.
    var content: Mask.Content
    /// Where it stands in the scanner's bytes.
    var range: Range<Int>
    /// The place of the first byte inside the delimiters.
    var position: Position
  }

  /// Something that looks like a construct and is none.
  struct Problem {
    var rule: String
    var position: Position
    var length: Int
    var message: String
    var help: String
    var isError = true
  }

  /// What was found, first to last.
  private(set) var finds: [Find] = []
  /// What was wrong.
  var problems: [Problem] = []

  /// The lines' bytes with a line feed between two.
  let bytes: [UInt8]
  /// The names of the lesson's footnotes.
  let footnotes: FootnoteNames
  /// What is known to be missing from some offset on.
  var missing = Missing()

  private let map: LineMap
  /// Runs of bytes that stand together in the text: where they begin in `bytes` and in the text.
  private let runs: [(start: Int, origin: Int)]

  /// Searches that need not be repeated.
  struct Missing {
    /// Lengths of backtick strings without a partner further on.
    var backticks: Set<Int> = []
    /// No formula that begins before this offset ends.
    var mathBefore = 0
    /// No display formula that begins before this offset ends.
    var displayBefore = 0
    /// No greater-than sign from this offset on.
    var greaterFrom = Int.max
  }

  /// A scanner for the lines of `text` in `lines`.
  init(_ text: LessonText, lines: [Range<Int>], footnotes: FootnoteNames) {
    var bytes: [UInt8] = []
    var runs: [(start: Int, origin: Int)] = []
    for line in lines {
      if !runs.isEmpty { bytes.append(0x0A) }
      runs.append((bytes.count, line.lowerBound))
      bytes += text.bytes[line]
    }
    self.bytes = bytes
    self.runs = runs
    map = text.lines
    self.footnotes = footnotes
  }

  /// A scanner for a cell of a table in `text`.
  init(_ text: LessonText, cell: TableCell, footnotes: FootnoteNames) {
    bytes = cell.bytes
    runs = cell.runs
    map = text.lines
    self.footnotes = footnotes
  }

  /// Whether anything in `bytes` may begin what the scanner looks for.
  static func mayFind(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "`") }
  }

  /// Goes through the bytes once.
  mutating func scan() {
    var offset = 0
    while offset < bytes.count { offset = step(at: offset) }
  }

  /// Reads what begins at `offset`; answers where to go on.
  private mutating func step(at offset: Int) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "\\"):
      offset + 1 < bytes.count && bytes[offset + 1].isPunctuation ? offset + 2 : offset + 1
    case UInt8(ascii: "`"): code(at: offset)
    case UInt8(ascii: "<"): endOfTag(at: offset) ?? offset + 1
    case UInt8(ascii: "$"): dollar(at: offset)
    case UInt8(ascii: "["): bracket(at: offset)
    case UInt8(ascii: "]"): endOfTarget(at: offset) ?? offset + 1
    default: offset + 1
    }
  }

  /// Notes that `range` is to be covered; inside its delimiters it begins at `inner`.
  mutating func find(_ content: Mask.Content, _ range: Range<Int>, inner: Int) {
    finds.append(Find(content: content, range: range, position: position(at: inner)))
  }

  /// The place in the file of the byte at `offset`.
  func position(at offset: Int) -> Position {
    let run = runs[runIndex(of: offset)]
    return map.position(at: run.origin + offset - run.start)
  }

  /// Where `range` stands in the text, one range a line.
  func segments(of range: Range<Int>) -> [Range<Int>] {
    let first = runIndex(of: range.lowerBound)
    let last = runIndex(of: range.upperBound - 1)
    return (first...last).map { index in
      let start = max(range.lowerBound, runs[index].start)
      let end = index < last ? runs[index + 1].start - 1 : range.upperBound
      let shift = runs[index].origin - runs[index].start
      return start + shift..<end + shift
    }
  }

  private func runIndex(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
