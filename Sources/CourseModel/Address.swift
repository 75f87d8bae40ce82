/// An address as it may stand on a page, whatever file names it.
///
/// Pages lead to `https:`, `http:` and `mailto:`, and to what lies beside them; a picture may also be spelt out as
/// `data:`. An address is judged as browsers read it, who skip blanks before it and line ends inside it.
public struct Address: Sendable, Hashable {
  /// What the address stands for.
  public enum Use: Sendable, Hashable {
    /// Something to go to.
    case link
    /// Something the page shows.
    case picture
  }

  /// Why an address may not stand on a page.
  public enum Refusal: Error, Sendable, Hashable {
    /// It begins with a scheme that pages do not lead to.
    case scheme(String)
    /// It holds a character that nobody sees.
    case invisible(Unicode.Scalar)
    /// It begins with two slashes: from disk that is another place than from a server.
    case host(String)
  }

  /// The address as it is written.
  public let text: String

  /// The address `text`; throws the reason why it may not stand on a page.
  public init(_ text: String, as use: Use = .link) throws(Refusal) {
    if let refusal = Self.refusal(of: text, as: use) { throw refusal }
    self.text = text
  }

  /// Why `text` may not stand on a page; nil if it may.
  public static func refusal(of text: String, as use: Use = .link) -> Refusal? {
    if let scalar = text.unicodeScalars.first(where: isInvisible) { return .invisible(scalar) }
    let start = text.utf8.drop { $0 == UInt8(ascii: " ") }
    if start.prefix(2).count == 2, start.prefix(2).allSatisfy(isSlash) {
      return .host(String(decoding: start.drop(while: isSlash), as: UTF8.self))
    }
    let head = start.prefix { !":/?#\\".utf8.contains($0) }
    guard head.endIndex < start.endIndex, start[head.endIndex] == UInt8(ascii: ":") else { return nil }
    let scheme = String(decoding: head, as: UTF8.self)
    if schemes.contains(scheme.lowercased()) { return nil }
    if use == .picture, isPicture(String(decoding: start.prefix(32), as: UTF8.self)) { return nil }
    return .scheme(scheme)
  }

  private static let schemes: Set<String> = ["http", "https", "mailto"]

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func isPicture(_ start: String) -> Bool {
    let kinds = ["png", "gif", "jpeg", "webp"].map { "data:image/" + $0 }
    let start = start.lowercased()
    return kinds.contains { start.hasPrefix($0 + ";") || start.hasPrefix($0 + ",") }
  }

  /// Control characters, line separators, marks of direction and the like; what joins letters and emoji may stay.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar != "\u{200C}" && scalar != "\u{200D}"
    default: return false
    }
  }
}

extension Address.Refusal {
  /// What is wrong, in one sentence.
  public var message: String {
    switch self {
    case .scheme(let scheme):
      "an address on a page cannot begin with '\(scheme.prefix(40)):'"
    case .invisible(let scalar): "the address holds the invisible character \(Self.name(of: scalar))"
    case .host: "an address that begins with '//' leads to different places from disk and from a server"
    }
  }

  /// What to write instead.
  public var help: String {
    switch self {
    case .scheme: "write an https, http or mailto address, or './' before the name of a file"
    case .invisible: "remove it"
    case .host(let rest): "write 'https://\(rest.prefix(40))'"
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension DiagnosticLog {
  /// `text` if it may stand on a page; else nothing, and an error is added.
  public mutating func address(
    _ text: String, as use: Address.Use = .link, at position: Position, length: Int = 1
  ) -> String? {
    guard let refusal = Address.refusal(of: text, as: use) else { return text }
    error("unsafe-address", at: position, length: length, refusal.message, help: refusal.help)
    return nil
  }
}
