/// Reads a flowchart statement by statement; after a problem it goes on with the next statement.
struct FlowchartParser {
  var cursor: SourceCursor
  var draft = FlowchartDraft()
  var problems: [DiagramProblem] = []

  init(_ source: String) { cursor = SourceCursor(source) }

  mutating func parseDiagram() {
    skipEmptyLines()
    guard parseHeader() else { return }
    while true {
      skipEmptyLines()
      if cursor.isAtEnd { break }
      parseStatement()
    }
    for group in draft.openGroups.reversed() {
      problem(
        "the subgraph '\(draft.groups[group].id)' has no end", at: draft.groups[group].place,
        help: "close it with a line 'end'")
      _ = draft.closeGroup()
    }
  }

  mutating func finish() -> (Flowchart, [DiagramProblem]) {
    let flowchart = draft.finish { message, range, help in problem(message, at: range, help: help) }
    return (flowchart, problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }

  mutating func problem(_ message: String, at range: Range<Int>, help: String? = nil) {
    let (line, column) = cursor.place(of: range.lowerBound)
    problems.append(
      DiagramProblem(line: line, column: column, length: max(1, range.count), message: message, help: help))
  }

  // MARK: Header

  private static let directions: [String: Flowchart.Direction] = [
    "TB": .topToBottom, "TD": .topToBottom, "BT": .bottomToTop, "LR": .leftToRight, "RL": .rightToLeft,
    "v": .topToBottom, "^": .bottomToTop, ">": .leftToRight, "<": .rightToLeft,
  ]

  private mutating func parseHeader() -> Bool {
    let keyword = word()
    guard ["graph", "flowchart", "flowchart-elk"].contains(cursor.text(keyword)) else {
      let found = cursor.text(keyword)
      problem(
        found.isEmpty ? "the diagram is empty" : "'\(found)' diagrams are not supported", at: keyword,
        help: "only flowcharts are drawn: start with 'graph TB' or 'flowchart LR'")
      return false
    }
    cursor.skipBlanks()
    if !cursor.isAtStatementEnd { parseDirection() }
    return true
  }

  private mutating func parseDirection() {
    let range = word()
    if let direction = Self.directions[cursor.text(range)] {
      draft.direction = direction
      endStatement()
    } else {
      problem("'\(cursor.text(range))' is not a direction", at: range, help: "write TB, TD, BT, LR or RL")
      cursor.skipStatement()
    }
  }

  // MARK: Statements

  private mutating func parseStatement() {
    let start = cursor.offset
    let keyword = keywordHere()
    switch cursor.text(keyword) {
    case "subgraph": parseSubgraph(keyword)
    case "end": parseEnd(keyword)
    case "classDef": parseClassDefinition(keyword)
    case "class": parseClassAssignment(keyword)
    case "style": parseStyle(keyword)
    case "accTitle": draft.title = statedText(after: keyword)
    case "accDescr": draft.description = statedText(after: keyword)
    case "direction":
      unsupported(keyword, help: "a subgraph is laid out in the direction of the whole diagram")
    case "linkStyle": unsupported(keyword, help: "write dotted links '-.->' or thick links '==>'")
    case "click", "href": unsupported(keyword, help: "write links in the text around the diagram")
    default: parseChain()
    }
    // Whatever happens, the next statement starts further on.
    if cursor.offset == start { cursor.skip() }
  }

  /// The word here if it stands alone, as keywords do; else nothing.
  private func keywordHere() -> Range<Int> {
    var end = cursor.offset
    while cursor.byte(at: end).isASCIILetter { end += 1 }
    let next = cursor.byte(at: end)
    let isAlone = end >= cursor.bytes.count || next.isBlank || next.isNewline || next == UInt8(ascii: ";")
    let isStated = next == UInt8(ascii: ":") || next == UInt8(ascii: "{")
    return isAlone || (isStated && cursor.sees("acc")) ? cursor.offset..<end : cursor.offset..<cursor.offset
  }

  private mutating func unsupported(_ keyword: Range<Int>, help: String) {
    problem("'\(cursor.text(keyword))' is not supported", at: keyword, help: help)
    cursor.skipStatement()
  }

  /// The text after `accTitle:`, or between the braces of `accDescr { … }`.
  private mutating func statedText(after keyword: Range<Int>) -> String {
    cursor.move(to: keyword.upperBound)
    cursor.skipBlanks()
    let closing = cursor.current == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "\n")
    cursor.skip()
    let start = cursor.offset
    cursor.skip { $0 != closing }
    let text = cursor.text(start..<cursor.offset)
    cursor.skip()
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Says what is wrong when the statement does not end here.
  mutating func endStatement() {
    cursor.skipBlanks()
    guard !cursor.isAtStatementEnd else { return }
    if cursor.sees("%%") {
      problem(
        "a comment stands on a line of its own", at: cursor.offset..<(cursor.offset + 2),
        help: "move it to the line above")
    } else {
      unexpected()
    }
    cursor.skipStatement()
  }

  /// Says that what stands here is not understood.
  mutating func unexpected(help: String? = nil) {
    let range = cursor.excerpt(at: cursor.offset)
    let words = range.isEmpty ? "the line ends too early" : "'\(cursor.text(range))' is not understood here"
    problem(words, at: range, help: help)
  }

  /// A run of bytes up to a blank, a newline or a semicolon.
  mutating func word() -> Range<Int> {
    let start = cursor.offset
    cursor.skip { !$0.isBlank && !$0.isNewline && $0 != UInt8(ascii: ";") }
    return start..<cursor.offset
  }

  // MARK: Between statements

  private mutating func skipEmptyLines() {
    while !cursor.isAtEnd {
      if cursor.current.isBlank || cursor.current.isNewline || cursor.current == UInt8(ascii: ";") {
        cursor.skip()
      } else if cursor.sees("%%{") {
        problem(
          "directives are not supported", at: cursor.offset..<(cursor.offset + 3),
          help: "the course's theme styles every diagram; take the line out")
        cursor.skipLine()
      } else if cursor.sees("%%") {
        cursor.skipLine()
      } else {
        return
      }
    }
  }
}
