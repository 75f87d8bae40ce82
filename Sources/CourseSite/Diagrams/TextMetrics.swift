/// How wide a text will be, guessed without a font.
///
/// The reader's font is unknown when the page is built, and asking the build machine's would make the drawing
/// depend on it. So: the widths common to the usual sans-serif faces, and 1 em for Chinese, Japanese and Korean.
struct TextMetrics: Sendable {
  let fontSize: Double

  /// The distance between two baselines.
  var lineHeight: Double { (fontSize * 1.4).rounded() }

  func width(of text: String) -> Double {
    Double(text.unicodeScalars.reduce(0) { $0 + Self.hundredths(of: $1) }) * fontSize / 100
  }

  func size(of lines: [String]) -> Size {
    let width = lines.map(width).max() ?? 0
    return Size(width: width.rounded(.up), height: lineHeight * Double(lines.count))
  }

  /// The lines, those wider than a limit broken at blanks and between ideographs.
  func wrapped(_ lines: [String], to limit: Double) -> [String] {
    lines.flatMap { line in width(of: line) <= limit ? [line] : broken(line, limit) }
  }

  private func broken(_ line: String, _ limit: Double) -> [String] {
    var result: [String] = []
    var current = ""
    for piece in pieces(of: line, limit) {
      if !current.isEmpty, width(of: current + piece) > limit {
        result.append(Self.trimmed(current))
        current = piece == " " ? "" : piece
      } else {
        current += piece
      }
    }
    return (result + [Self.trimmed(current)]).filter { !$0.isEmpty }
  }

  /// What a line may be broken into: words, blanks, ideographs, and parts of a word wider than the limit.
  private func pieces(of line: String, _ limit: Double) -> [String] {
    var result: [String] = []
    var word = ""
    for character in line {
      let isAlone = character == " " || character.unicodeScalars.first.map(Self.isWide) ?? false
      // Closing punctuation stays with what it closes.
      let isClosing = "，。、；：！？）》」』】”".contains(character)
      if isClosing, word.isEmpty, let last = result.popLast() {
        result.append(last + String(character))
      } else if isAlone {
        result += [word, String(character)].filter { !$0.isEmpty }
        word = ""
      } else {
        if width(of: word) + fontSize > limit {
          result.append(word)
          word = ""
        }
        word.append(character)
      }
    }
    return word.isEmpty ? result : result + [word]
  }

  private static func trimmed(_ text: String) -> String {
    text.last == " " ? String(text.dropLast()) : text
  }

  // MARK: Widths

  /// A scalar's width in hundredths of an em.
  private static func hundredths(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: Int(ascii[Int(scalar.value) - 0x20])
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case _ where isWide(scalar): 100
    case 0xA0...0x24F: 58
    case 0x370...0x52F: 60
    default: 85
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// From the blank to the tilde; a little more than Helvetica, because some system faces are wider.
  private static let ascii: [UInt8] = [
    29, 30, 38, 58, 58, 92, 70, 22, 36, 36, 42, 61, 30, 38, 30, 31,  //  !"#$%&'()*+,-./
    59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 30, 30, 61, 61, 61, 56,  // 0-9 :;<=>?
    104, 69, 69, 74, 75, 68, 63, 80, 76, 30, 52, 69, 58, 88, 76, 80,  // @A-O
    68, 80, 73, 69, 63, 75, 69, 98, 69, 68, 63, 32, 31, 32, 50, 58,  // P-Z [\]^_
    36, 58, 60, 53, 60, 58, 33, 60, 59, 26, 26, 54, 26, 88, 59, 59,  // `a-o
    60, 60, 38, 53, 34, 59, 53, 76, 53, 53, 52, 36, 29, 36, 61,  // p-z {|}~
  ]
}
