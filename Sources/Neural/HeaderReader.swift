/// Reads the JSON that the header of a checkpoint may have: objects, strings, and lists of whole numbers.
struct HeaderReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func readObject(
    _ readValue: (inout HeaderReader, String) throws(Checkpoint.Failure) -> Void
  ) throws(Checkpoint.Failure) {
    try expect("{")
    if take("}") { return }
    repeat {
      let name = try readString()
      try expect(":")
      try readValue(&self, name)
    } while take(",")
    try expect("}")
  }

  mutating func readString() throws(Checkpoint.Failure) -> String {
    try expect("\"")
    var bytes: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      bytes.append(contentsOf: try readEscaped().utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The character that follows a backslash: itself, or what its letter stands for.
  private mutating func readEscaped() throws(Checkpoint.Failure) -> String {
    let place = rest.startIndex
    let letters: [Unicode.Scalar: String] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    guard let letter = rest.popFirst().map({ Unicode.Scalar($0) }) else { throw .malformed(at: place) }
    if let character = letters[letter] { return character }
    guard letter == "u" else { throw .malformed(at: place) }
    var units = [try readUnit()]
    if UTF16.isLeadSurrogate(units[0]), rest.starts(with: "\\u".utf8) {
      rest = rest.dropFirst(2)
      units.append(try readUnit())
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Four hexadecimal digits.
  private mutating func readUnit() throws(Checkpoint.Failure) -> UInt16 {
    guard rest.count >= 4, let unit = UInt16(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16)
    else {
      throw .malformed(at: rest.startIndex)
    }
    rest = rest.dropFirst(4)
    return unit
  }

  mutating func readNumbers() throws(Checkpoint.Failure) -> [Int] {
    try expect("[")
    if take("]") { return [] }
    var numbers: [Int] = []
    repeat { numbers.append(try readNumber()) } while take(",")
    try expect("]")
    return numbers
  }

  private mutating func readNumber() throws(Checkpoint.Failure) -> Int {
    skipSpace()
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
      throw .malformed(at: rest.startIndex)
    }
    rest = rest.dropFirst(digits.count)
    return number
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(Checkpoint.Failure) {
    guard take(sign) else { throw .malformed(at: rest.startIndex) }
  }

  private mutating func skipSpace() {
    rest = rest.drop {
      [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains($0)
    }
  }
}
