import ContentStore

/// A file of the site: where it stands, what it is made of, and how to make it.
public struct SiteFile: Sendable {
  /// The path from the site's root, with `/` between folders.
  public let path: String
  /// Equal fingerprints mean equal bytes, so that a file need not be made again.
  public let fingerprint: [UInt8]
  private let make: @Sendable () -> [UInt8]

  /// A file whose bytes `make` gives, always the same ones for the same `fingerprint`.
  public init(path: String, fingerprint: [UInt8], make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.fingerprint = fingerprint
    self.make = make
  }

  /// A file of the given bytes.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path, fingerprint: Digest(of: bytes).bytes) { bytes }
  }

  /// The content.
  public var bytes: [UInt8] { make() }
}
