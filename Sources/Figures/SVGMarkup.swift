/// SVG text under construction.
struct SVGMarkup {
  private(set) var text = ""

  /// What another markup holds.
  mutating func append(_ other: SVGMarkup) { text += other.text }

  /// An element with nothing inside.
  mutating func element(_ name: String, _ attributes: [(String, String)]) {
    open(name, attributes, end: "/>")
  }

  /// An element with words inside.
  mutating func element(_ name: String, _ attributes: [(String, String)], words: String) {
    open(name, attributes, end: ">")
    text += escaped(words)
    text += "</\(name)>"
  }

  /// An element with elements inside.
  mutating func element(_ name: String, _ attributes: [(String, String)], _ body: (inout SVGMarkup) -> Void) {
    open(name, attributes, end: ">")
    body(&self)
    text += "</\(name)>"
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)], end: String) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(escaped(value))\"" }
    text += end
  }

  private func escaped(_ words: String) -> String {
    guard words.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 < 0x20 })
    else {
      return words
    }
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}

/// A length in a drawing, with at most two decimals: `12.5`.
func length(_ x: Double) -> String {
  var bytes: [UInt8] = []
  appendLength(x, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// Appends a length in a drawing, with at most two decimals.
func appendLength(_ x: Double, to bytes: inout [UInt8]) {
  let hundredths = Int((max(-1e9, min(1e9, x)) * 100).rounded())
  if hundredths < 0 { bytes.append(0x2D) }
  let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  bytes.append(contentsOf: whole.description.utf8)
  guard rest > 0 else { return }
  bytes.append(0x2E)
  bytes.append(0x30 + UInt8(rest / 10))
  if rest % 10 > 0 { bytes.append(0x30 + UInt8(rest % 10)) }
}
