import ContentStore

/// A file of the site: where it stands, what it is made of, and how to make it.
public struct SiteFile: Sendable {
  /// The path from the site's root, with `/` between folders.
  public let path: String
  /// Equal fingerprints mean equal bytes, so that a file need not be made again.
  public let fingerprint: [UInt8]
  private let make: @Sendable () -> Made?

  /// A file's bytes, and the fingerprint that is theirs.
  struct Made {
    var bytes: [UInt8]
    var fingerprint: [UInt8]
  }

  /// A file whose bytes `make` gives, always the same ones for the same `fingerprint`.
  public init(path: String, fingerprint: [UInt8], make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.fingerprint = fingerprint
    self.make = { Made(bytes: make(), fingerprint: fingerprint) }
  }

  /// A file that is made again by `remake`: as another one, or as none, if what it is made from has changed.
  init(path: String, fingerprint: [UInt8], remake: @escaping @Sendable () -> SiteFile?) {
    self.path = path
    self.fingerprint = fingerprint
    make = { remake()?.made }
  }

  /// A file of the given bytes.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path, fingerprint: Digest(of: bytes).bytes) { bytes }
  }

  /// The content; nothing if what it is made from is gone.
  public var bytes: [UInt8] { made?.bytes ?? [] }

  /// The content with its own fingerprint; nil if what it is made from is gone.
  var made: Made? { make() }
}
