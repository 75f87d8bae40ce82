/// The line of source that a diagnostic is about, with a caret under the place; of a long line what is around it.
public struct SourceExcerpt: Sendable, Hashable {
  /// A line of more bytes than this is cut.
  private static let longest = 1000
  /// As many bytes of a line that is cut stay before the place.
  private static let before = 400

  /// The line, tabs replaced by single spaces, what a terminal would obey made visible, an ellipsis where something is
  /// cut off.
  public let line: String
  /// Spaces, then `^~~~` under the place.
  public let caret: String

  /// The excerpt for `length` bytes from `position`, or nil where the file has no such line.
  public init?(of position: Position, length: Int, in file: SourceFile) {
    guard position.line >= 1, position.line <= file.lineCount else { return nil }
    let whole = file.lineBytes(position.line)
    let place = whole.startIndex + min(max(0, position.column - 1), whole.count)
    let (bytes, isCutBefore, isCutAfter) = Self.around(place, of: whole)
    let ellipsis = { (isCut: Bool) in Array((isCut ? "…" : "").utf8) }
    let before = ellipsis(isCutBefore) + bytes[..<place]
    let marked = bytes[place...].prefix(max(1, length))
    let cut = ellipsis(isCutBefore) + bytes + ellipsis(isCutAfter)
    let text = VisibleText(String(decoding: cut.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self))
    line = text.shown()
    let first = String(decoding: before, as: UTF8.self).unicodeScalars.count
    let last = first + String(decoding: marked, as: UTF8.self).unicodeScalars.count
    let indentation = displayWidth(text.shown(first: first))
    let width = max(1, displayWidth(text.shown(first: last)) - indentation)
    caret = String(repeating: " ", count: indentation) + "^" + String(repeating: "~", count: width - 1)
  }

  /// What is shown of a line around `place`, whole characters, and whether something before and after is cut off.
  private static func around(
    _ place: Int, of line: ArraySlice<UInt8>
  ) -> (bytes: ArraySlice<UInt8>, isCutBefore: Bool, isCutAfter: Bool) {
    guard line.count > longest else { return (line, false, false) }
    var start = max(line.startIndex, place - before), end = min(line.endIndex, place - before + longest)
    while start < place, line[start] & 0xC0 == 0x80 { start += 1 }
    while end < line.endIndex, line[end] & 0xC0 == 0x80 { end += 1 }
    return (line[start..<end], start > line.startIndex, end < line.endIndex)
  }
}

/// The number of terminal columns that `text` takes: two for East Asian wide characters, none for combining ones.
public func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return isWide(scalar.value) ? 2 : 1
  }
}

/// The wide and full-width ranges of Unicode Standard Annex #11, in the main.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    true
  default: false
  }
}
