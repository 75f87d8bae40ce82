/// Texts as JSON spells them, safe inside a script element.
enum JSONText {
  /// A text in quotes.
  static func string(_ text: String) -> String {
    var bytes: [UInt8] = [0x22]
    append(text, to: &bytes)
    bytes.append(0x22)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Names and texts between braces, in the given order.
  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { string($0.0) + ":" + string($0.1) }.joined(separator: ",") + "}"
  }

  /// Adds the text without quotes.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case 0x22: bytes += [0x5C, 0x22]
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
      case UInt8(ascii: "<"): bytes += "\\u003c".utf8
      case 0..<0x20: bytes += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
