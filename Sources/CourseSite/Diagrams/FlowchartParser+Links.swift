/// Links: `-->`, `-.->`, `==>`, `<-->`, `--x`, `--o`, `~~~`, longer ones, and their texts.
extension FlowchartParser {
  /// The link here with its text; nothing, and a problem, if there is none.
  mutating func parseLink() -> LinkLine? {
    let start = cursor.offset
    var line = LinkLine()
    line.tailMark = takeTailMark()
    guard parseBody(of: &line, from: start) else { return nil }
    cursor.skipBlanks()
    if cursor.current == UInt8(ascii: "|") {
      let pipe = cursor.offset
      cursor.skip()
      guard let (label, _) = parseLabel(closing: ["|"], from: pipe) else { return nil }
      line.label += label
    }
    if line.tailMark != .none, line.tailMark != line.headMark {
      problem(
        "a head at the start of a link needs the same head at its end", at: start..<cursor.offset,
        help: "write '<-->', 'x--x' or 'o--o'")
    }
    return line
  }

  /// A head before the line; a letter is one only if a line follows.
  private mutating func takeTailMark() -> LinkLine.Mark {
    let mark = mark(cursor.current, arrow: "<")
    let next = (cursor.byte(ahead: 1), cursor.byte(ahead: 2))
    let isLine =
      next == (UInt8(ascii: "-"), UInt8(ascii: "-")) || next == (UInt8(ascii: "="), UInt8(ascii: "="))
      || next == (UInt8(ascii: "-"), UInt8(ascii: "."))
    guard mark != .none, isLine else { return .none }
    cursor.skip()
    return mark
  }

  private mutating func takeHeadMark() -> LinkLine.Mark {
    let mark = mark(cursor.current, arrow: ">")
    if mark != .none { cursor.skip() }
    return mark
  }

  private func mark(_ byte: UInt8, arrow: Unicode.Scalar) -> LinkLine.Mark {
    switch byte {
    case UInt8(ascii: arrow): .arrow
    case UInt8(ascii: "x"): .cross
    case UInt8(ascii: "o"): .circle
    default: .none
    }
  }

  private mutating func parseBody(of line: inout LinkLine, from start: Int) -> Bool {
    if cursor.sees("~~~") {
      line.stroke = .invisible
      line.length = cursor.skip { $0 == UInt8(ascii: "~") } - 2
      return true
    }
    if cursor.sees("-.") {
      line.stroke = .dotted
      return parseDotted(&line, from: start)
    }
    if cursor.sees("--") { return parseStraight(&line, of: UInt8(ascii: "-"), from: start) }
    if cursor.sees("==") {
      line.stroke = .thick
      return parseStraight(&line, of: UInt8(ascii: "="), from: start)
    }
    noLink(from: start)
    return false
  }

  private mutating func noLink(from start: Int) {
    cursor.move(to: start)
    if cursor.sees("->") {
      unexpected(help: "write '-->'")
    } else if cursor.sees("=>") {
      unexpected(help: "write '==>'")
    } else if "[({>".utf8.contains(cursor.current) {
      unexpected(help: "write the bracket right after the node's name")
    } else {
      unexpected(help: "a link such as '-->', '---', '-.->' or '==>' goes between two nodes")
    }
  }

  /// A run of hyphens or equals signs; two of them without a head begin a text.
  private mutating func parseStraight(_ line: inout LinkLine, of byte: UInt8, from start: Int) -> Bool {
    let count = cursor.skip { $0 == byte }
    line.headMark = takeHeadMark()
    if line.headMark != .none || count > 2 {
      line.length = count - (line.headMark == .none ? 2 : 1)
      return true
    }
    guard let end = textEnd(from: start, where: { $0.byte(ahead: 0) == byte && $0.byte(ahead: 1) == byte })
    else { return false }
    line.label = end
    let tail = cursor.skip { $0 == byte }
    line.headMark = takeHeadMark()
    if line.headMark == .none, tail == 2 {
      unfinished(from: start)
      return false
    }
    line.length = tail - (line.headMark == .none ? 2 : 1)
    return true
  }

  /// `-.->`, `-..-`, or `-. text .->`.
  private mutating func parseDotted(_ line: inout LinkLine, from start: Int) -> Bool {
    cursor.skip()
    let isDot: (UInt8) -> Bool = { $0 == UInt8(ascii: ".") }
    var dots = cursor.skip(while: isDot)
    if cursor.current != UInt8(ascii: "-") {
      let isEnd: (SourceCursor) -> Bool = { place in
        var ahead = 0
        while isDot(place.byte(ahead: ahead)) { ahead += 1 }
        return ahead > 0 && place.byte(ahead: ahead) == UInt8(ascii: "-")
      }
      guard let text = textEnd(from: start, where: isEnd) else { return false }
      line.label = text
      dots = cursor.skip(while: isDot)
    }
    cursor.skip()
    line.headMark = takeHeadMark()
    line.length = dots
    return true
  }

  /// The text in the middle of a link, up to a place that meets a condition on the same line.
  private mutating func textEnd(from start: Int, where isEnd: (SourceCursor) -> Bool) -> [String]? {
    cursor.skipBlanks()
    if cursor.current == UInt8(ascii: "\"") {
      guard let range = quoted() else { return nil }
      cursor.skipBlanks()
      if isEnd(cursor) { return label(in: range) }
    } else {
      let textStart = cursor.offset
      while !cursor.isAtEnd, !cursor.current.isNewline {
        if isEnd(cursor), cursor.offset > textStart { return label(in: textStart..<cursor.offset) }
        cursor.skip()
      }
    }
    unfinished(from: start)
    return nil
  }

  private mutating func unfinished(from start: Int) {
    problem(
      "the link that starts here has no end", at: start..<(start + 2),
      help: "write 'A --> B', or with a text 'A -- text --> B'")
  }
}
