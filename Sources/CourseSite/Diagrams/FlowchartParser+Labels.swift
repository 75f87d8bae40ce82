/// Labels: quoted or bare, up to the bracket that closes them.
extension FlowchartParser {
  /// A label and the index of the bracket that closed it; nothing, and a problem, if none does.
  mutating func parseLabel(closing: [StaticString], from opening: Int) -> (lines: [String], end: Int)? {
    cursor.skipBlanks()
    let isQuoted = cursor.current == UInt8(ascii: "\"")
    guard let range = isQuoted ? quoted() : bare(closing: closing, from: opening) else { return nil }
    cursor.skipBlanks()
    for (index, bracket) in closing.enumerated() where cursor.take(bracket) {
      return (label(in: range), index)
    }
    missing(closing[0], from: opening)
    return nil
  }

  private mutating func missing(_ bracket: StaticString, from opening: Int) {
    problem("the label that starts here has no '\(bracket)'", at: opening..<(opening + 1))
  }

  /// The inside of a quoted text, which may run over several lines.
  mutating func quoted() -> Range<Int>? {
    let quote = cursor.offset
    cursor.skip()
    let start = cursor.offset
    cursor.skip { $0 != UInt8(ascii: "\"") }
    guard !cursor.isAtEnd else {
      cursor.move(to: quote)
      problem("the quotation that starts here has no end", at: quote..<(quote + 1))
      return nil
    }
    let range = start..<cursor.offset
    cursor.skip()
    return range
  }

  private mutating func bare(closing: [StaticString], from opening: Int) -> Range<Int>? {
    let start = cursor.offset
    while !cursor.isAtEnd, !cursor.current.isNewline {
      if closing.contains(where: cursor.sees) { return start..<cursor.offset }
      if "()[]{}|\"".utf8.contains(cursor.current) {
        let character = String(UnicodeScalar(cursor.current))
        problem(
          "'\(character)' in a label needs quotation marks", at: cursor.offset..<(cursor.offset + 1),
          help: "write the label as \"…\"")
        return nil
      }
      cursor.skip()
    }
    missing(closing[0], from: opening)
    return nil
  }

  /// The lines of a label: line breaks, `<br>` and entities resolved, what cannot be drawn reported.
  mutating func label(in range: Range<Int>) -> [String] {
    var reader = LabelReader(cursor.bytes[range])
    reader.read()
    for fault in reader.faults { problem(fault.message, at: fault.range, help: fault.help) }
    if reader.lines.allSatisfy(\.isEmpty), reader.faults.isEmpty {
      problem("the label is empty", at: (range.lowerBound - 1)..<max(range.lowerBound, range.upperBound))
    }
    return reader.lines
  }
}

/// Reads the inside of a label.
struct LabelReader {
  struct Fault {
    let message: String
    let range: Range<Int>
    let help: String
  }

  private(set) var lines: [String] = []
  private(set) var faults: [Fault] = []
  private let bytes: ArraySlice<UInt8>
  private var line: [UInt8] = []

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  mutating func read() {
    var index = bytes.startIndex
    while index < bytes.endIndex { index = readPiece(at: index) }
    breakLine()
    while lines.count > 1, lines.last == "" { lines.removeLast() }
    while lines.count > 1, lines.first == "" { lines.removeFirst() }
  }

  /// Reads one byte, entity or tag, and says where the next one starts.
  private mutating func readPiece(at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\n"): breakLine()
    case UInt8(ascii: "<"): return readTag(at: index)
    case UInt8(ascii: "#"), UInt8(ascii: "&"): return readEntity(at: index)
    case UInt8(ascii: "`") where index == bytes.startIndex:
      fault("Markdown in a label is not supported", index..<(index + 1), "leave the backquotes out")
    case UInt8(ascii: "$") where bytes.dropFirst(index - bytes.startIndex).starts(with: [36, 36]):
      fault(
        "mathematics in a label is not supported", index..<(index + 2), "write it in Unicode, such as σ(x)")
      return bytes.endIndex
    case 0..<0x20: line.append(0x20)
    default: line.append(bytes[index])
    }
    return index + 1
  }

  private mutating func fault(_ message: String, _ range: Range<Int>, _ help: String) {
    faults.append(Fault(message: message, range: range, help: help))
  }

  private mutating func breakLine() {
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    lines.append(words.joined(separator: " "))
    line = []
  }

  /// `<br>` breaks the line, `<` before anything but a tag's name is itself.
  private mutating func readTag(at index: Int) -> Int {
    let rest = bytes[(index + 1)...]
    let name = rest.drop { $0 == UInt8(ascii: "/") }.prefix(while: \.isASCIILetter)
    guard !name.isEmpty, let close = rest.firstIndex(of: UInt8(ascii: ">")) else {
      line.append(bytes[index])
      return index + 1
    }
    if String(decoding: name, as: UTF8.self).lowercased() == "br" {
      breakLine()
    } else if rest.first != UInt8(ascii: "/") || faults.isEmpty {
      // The end of an element whose start is reported needs no word of its own.
      let tag = String(decoding: bytes[index...close], as: UTF8.self)
      fault("'\(tag)' in a label is not supported", index..<(close + 1), "only <br> is drawn")
    }
    return close + 1
  }

  private static let entities: [String: UInt32] = [
    "quot": 34, "amp": 38, "lt": 60, "gt": 62, "nbsp": 160, "apos": 39, "num": 35, "semi": 59,
  ]

  /// `#quot;`, `#35;`, `&lt;` and `&#35;`; anything else is what it looks like.
  private mutating func readEntity(at index: Int) -> Int {
    var rest = bytes[(index + 1)...]
    if bytes[index] == UInt8(ascii: "&"), rest.first == UInt8(ascii: "#") { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isASCIILetter || $0.isASCIIDigit }
    let word = String(decoding: name, as: UTF8.self)
    guard name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";"),
      let scalar = (Self.entities[word] ?? UInt32(word)).flatMap(Unicode.Scalar.init), scalar.value >= 32
    else {
      line.append(bytes[index])
      return index + 1
    }
    line += Array(String(Character(scalar)).utf8)
    return name.endIndex + 1
  }
}
