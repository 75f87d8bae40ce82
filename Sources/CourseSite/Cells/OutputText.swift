/// Text from a run, made fit for a page.
enum OutputText {
  /// As many lines as are shown of one output.
  static let limit = 400

  /// The text without a terminal's control sequences and without the last line's end.
  static func plain(_ text: String) -> String {
    var kept: [UInt8] = []
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case 0x1B: skipSequence(&bytes)
      case 0x09, 0x0A, 0x20...: kept.append(byte)
      default: continue
      }
    }
    while kept.last == 0x0A { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }

  /// What comes after the escape character: `[`, parameters, one final letter; or a single character.
  private static func skipSequence(_ bytes: inout String.UTF8View.Iterator) {
    guard bytes.next() == UInt8(ascii: "[") else { return }
    while let byte = bytes.next(), !(0x40...0x7E).contains(byte) {}
  }

  /// The beginning and end of a long text, and how many lines are missing between them.
  static func shortened(_ text: String) -> (head: String, tail: String, missing: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > limit else { return (text, "", 0) }
    let head = lines.prefix(limit - 50).joined(separator: "\n")
    let tail = lines.suffix(50).joined(separator: "\n")
    return (head, tail, lines.count - limit)
  }
}
