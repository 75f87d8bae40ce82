import ContentStore

/// A file of the site: where it stands, what it is made of, and how to make it.
public struct SiteFile: Sendable {
  /// The path from the site's root, with `/` between folders.
  public let path: String
  /// Equal digests mean equal bytes, so that a file need not be made again.
  public let digest: Digest
  private let make: @Sendable () -> [UInt8]

  /// A file whose bytes `make` gives, always the same ones for the same `digest`.
  public init(path: String, digest: Digest, make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.digest = digest
    self.make = make
  }

  /// A file of the given bytes.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path, digest: Digest(of: bytes)) { bytes }
  }

  /// The content.
  public var bytes: [UInt8] { make() }
}
