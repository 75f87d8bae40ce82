/// A place in a diagram's source that moves forward.
struct SourceCursor {
  let bytes: [UInt8]
  private(set) var offset = 0
  private let lineStarts: [Int]

  init(_ source: String) {
    let bytes = Array(source.utf8)
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The byte here, or 0 at the end.
  var current: UInt8 { byte(at: offset) }

  func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  func byte(ahead count: Int) -> UInt8 { byte(at: offset + count) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a text stands here.
  func sees(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      offset + wanted.count <= bytes.count && bytes[offset..<(offset + wanted.count)].elementsEqual(wanted)
    }
  }

  mutating func move(to offset: Int) { self.offset = min(offset, bytes.count) }

  mutating func skip(_ count: Int = 1) { move(to: offset + count) }

  /// Skips a text if it stands here.
  mutating func take(_ text: StaticString) -> Bool {
    guard sees(text) else { return false }
    skip(text.utf8CodeUnitCount)
    return true
  }

  /// Skips bytes while they meet a condition, and says how many.
  @discardableResult
  mutating func skip(while condition: (UInt8) -> Bool) -> Int {
    let start = offset
    while offset < bytes.count, condition(bytes[offset]) { offset += 1 }
    return offset - start
  }

  mutating func skipBlanks() { skip(while: \.isBlank) }

  mutating func skipLine() { skip { !$0.isNewline } }

  /// The end of the statement: a newline, a semicolon or the end of the source.
  var isAtStatementEnd: Bool { isAtEnd || current.isNewline || current == UInt8(ascii: ";") }

  mutating func skipStatement() { skip { !$0.isNewline && $0 != UInt8(ascii: ";") } }

  /// Line and column of an offset, both from 1.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var line = 0..<lineStarts.count
    while line.count > 1 {
      let middle = line.lowerBound + line.count / 2
      line = lineStarts[middle] <= offset ? middle..<line.upperBound : line.lowerBound..<middle
    }
    return (line.lowerBound + 1, offset - lineStarts[line.lowerBound] + 1)
  }

  /// The word that starts at an offset, for a message: up to a blank, at most 24 bytes, whole characters.
  func excerpt(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, end - start < 24, !bytes[end].isBlank, !bytes[end].isNewline { end += 1 }
    while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isNewline: Bool { self == 0x0A || self == 0x0D }
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

  /// What a node's name is made of; every character beyond ASCII is welcome.
  var isNamePart: Bool { isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_") || self >= 0x80 }
}
