import Foundation

/// A folder of results, each found by the digest of everything it was made from.
///
/// Safe under concurrent builds and sudden death: an entry is written beside its place, then renamed into it,
/// so a reader finds a whole entry or none. Each entry ends with a checksum of its content; one that does not
/// match is treated as absent. A full disk loses nothing but the saving.
public struct ContentStore: Sendable {
  /// The folder.
  public let folder: String

  /// The store in `folder`, which is created on the first writing.
  public init(folder: String) {
    self.folder = folder
  }

  /// The content stored under `key`, or nil if there is none or it is damaged.
  public func content(_ kind: String, _ key: Digest) -> [UInt8]? {
    guard let entry = FileBytes.read(path(kind, key)), entry.count >= Checksum.size else { return nil }
    let content = Array(entry.dropLast(Checksum.size))
    return Checksum(of: content).bytes == Array(entry.suffix(Checksum.size)) ? content : nil
  }

  /// Stores `content` under `key`; answers whether that succeeded.
  @discardableResult
  public func store(_ kind: String, _ key: Digest, _ content: [UInt8]) -> Bool {
    CacheFolder(folder).tag()
    return FileBytes.replace(path(kind, key), with: content + Checksum(of: content).bytes)
  }

  private func path(_ kind: String, _ key: Digest) -> String {
    let name = key.description
    return "\(folder)/\(kind)/\(name.prefix(2))/\(name.dropFirst(2))"
  }
}
