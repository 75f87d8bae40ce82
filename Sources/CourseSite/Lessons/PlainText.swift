import CourseModel

/// The words of a lesson without their form, for the search.
struct PlainText {
  /// The text of a computed number.
  let value: (Int) -> String
  /// What a mention without words of its own is called.
  let name: (Reference) -> String
  /// How works are cited.
  let citation: ([String]) -> String

  /// The words of a line.
  func of(_ inlines: [Inline]) -> String {
    inlines.indices.map { index in
      if case .softBreak = inlines[index], inlines.isWithinChinese(at: index) { return "" }
      return of(inlines[index])
    }.joined()
  }

  private func of(_ inline: Inline) -> String {
    switch inline {
    case .text(let words), .code(let words): words
    case .softBreak, .lineBreak: " "
    case .math(let tex, _): tex
    case .value(let index): value(index)
    case .reference(let reference) where reference.content.isEmpty: name(reference)
    case .citation(let keys, _): citation(keys)
    case .html, .footnoteReference: ""
    case .emphasis, .strong, .link, .image, .reference, .term: of(inline.inlines)
    }
  }
}

extension String {
  /// The text with every run of spaces, tabs and line ends as one space, and none at its ends.
  var collapsingSpace: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte != 0x20 && !(0x09...0x0D).contains(byte) {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
