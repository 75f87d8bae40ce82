/// Text that lessons print, throw or name, as a terminal or a log may show it: nothing in it is obeyed.
///
/// What a terminal would take for an order is spelt as Swift spells it, an escape as `\u{1B}`: controls, and marks that
/// turn the direction of writing. So is the sign that makes a line an order to the machine that keeps the log of a build,
/// as `::error::` at the line's beginning or `##[error]` anywhere.
struct VisibleText {
  private let scalars: [Unicode.Scalar]
  private let isOneLine: Bool

  /// The text; of one line if line ends and tabs are spelt, too.
  init(_ text: String, isOneLine: Bool = false) {
    scalars = Array(text.unicodeScalars)
    self.isOneLine = isOneLine
  }

  /// What is shown of the first `count` scalars; of all, if none is given.
  func shown(first count: Int = .max) -> String {
    var text = String.UnicodeScalarView()
    for index in scalars.indices.prefix(count) {
      if isObeyed(at: index) {
        text.append(contentsOf: Self.spelling(scalars[index]).unicodeScalars)
      } else {
        text.append(scalars[index])
      }
    }
    return String(text)
  }

  /// The scalar as Swift spells it in a string.
  static func spelling(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// Whether a terminal may take the scalar for an order, whatever stands beside it.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private func isObeyed(at index: Int) -> Bool {
    switch scalars[index] {
    case "\n", "\t": isOneLine
    case ":": index + 1 < scalars.count && scalars[index + 1] == ":" && isFirst(index)
    case "#": index > 0 && scalars[index - 1] == "#" && opensCommand(index + 1)
    default: Self.isControl(scalars[index])
    }
  }

  /// Whether only blanks stand before the scalar on its line.
  private func isFirst(_ index: Int) -> Bool {
    var before = index
    while before > 0, scalars[before - 1] != "\n" {
      guard scalars[before - 1].properties.isWhitespace else { return false }
      before -= 1
    }
    return true
  }

  /// Whether a bracket follows, or a short word and a bracket.
  private func opensCommand(_ index: Int) -> Bool {
    let word = scalars[index...].prefix(20).prefix { $0.properties.isAlphabetic }
    return word.endIndex < scalars.count && scalars[word.endIndex] == "["
  }
}

extension String {
  /// The text as a terminal or a log may show it; see `VisibleText`.
  public var visible: String {
    let mayBeObeyed = unicodeScalars.contains { $0 == "#" || $0 == ":" || VisibleText.isControl($0) }
    return mayBeObeyed ? VisibleText(self).shown() : self
  }

  /// The same in one line: line ends and tabs are spelt, too.
  public var visibleLine: String { VisibleText(self, isOneLine: true).shown() }
}
