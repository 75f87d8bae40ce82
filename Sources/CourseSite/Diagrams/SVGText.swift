/// Text that is safe inside SVG in HTML.
enum SVGText {
  /// The text with markup's characters replaced and characters XML forbids left out.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&quot;".utf8
      case 0x09, 0x0A, 0x0D: result.append(0x20)
      case 0..<0x20, 0x7F: continue
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A text as an id: what is no ASCII letter, digit, `-` or `_` becomes `_`, and a letter comes first.
  static func identifier(_ text: String) -> String {
    let bytes = text.utf8.map { byte in
      byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") ? byte : UInt8(ascii: "_")
    }
    let isLetterFirst = bytes.first.map(\.isASCIILetter) ?? false
    return (isLetterFirst ? "" : "d") + String(decoding: bytes, as: UTF8.self)
  }
}
