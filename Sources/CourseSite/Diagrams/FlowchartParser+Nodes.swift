/// Nodes: `A`, `A[label]`, `A(["label"]):::class`, joined by `&`.
extension FlowchartParser {
  /// `A & B --> C --> D`; the first thing not understood ends the statement.
  mutating func parseChain() {
    guard var tails = parseNodes() else { return cursor.skipStatement() }
    while true {
      cursor.skipBlanks()
      if cursor.isAtStatementEnd || cursor.sees("%%") { return endStatement() }
      let start = cursor.offset
      guard let line = parseLink() else { return cursor.skipStatement() }
      cursor.skipBlanks()
      guard let heads = parseNodes() else { return cursor.skipStatement() }
      let isDrawn = draft.link(tails, heads, line, at: start..<cursor.offset)
      if !isDrawn { return tooLarge(at: start..<cursor.offset) }
      tails = heads
    }
  }

  private mutating func tooLarge(at range: Range<Int>) {
    problem(
      "the diagram has more than \(FlowchartDraft.limit) links", at: range,
      help: "draw several smaller diagrams")
    cursor.move(to: cursor.bytes.count)
  }

  /// The names of nodes joined by `&`.
  private mutating func parseNodes() -> [String]? {
    var names: [String] = []
    repeat {
      cursor.skipBlanks()
      guard let name = parseNode() else { return nil }
      names.append(name)
      let end = cursor.offset
      cursor.skipBlanks()
      if cursor.current != UInt8(ascii: "&") {
        cursor.move(to: end)
        return names
      }
      cursor.skip()
    } while true
  }

  private mutating func parseNode() -> String? {
    let range = name()
    guard !range.isEmpty else {
      unexpected(help: "a node's name is made of letters, digits and '_'")
      return nil
    }
    let id = cursor.text(range)
    if id == "end" {
      problem(
        "'end' cannot name a node", at: range, help: "write 'End', or another name with the label [end]")
    }
    guard draft.mention(id, at: range) else {
      tooLarge(at: range)
      return nil
    }
    if cursor.sees("@{") {
      problem(
        "shapes by '@{ … }' are not supported", at: range.upperBound..<(range.upperBound + 2),
        help: "write the shape by brackets, such as A([label])")
      return nil
    }
    guard parseShape(of: id), parseInlineClass(of: id) else { return nil }
    return id
  }

  /// A name; a hyphen or a full stop belongs to it only between two of its letters.
  mutating func name() -> Range<Int> {
    let start = cursor.offset
    while true {
      let isInner = cursor.current == UInt8(ascii: "-") || cursor.current == UInt8(ascii: ".")
      if cursor.current.isNamePart {
        cursor.skip()
      } else if isInner, cursor.offset > start, cursor.byte(ahead: 1).isNamePart {
        cursor.skip()
      } else {
        return start..<cursor.offset
      }
    }
  }

  /// The `:::name` after a node.
  private mutating func parseInlineClass(of id: String) -> Bool {
    guard cursor.take(":::") else { return true }
    let range = name()
    guard !range.isEmpty else {
      unexpected(help: "a class's name follows ':::'")
      return false
    }
    draft.use(class: cursor.text(range), for: id, at: range)
    return true
  }

  // MARK: Shapes

  private struct Bracket {
    let open: StaticString
    let close: [(StaticString, NodeShape)]
  }

  /// Longer brackets before the shorter ones they start with.
  private static var brackets: [Bracket] {
    [
      Bracket(open: "(((", close: [(")))", .doubleCircle)]),
      Bracket(open: "((", close: [("))", .circle)]),
      Bracket(open: "([", close: [("])", .stadium)]),
      Bracket(open: "(", close: [(")", .rounded)]),
      Bracket(open: "[[", close: [("]]", .subroutine)]),
      Bracket(open: "[(", close: [(")]", .cylinder)]),
      Bracket(open: "[/", close: [("/]", .leaningRight), ("\\]", .trapezoid)]),
      Bracket(open: "[\\", close: [("\\]", .leaningLeft), ("/]", .invertedTrapezoid)]),
      Bracket(open: "[", close: [("]", .rectangle)]),
      Bracket(open: "{{", close: [("}}", .hexagon)]),
      Bracket(open: "{", close: [("}", .diamond)]),
      Bracket(open: ">", close: [("]", .flag)]),
    ]
  }

  private mutating func parseShape(of id: String) -> Bool {
    for bracket in Self.brackets where cursor.sees(bracket.open) {
      let start = cursor.offset
      cursor.skip(bracket.open.utf8CodeUnitCount)
      guard let (lines, end) = parseLabel(closing: bracket.close.map(\.0), from: start) else { return false }
      draft.label(id, lines, bracket.close[end].1)
      return true
    }
    return true
  }
}
