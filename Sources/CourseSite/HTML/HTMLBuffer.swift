/// HTML under construction, as bytes.
struct HTMLBuffer: Sendable {
  /// What has been written.
  var bytes: [UInt8] = []

  /// An empty text.
  init() {}

  /// Appends markup as it is.
  mutating func raw(_ markup: String) {
    var markup = markup
    markup.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Appends markup as it is.
  mutating func raw(_ markup: [UInt8]) {
    bytes.append(contentsOf: markup)
  }

  /// Appends a number in decimal.
  mutating func raw(_ number: Int) {
    raw(String(number))
  }

  /// Appends text in which `&`, `<`, `>` and `"` become character references.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { append($0, escaping: Escape.text) }
  }

  /// Appends an address as `href` and `src` need it: what may not stand in one is percent-encoded.
  mutating func address(_ address: String) {
    var address = address
    address.withUTF8 { append($0, escaping: Escape.address) }
  }

  /// Begins a new line unless one has just begun.
  @inline(__always)
  mutating func newLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Appends runs of bytes that need no escape whole, and the escapes between them.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, escaping escapes: [Escape]) {
    var start = 0
    for index in 0..<text.count where escapes[Int(text[index])] != .none {
      bytes.append(contentsOf: text[start..<index])
      appendEscape(escapes[Int(text[index])], of: text[index])
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
  }

  private mutating func appendEscape(_ escape: Escape, of byte: UInt8) {
    switch escape {
    case .none: bytes.append(byte)
    case .ampersand: raw("&amp;")
    case .less: raw("&lt;")
    case .greater: raw("&gt;")
    case .quote: raw("&quot;")
    case .apostrophe: raw("&#x27;")
    case .percent:
      bytes.append(UInt8(ascii: "%"))
      bytes.append(Escape.hexadecimalDigits[Int(byte >> 4)])
      bytes.append(Escape.hexadecimalDigits[Int(byte & 15)])
    }
  }
}

/// How a byte is written.
private enum Escape: UInt8 {
  case none, ampersand, less, greater, quote, apostrophe, percent

  static let hexadecimalDigits = Array("0123456789ABCDEF".utf8)

  /// By byte, for text and attributes.
  static let text: [Escape] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "\""): .quote
    default: .none
    }
  }

  /// By byte, for addresses; what is already percent-encoded stays so.
  static let address: [Escape] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      .none
    default: "!#$%()*+,-./:;=?@_~".utf8.contains(UInt8(byte)) ? .none : .percent
    }
  }
}
