/// What a text may use of what lessons add to CommonMark; a text that uses nothing is parsed only once.
struct Features: OptionSet {
  let rawValue: UInt8

  /// A dollar sign.
  static let mathematics = Features(rawValue: 1)
  /// Two dollar signs.
  static let displayMathematics = Features(rawValue: 2)
  /// `[^`.
  static let footnotes = Features(rawValue: 4)
  /// `[@`.
  static let citations = Features(rawValue: 8)
  /// An opening brace at the beginning of what may be code.
  static let values = Features(rawValue: 16)
  /// A vertical bar.
  static let tables = Features(rawValue: 32)
  /// One of the control characters that masks are made of.
  static let controlCharacters = Features(rawValue: 64)

  /// What needs to be found in sentences.
  static let inSentences: Features = [.mathematics, .footnotes, .citations, .values]

  /// What needs more than libcmark.
  static let constructs: Features = inSentences.union([.displayMathematics, .tables])

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The features of `bytes`, found in one pass that looks at a few kinds of byte only.
  init(of bytes: [UInt8]) {
    var found: Features = []
    bytes.withUnsafeBufferPointer { bytes in
      var previous: UInt8 = 0
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "$"):
          found.insert(previous == byte ? [.mathematics, .displayMathematics] : .mathematics)
        case UInt8(ascii: "^") where previous == UInt8(ascii: "["): found.insert(.footnotes)
        case UInt8(ascii: "@") where previous == UInt8(ascii: "["): found.insert(.citations)
        case UInt8(ascii: "{") where previous == UInt8(ascii: "`") || previous == 0x20: found.insert(.values)
        case UInt8(ascii: "|"): found.insert(.tables)
        case 0x80...0x9F where previous == 0xC2: found.insert(.controlCharacters)
        default: break
        }
        previous = byte
      }
    }
    self = found
  }
}
