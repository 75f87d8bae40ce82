import CourseModel

/// The name that a footnote defines, `[^name]:`.
struct FootnoteName {
  /// The name.
  var name: String
  /// The place of the opening bracket.
  var position: Position
}

/// The footnotes that a text defines.
final class FootnoteNames {
  private var places: [String: Position] = [:]
  /// The names in order, for advice; made when the first is unknown, and all are added by then.
  private(set) lazy var known = KnownNames(places.keys.sorted())

  /// Whether there are none.
  var isEmpty: Bool { places.isEmpty }

  /// Whether one has this name.
  func contains(_ name: String) -> Bool { places[name] != nil }

  /// Adds a name; answers where it was defined before, if it was.
  func add(_ name: FootnoteName) -> Position? {
    if let earlier = places[name.name] { return earlier }
    places[name.name] = name.position
    return nil
  }
}

extension TextPreparation {
  /// Makes list items of footnotes: `[^name]: text` and the lines below that are indented by four spaces.
  mutating func coverFootnoteNames() {
    var fences = FenceTracker()
    let map = hasHTML ? BlockMap(of: text.bytes) : nil
    for number in 1...max(1, text.lineCount) {
      let isCode = fences.passes(text.bytes[text.content(ofLine: number, quotes: Int.max)])
      guard !isCode, let found = footnoteName(onLine: number), map?.isVerbatim(number) != true else {
        continue
      }
      let name = FootnoteName(
        name: String(decoding: text.bytes[found.lowerBound + 2..<found.upperBound - 2], as: UTF8.self),
        position: text.position(at: found.lowerBound))
      if let earlier = footnotes.add(name) {
        log.error(
          "duplicate-footnote", at: name.position, length: found.count,
          "the footnote '\(name.name)' is defined twice",
          help: "rename one of the two", notes: [note(earlier, "it is defined here first")])
      }
      footnoteNames[number] = name
      text.coverFootnoteName(found)
    }
  }

  /// Whether a line begins like HTML, in which nothing is a footnote.
  private var hasHTML: Bool {
    (1...max(1, text.lineCount)).contains { number in
      let start = text.contentStart(ofLine: number, quotes: Int.max)
      return start < text.bytes.count && text.bytes[start] == UInt8(ascii: "<")
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
