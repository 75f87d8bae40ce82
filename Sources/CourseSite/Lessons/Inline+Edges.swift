import CourseModel

extension [Inline] {
  /// Whether the piece at `index` has a Chinese character, or the punctuation of one, on both sides.
  func isWithinChinese(at index: Int) -> Bool {
    guard index > 0, index + 1 < count else { return false }
    return self[index - 1].lastScalar?.isChinese == true && self[index + 1].firstScalar?.isChinese == true
  }
}

extension Inline {
  /// The first character of its words; nil where it is not made of words.
  fileprivate var firstScalar: Unicode.Scalar? {
    if case .text(let text) = self { return text.unicodeScalars.first }
    return words.first?.firstScalar
  }

  /// The last character of its words; nil where it is not made of words.
  fileprivate var lastScalar: Unicode.Scalar? {
    if case .text(let text) = self { return text.unicodeScalars.last }
    return words.last?.lastScalar
  }

  private var words: [Inline] {
    switch self {
    case .emphasis(let content), .strong(let content): content
    case .link(let link): link.content
    case .term(_, let content): content
    case .reference(let reference): reference.content
    default: []
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a Chinese character or full-width punctuation.
  fileprivate var isChinese: Bool {
    switch value {
    case 0x3000...0x303F, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
