/// The SHA-256 of some content, by which the content is found again.
public struct Digest: Sendable, Hashable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// The digest of `content`.
  public init(of content: [UInt8]) {
    var hash = SHA256()
    content.withUnsafeBytes { hash.update($0) }
    bytes = hash.finalize()
  }

  /// The digest of several parts, each under its name; neither parts nor names can run into each other.
  public init(_ parts: KeyValuePairs<String, [UInt8]>) {
    var builder = DigestBuilder()
    for (name, content) in parts { builder.add(name, content) }
    self = builder.digest()
  }

  /// The digest whose 32 bytes these are; nil for any other number of bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  fileprivate init(finished hash: inout SHA256) {
    bytes = hash.finalize()
  }

  /// The 64 hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// Puts a digest together from named parts.
public struct DigestBuilder: Sendable {
  private var hash = SHA256()

  /// A digest of nothing yet.
  public init() {}

  /// Adds a part; its name and length go in too, so that parts cannot run into each other.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    Array("\(name.utf8.count):\(name)=\(content.count):".utf8).withUnsafeBytes { hash.update($0) }
    content.withUnsafeBytes { hash.update($0) }
  }

  /// Adds a text.
  public mutating func add(_ name: String, _ text: String) {
    add(name, Array(text.utf8))
  }

  /// Adds the digest of something else.
  public mutating func add(_ name: String, _ digest: Digest) {
    add(name, digest.bytes)
  }

  /// The digest of what was added.
  public func digest() -> Digest {
    var copy = hash
    return Digest(finished: &copy)
  }
}
