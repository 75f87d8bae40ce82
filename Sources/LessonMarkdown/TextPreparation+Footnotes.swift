import CourseModel

/// The name that a footnote defines, `[^name]:`.
struct FootnoteName {
  /// The name.
  var name: String
  /// The place of the opening bracket.
  var position: Position
}

extension TextPreparation {
  /// Makes list items of footnotes: `[^name]: text` and the lines below that are indented by four spaces.
  mutating func coverFootnoteNames(_ map: BlockMap) {
    for number in 1...max(1, text.lineCount) {
      guard let found = footnoteName(onLine: number), !map.isVerbatim(number) else { continue }
      let name = FootnoteName(
        name: String(decoding: text.bytes[found.lowerBound + 2..<found.upperBound - 2], as: UTF8.self),
        position: text.position(at: found.lowerBound))
      if let earlier = footnoteNames.values.first(where: { $0.name == name.name }) {
        log.error(
          "duplicate-footnote", at: name.position, length: found.count,
          "the footnote '\(name.name)' is defined twice",
          help: "rename one of the two", notes: [note(earlier.position, "it is defined here first")])
      }
      footnoteNames[number] = name
      text.coverFootnoteName(found)
    }
  }

  private func note(_ position: Position, _ message: String) -> Diagnostic.Note {
    Diagnostic.Note(path: log.path, position: position, message: message)
  }

  /// Where `[^name]:` stands on a line, behind at most three spaces.
  private func footnoteName(onLine number: Int) -> Range<Int>? {
    let line = text.line(number)
    var start = line.lowerBound
    while start < line.upperBound, start - line.lowerBound < 3, text.bytes[start] == 0x20 { start += 1 }
    guard start + 4 < line.upperBound, text.bytes[start] == UInt8(ascii: "["),
      text.bytes[start + 1] == UInt8(ascii: "^")
    else { return nil }
    var end = start + 2
    while end < line.upperBound, text.bytes[end].isFootnoteNamePart { end += 1 }
    guard end > start + 2, end + 1 < line.upperBound, text.bytes[end] == UInt8(ascii: "]"),
      text.bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return start..<end + 2
  }
}

extension UInt8 {
  /// Whether this may stand in a footnote's name: anything but white space and brackets.
  var isFootnoteNamePart: Bool { self > 0x20 && self != UInt8(ascii: "[") && self != UInt8(ascii: "]") }
}
