import CourseModel

extension SentenceScanner {
  /// Reads what may begin with a bracket: a footnote's name or a citation.
  mutating func bracket(at offset: Int) -> Int {
    guard offset + 2 < bytes.count else { return offset + 1 }
    switch bytes[offset + 1] {
    case UInt8(ascii: "^"): return footnoteReference(at: offset) ?? offset + 1
    case UInt8(ascii: "@"): return citation(at: offset) ?? offset + 1
    default: return offset + 1
    }
  }

  /// Reads `[^name]`; where no footnote has that name, the text stays as it is.
  private mutating func footnoteReference(at offset: Int) -> Int? {
    var end = offset + 2
    while end < bytes.count, bytes[end].isFootnoteNamePart { end += 1 }
    guard end > offset + 2, isClosingBracket(at: end) else { return nil }
    let name = String(decoding: bytes[offset + 2..<end], as: UTF8.self)
    guard footnotes.contains(name) else { return unknownFootnote(name, offset..<end + 1) }
    find(.footnoteReference(name: name), offset..<end + 1, inner: offset + 2)
    return end + 1
  }

  private mutating func unknownFootnote(_ name: String, _ range: Range<Int>) -> Int? {
    let help =
      footnotes.isEmpty
      ? "add a paragraph '[^\(name)]: …', or write '\\[' for a bracket"
      : footnotes.known.suggestion(for: name)
    problem(
      "unknown-footnote", range, "no footnote is named '\(name)'", help: help, isError: !footnotes.isEmpty)
    return range.upperBound
  }

  /// Reads `[@key]` or `[@one; @two]`.
  private mutating func citation(at offset: Int) -> Int? {
    var keys: [String] = []
    var next = offset + 1
    repeat {
      next = endOfSpace(from: next + (keys.isEmpty ? 0 : 1))
      guard let end = endOfKey(at: next) else { return malformedCitation(at: offset) }
      keys.append(String(decoding: bytes[next + 1..<end], as: UTF8.self))
      next = endOfSpace(from: end)
    } while next < bytes.count && bytes[next] == UInt8(ascii: ";")
    guard isClosingBracket(at: next) else { return malformedCitation(at: offset) }
    find(.citation(keys: keys), offset..<next + 1, inner: offset + 1)
    return next + 1
  }

  private func endOfSpace(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end].isSpace { end += 1 }
    return end
  }

  /// The end of `@key`; a key does not end in a point.
  private func endOfKey(at offset: Int) -> Int? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "@") else { return nil }
    var end = offset + 1
    while end < bytes.count, bytes[end].isNamePart || ":/+".utf8.contains(bytes[end]) { end += 1 }
    while end > offset + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return end > offset + 1 ? end : nil
  }

  /// Whether a bracket closes at `offset` that CommonMark does not read as a link's.
  private func isClosingBracket(at offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "]") else { return false }
    return offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "(")
  }

  private mutating func malformedCitation(at offset: Int) -> Int? {
    let end = bytes[offset...].prefix(200).firstIndex(of: UInt8(ascii: "]")) ?? offset
    guard end > offset + 2, end + 1 == bytes.count || bytes[end + 1] != UInt8(ascii: "(") else { return nil }
    problem(
      "citation-form", offset..<end + 1, "this is not read as a citation",
      help: "write '[@key]' or '[@one; @two]' and nothing else between the brackets", isError: false)
    return nil
  }
}
