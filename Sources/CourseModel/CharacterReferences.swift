/// Reads the character references of an attribute's value, as far as they can matter to an address.
enum CharacterReferences {
  /// The text that `value` spells: `&#106;` and `&#x6A;` are `j`, and the names of signs are these signs.
  ///
  /// Other names stand for letters that no scheme has, and stay.
  static func text(_ value: [UInt8]) -> String {
    var result = ""
    var rest = value[...]
    while let sign = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += String(decoding: rest[..<sign], as: UTF8.self)
      rest = rest[sign...]
      let (scalar, length) = numeric(rest) ?? named(rest) ?? ("&", 1)
      result.unicodeScalars.append(scalar)
      rest = rest.dropFirst(length)
    }
    return result + String(decoding: rest, as: UTF8.self)
  }

  private static func numeric(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard text.dropFirst().first == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = text.dropFirst(2).first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let start = text.dropFirst(isHexadecimal ? 3 : 2)
    let digits = start.prefix { byte in
      let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      return digit.map { isHexadecimal || $0 < 10 } ?? false
    }
    guard !digits.isEmpty else { return nil }
    let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    let end = digits.endIndex < text.endIndex && text[digits.endIndex] == UInt8(ascii: ";") ? 1 : 0
    let scalar = number.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    return (scalar, digits.endIndex + end - text.startIndex)
  }

  private static func named(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    let word = text.dropFirst().prefix(12).prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "&") }
    guard word.endIndex < text.endIndex, text[word.endIndex] == UInt8(ascii: ";") else { return nil }
    return names[String(decoding: word, as: UTF8.self)].map { ($0, word.count + 2) }
  }

  private static let names: [String: Unicode.Scalar] = [
    "Tab": "\t", "NewLine": "\n", "colon": ":", "sol": "/", "bsol": "\\", "num": "#", "quest": "?",
    "amp": "&",
    "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"", "QUOT": "\"", "apos": "'",
    "period": ".",
    "comma": ",", "semi": ";", "lpar": "(", "rpar": ")", "plus": "+", "excl": "!", "percnt": "%",
    "commat": "@",
    "equals": "=", "lowbar": "_", "nbsp": "\u{A0}", "shy": "\u{AD}", "ZeroWidthSpace": "\u{200B}",
    "lrm": "\u{200E}",
    "rlm": "\u{200F}",
  ]
}
