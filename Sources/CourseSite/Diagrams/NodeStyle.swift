/// What `style` and `classDef` may set of a node, as checked CSS values.
package struct NodeStyle: Hashable, Sendable {
  package var fill: CSSColour?
  package var stroke: CSSColour?
  package var text: CSSColour?
  package var strokeWidth: String?
  package var strokeDash: String?

  static let properties = ["fill", "stroke", "color", "stroke-width", "stroke-dasharray"]

  /// This style, with what the other one says on top.
  func overlaid(with other: NodeStyle) -> NodeStyle {
    NodeStyle(
      fill: other.fill ?? fill, stroke: other.stroke ?? stroke, text: other.text ?? text,
      strokeWidth: other.strokeWidth ?? strokeWidth, strokeDash: other.strokeDash ?? strokeDash)
  }

  /// The words' colour; on a fill of its own it must not follow the page into the dark.
  var readableText: String? { text?.css ?? fill?.readableInk }

  /// Sets one property; the answer is what is wrong with its value, if something is.
  mutating func set(_ property: String, to value: String) -> String? {
    switch property {
    case "fill": Self.assign(CSSColour(value), to: &fill, value)
    case "stroke": Self.assign(CSSColour(value), to: &stroke, value)
    case "color": Self.assign(CSSColour(value), to: &text, value)
    case "stroke-width": Self.assign(Self.lengths(value, limit: 1), to: &strokeWidth, value)
    case "stroke-dasharray": Self.assign(Self.lengths(value, limit: 8), to: &strokeDash, value)
    default: "the property '\(property)' is not supported"
    }
  }

  private static func assign<Value>(_ parsed: Value?, to target: inout Value?, _ value: String) -> String? {
    guard let parsed else { return "'\(value)' is not a value that can be drawn" }
    target = parsed
    return nil
  }

  /// Numbers, each with `px` or without, separated by blanks.
  private static func lengths(_ text: String, limit: Int) -> String? {
    let words = text.split(separator: " ").map { $0.hasSuffix("px") ? $0.dropLast(2) : $0 }
    guard (1...limit).contains(words.count), words.allSatisfy(isLength) else { return nil }
    return words.joined(separator: " ")
  }

  private static func isLength(_ word: Substring) -> Bool {
    guard word.count <= 6, word.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else { return false }
    return Double(word) != nil
  }
}

/// A colour that is safe to write into a page.
package struct CSSColour: Hashable, Sendable {
  package let css: String
  private let components: [Double]?

  /// `#rgb`, `#rrggbb`, `rgb(r, g, b)`, `none`, or one of the common names.
  init?(_ text: String) {
    let word = text.lowercased()
    if word == "none" || word == "transparent" {
      css = word
      components = nil
    } else if let value = Self.named[word] {
      css = word
      components = [value >> 16, value >> 8 & 255, value & 255].map(Double.init)
    } else if let values = Self.hexadecimal(word) ?? Self.functional(word) {
      css = word
      components = values
    } else {
      return nil
    }
  }

  /// Black or white, whichever is easier to read on this colour.
  var readableInk: String? {
    guard let components else { return nil }
    let weights = [0.2126, 0.7152, 0.0722]
    // Relative luminance with the exponent 2 in place of sRGB's curve; exact enough to choose between two.
    let luminance = zip(components, weights).reduce(0) { sum, pair in
      let part = pair.0 / 255
      return sum + pair.1 * part * part
    }
    return luminance > 0.2 ? "#1b1f27" : "#ffffff"
  }

  private static func hexadecimal(_ word: String) -> [Double]? {
    guard word.first == "#" else { return nil }
    let digits = word.dropFirst().compactMap(\.hexDigitValue)
    guard digits.count == word.count - 1 else { return nil }
    switch digits.count {
    case 3: return digits.map { Double($0 * 17) }
    case 6: return stride(from: 0, to: 6, by: 2).map { Double(digits[$0] * 16 + digits[$0 + 1]) }
    default: return nil
    }
  }

  private static func functional(_ word: String) -> [Double]? {
    guard word.hasPrefix("rgb("), word.hasSuffix(")") else { return nil }
    let parts = word.dropFirst(4).dropLast().split(separator: ",")
    let values = parts.compactMap { UInt8($0.filter { $0 != " " }) }
    return parts.count == 3 && values.count == 3 ? values.map(Double.init) : nil
  }

  private static let named: [String: Int] = [
    "black": 0x000000, "white": 0xffffff, "gray": 0x808080, "grey": 0x808080, "silver": 0xc0c0c0,
    "lightgray": 0xd3d3d3, "lightgrey": 0xd3d3d3, "darkgray": 0xa9a9a9, "darkgrey": 0xa9a9a9,
    "red": 0xff0000, "darkred": 0x8b0000, "crimson": 0xdc143c, "tomato": 0xff6347, "coral": 0xff7f50,
    "salmon": 0xfa8072, "pink": 0xffc0cb, "orange": 0xffa500, "gold": 0xffd700, "yellow": 0xffff00,
    "lightyellow": 0xffffe0, "khaki": 0xf0e68c, "beige": 0xf5f5dc, "brown": 0xa52a2a, "maroon": 0x800000,
    "olive": 0x808000, "green": 0x008000, "darkgreen": 0x006400, "lime": 0x00ff00, "lightgreen": 0x90ee90,
    "teal": 0x008080, "aqua": 0x00ffff, "cyan": 0x00ffff, "lightcyan": 0xe0ffff, "turquoise": 0x40e0d0,
    "blue": 0x0000ff, "lightblue": 0xadd8e6, "skyblue": 0x87ceeb, "steelblue": 0x4682b4, "navy": 0x000080,
    "darkblue": 0x00008b, "indigo": 0x4b0082, "purple": 0x800080, "violet": 0xee82ee, "magenta": 0xff00ff,
    "fuchsia": 0xff00ff, "plum": 0xdda0dd, "lavender": 0xe6e6fa,
  ]
}
