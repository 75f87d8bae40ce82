import CourseModel

/// The text of a lesson below its front matter, while it is made ready for libcmark.
///
/// What libcmark must not read as Markdown, such as formulas, is covered by masks of the same length, so
/// lines, columns and offsets stay those of the file.
struct LessonText {
  /// The file.
  let file: SourceFile
  /// How many lines of the file come before the text.
  let lineOffset: Int
  /// The text's bytes, parts of them masked.
  private(set) var bytes: [UInt8]
  /// What the masks cover, in the order of their places.
  private(set) var masks: [Mask] = []

  /// Where the lines stand.
  let lines: LineMap

  private let move: TextMove

  /// The text of `file` that begins after `lineOffset` lines, all its places moved.
  init(_ file: SourceFile, lineOffset: Int = 0, movedBy move: TextMove = TextMove()) {
    self.file = file
    self.lineOffset = lineOffset
    self.move = move
    lines = LineMap(file, lineOffset: lineOffset, movedBy: move)
    bytes = lines.start == 0 ? file.bytes : Array(file.bytes[lines.start...])
  }

  /// The number of lines.
  var lineCount: Int { max(0, file.lineStarts.count - lineOffset) }

  /// Where line `number`, counted from 1, lies in `bytes`, without its line ending.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineCount else { return bytes.count..<bytes.count }
    let index = number - 1 + lineOffset
    let first = file.lineStarts[index] - lines.start
    var end = index + 1 < file.lineStarts.count ? file.lineStarts[index + 1] - lines.start : bytes.count
    while end > first, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return first..<end
  }

  /// The place in the file of the byte at `offset`.
  func position(at offset: Int) -> Position { lines.position(at: offset) }

  /// The place in the file of `column` of the text's line `number`.
  func position(line number: Int, column: Int) -> Position {
    move.position(line: max(1, number + lineOffset), column: max(1, column))
  }

  /// Where the content of line `number` begins, after white space and at most `quotes` quote markers.
  func contentStart(ofLine number: Int, quotes: Int) -> Int {
    let line = line(number)
    var offset = line.lowerBound
    var quotes = quotes
    while offset < line.upperBound {
      if bytes[offset] == UInt8(ascii: ">"), quotes > 0 {
        quotes -= 1
      } else if !bytes[offset].isBlank {
        break
      }
      offset += 1
    }
    return offset
  }

  /// The content of line `number`: between the containers' markers and the white space at the end.
  func content(ofLine number: Int, quotes: Int, from first: Int? = nil) -> Range<Int> {
    let start = first ?? contentStart(ofLine: number, quotes: quotes)
    var end = max(start, line(number).upperBound)
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// Covers `segments`, one a line, with a mask for `content`; `position` is what messages about it name.
  mutating func mask(_ segments: [Range<Int>], as content: Mask.Content, at position: Position) {
    guard let first = segments.first, first.count >= Mask.markLength else { return }
    masks.append(
      Mask(content: content, first: first, others: Array(segments.dropFirst()), position: position))
    for segment in segments { for offset in segment { bytes[offset] = Mask.filler } }
  }

  /// The bytes of the file that a mask covers in `range`.
  func original(_ range: Range<Int>) -> ArraySlice<UInt8> {
    file.bytes[range.lowerBound + lines.start..<range.upperBound + lines.start]
  }

  /// Covers a footnote's name by the marker of a list item whose content begins in column 5.
  ///
  /// A footnote then holds what such an item holds: lines indented by four spaces.
  mutating func coverFootnoteName(_ range: Range<Int>) {
    let marker: [UInt8] = Array("1)  ".utf8)
    for (index, offset) in range.enumerated() {
      bytes[offset] = index < marker.count ? marker[index] : Mask.filler
    }
  }

  /// Puts the masks in the order of their places and writes each one's number into it.
  mutating func numberMasks() {
    guard !masks.isEmpty else { return }
    let isSorted = zip(masks, masks.dropFirst()).allSatisfy { $0.first.lowerBound < $1.first.lowerBound }
    if !isSorted { masks.sort { $0.first.lowerBound < $1.first.lowerBound } }
    for (index, mask) in masks.enumerated() {
      Mask.write(index, to: &bytes, at: mask.first.lowerBound)
    }
  }

  /// Replaces the control characters that masks are made of, and answers where they stood.
  mutating func replaceControlCharacters() -> [Int] {
    let offsets = bytes.indices.filter { Mask.digit(in: bytes, at: $0) != nil }
    for offset in offsets { bytes.replaceSubrange(offset..<offset + 2, with: Array("¿".utf8)) }
    return offsets
  }
}

extension UInt8 {
  /// Whether this is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Whether this is a space, a tab or part of a line ending.
  var isSpace: Bool { isBlank || self == 0x0A || self == 0x0D }
  /// Whether this is an ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  /// Whether this is an ASCII letter.
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  /// Whether this may stand in a label or name: ASCII letter, digit, hyphen, underscore, point or part of another character.
  var isNamePart: Bool {
    isLetter || isDigit || self >= 0x80 || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
      || self == UInt8(ascii: ".")
  }
  /// Whether this is ASCII punctuation, which a backslash can escape.
  var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40) || (self >= 0x5B && self <= 0x60)
      || (self >= 0x7B && self <= 0x7E)
  }
}
