/// Groups: `subgraph title`, `subgraph id [title]`, `end`.
extension FlowchartParser {
  mutating func parseSubgraph(_ keyword: Range<Int>) {
    cursor.move(to: keyword.upperBound)
    cursor.skipBlanks()
    let start = cursor.offset
    let title: (id: String, lines: [String])?
    if cursor.current == UInt8(ascii: "\"") {
      title = quoted().map { (cursor.text($0), label(in: $0)) }
    } else {
      title = bareTitle()
    }
    guard let title else {
      // Its `end` must still find something to close.
      draft.open(id: "", lines: [], at: keyword)
      return cursor.skipStatement()
    }
    let range = start..<max(start, cursor.offset)
    if !draft.open(id: title.id, lines: title.lines, at: range.isEmpty ? keyword : range) {
      problem(
        "there are too many subgraphs, or they are nested too deeply", at: keyword,
        help: "at most \(FlowchartDraft.depth) levels and \(FlowchartDraft.groupLimit) subgraphs are drawn")
      return cursor.move(to: cursor.bytes.count)
    }
    endStatement()
  }

  /// `id`, `words of a title` or `id [title]`.
  private mutating func bareTitle() -> (String, [String])? {
    let start = cursor.offset
    cursor.skip { !$0.isNewline && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "[") }
    let words = cursor.text(start..<cursor.offset).split(whereSeparator: \.isWhitespace)
    let id = words.joined(separator: " ")
    guard cursor.current == UInt8(ascii: "[") else { return (id, [id]) }
    let bracket = cursor.offset
    cursor.skip()
    return parseLabel(closing: ["]"], from: bracket).map { (id, $0.lines) }
  }

  mutating func parseEnd(_ keyword: Range<Int>) {
    cursor.move(to: keyword.upperBound)
    cursor.skipBlanks()
    guard cursor.isAtStatementEnd || cursor.sees("%%") else {
      cursor.move(to: keyword.lowerBound)
      return parseChain()
    }
    if !draft.closeGroup() {
      problem("'end' closes no subgraph", at: keyword)
    }
    endStatement()
  }
}
