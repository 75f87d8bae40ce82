import CourseModel

/// A part of the text that is covered while libcmark reads the rest.
///
/// A mask begins with one of the 32 control characters U+0080 to U+009F, which carries the last five bits of
/// the mask's number, and goes on with fillers. Both count as letters for libcmark, so that emphasis begins and
/// ends around a formula as it does around a word. A mask is exactly as long as what it covers.
struct Mask {
  /// What is covered.
  enum Content {
    case math(tex: String)
    case displayMath(tex: String, label: Label?)
    case value(expression: String)
    case footnoteReference(name: String)
    case citation(keys: [String])
    /// A table, by its number.
    case table(Int)
  }

  /// What is covered.
  var content: Content
  /// The offset of the first byte.
  var start: Int
  /// The place that messages name.
  var position: Position
  /// The covered bytes, one array a line.
  var originals: [[UInt8]]

  /// The byte that follows a mask's first character.
  static let filler: UInt8 = 0x01
  /// What carries the number needs this many bytes.
  static let markLength = 2

  /// The character that carries the last five bits of `number`.
  static func mark(_ number: Int) -> [UInt8] { [0xC2, 0x80 + UInt8(number & 31)] }

  /// The five bits that the character at `offset` carries, if it is a mask's first.
  @inline(__always)
  static func digit(in bytes: [UInt8], at offset: Int) -> Int? {
    guard bytes[offset] == 0xC2, offset + 1 < bytes.count else { return nil }
    let last = bytes[offset + 1]
    return last >= 0x80 && last <= 0x9F ? Int(last - 0x80) : nil
  }
}
