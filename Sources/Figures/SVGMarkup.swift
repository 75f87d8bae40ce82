/// SVG text under construction.
struct SVGMarkup {
  private(set) var text = ""

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

extension String {
  /// About how wide the text is when it is set in a sans-serif face of this size.
  func width(size: Double) -> Double {
    var ems = 0.0
    for scalar in unicodeScalars {
      switch scalar {
      case "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "'", "′", "|", "!", "(", ")", "[", "]", " ", "I":
        ems += 0.32
      case "m", "w", "M", "W", "@", "%", "—": ems += 0.86
      case "A"..."Z": ems += 0.66
      default: ems += scalar.isCombining ? 0 : scalar.isWide ? 1 : 0.56
      }
    }
    return ems * size
  }

  /// A number as print sets it: a true minus, and a power of ten instead of the letter e.
  var typographic: String {
    let parts = split(separator: "e", maxSplits: 1)
    let mantissa = String(parts.first ?? "").replacingHyphen
    guard parts.count == 2, let power = Int(parts[1]), Double(parts[0]) != nil else { return replacingHyphen }
    let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let digits = abs(power).description.utf8.map { superscripts[Int($0) - 48] }
    return (mantissa == "1" ? "10" : mantissa + "·10") + (power < 0 ? "⁻" : "") + String(digits)
  }

  private var replacingHyphen: String { hasPrefix("-") ? "−" + dropFirst() : self }
}
