/// Styles: `classDef name fill:#eef`, `class A,B name`, `style A fill:#eef`.
extension FlowchartParser {
  mutating func parseClassDefinition(_ keyword: Range<Int>) {
    guard let names = nameList(after: keyword) else { return cursor.skipStatement() }
    let style = parseProperties()
    for range in names { draft.define(class: cursor.text(range), style) }
  }

  mutating func parseStyle(_ keyword: Range<Int>) {
    guard let names = nameList(after: keyword) else { return cursor.skipStatement() }
    let style = parseProperties()
    for range in names { draft.style(cursor.text(range), style, at: range) }
  }

  mutating func parseClassAssignment(_ keyword: Range<Int>) {
    guard let nodes = nameList(after: keyword) else { return cursor.skipStatement() }
    cursor.skipBlanks()
    let range = name()
    if range.isEmpty {
      unexpected(help: "write 'class A,B name'")
      return cursor.skipStatement()
    }
    for node in nodes {
      draft.assign(class: cursor.text(range), at: range, to: cursor.text(node), at: node)
    }
    endStatement()
  }

  /// Names separated by commas.
  private mutating func nameList(after keyword: Range<Int>) -> [Range<Int>]? {
    cursor.move(to: keyword.upperBound)
    var names: [Range<Int>] = []
    repeat {
      cursor.skipBlanks()
      let range = name()
      if range.isEmpty {
        unexpected(help: "a name follows '\(cursor.text(keyword))'")
        return nil
      }
      names.append(range)
    } while cursor.take(",")
    return names
  }

  /// `fill:#eef,stroke:#335`, to the end of the statement.
  private mutating func parseProperties() -> NodeStyle {
    var style = NodeStyle()
    cursor.skipBlanks()
    if cursor.isAtStatementEnd { unexpected(help: "write properties such as 'fill:#eef,stroke:#335'") }
    while !cursor.isAtStatementEnd {
      let start = cursor.offset
      var depth = 0
      cursor.skip { byte in
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        return !byte.isNewline && byte != UInt8(ascii: ";") && (byte != UInt8(ascii: ",") || depth > 0)
      }
      set(start..<cursor.offset, in: &style)
      if cursor.current == UInt8(ascii: ",") { cursor.skip() }
    }
    return style
  }

  private mutating func set(_ range: Range<Int>, in style: inout NodeStyle) {
    let parts = cursor.text(range).split(separator: ":", maxSplits: 1).map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let fault = parts.count == 2 ? style.set(parts[0], to: parts[1]) : "a property needs a name and a value"
    guard let fault else { return }
    let isKnown = parts.count == 2 && NodeStyle.properties.contains(parts[0])
    problem(
      fault, at: range,
      help: isKnown
        ? "colours are #rrggbb, rgb(r, g, b) or a common name; lengths are pixels"
        : "supported: \(NodeStyle.properties.joined(separator: ", "))")
  }
}
