import ContentStore

/// What the last build wrote into an output folder, kept in the store: which bytes each file has, and how to tell
/// without reading them that nobody has touched it since.
struct OutputRecord: Equatable {
  /// The files by path.
  var files: [String: WrittenFile] = [:]

  /// An empty record.
  init() {}

  /// The record for the output folder at `path`; empty if there is none.
  init(for path: String, in store: ContentStore) {
    guard let bytes = store.content("output", Self.key(path)) else { return }
    var reader = ByteReader(bytes)
    let entries = reader.array { reader in
      (
        reader.string(),
        WrittenFile(
          fingerprint: reader.content(), sum: reader.content(),
          stamp: reader.array { FileStamp(from: &$0) }.first)
      )
    }
    if reader.isSound { files = Dictionary(entries) { first, _ in first } }
  }

  /// Keeps the record.
  func save(for path: String, in store: ContentStore) {
    var writer = ByteWriter()
    writer.add(files.sorted { $0.key < $1.key }) { writer, file in
      writer.add(file.key)
      writer.add(file.value.fingerprint)
      writer.add(file.value.sum)
      writer.add(file.value.stamp.map { [$0] } ?? []) { writer, stamp in stamp.write(to: &writer) }
    }
    store.store("output", Self.key(path), writer.bytes)
  }

  /// The site that the files make.
  var site: WrittenSite { WrittenSite(files.mapValues(\.fingerprint)) }

  private static func key(_ path: String) -> Digest { Digest(["written": Array(path.utf8)]) }
}

/// A site that was written: what tells it from any other.
public struct WrittenSite: Sendable, Hashable {
  /// The digest of all its files and their names.
  public let digest: Digest
  /// The files that came out of the lessons folder, by their paths in it.
  public let lessonFiles: [String: Digest]

  /// The site of the files with these fingerprints.
  init(_ fingerprints: [String: [UInt8]]) {
    var builder = DigestBuilder()
    for (path, fingerprint) in fingerprints.sorted(by: { $0.key < $1.key }) { builder.add(path, fingerprint) }
    digest = builder.digest()
    let files = fingerprints.compactMap { path, fingerprint in
      SiteAssets.nameInLessons(path).flatMap { name in Digest(bytes: fingerprint).map { (name, $0) } }
    }
    lessonFiles = Dictionary(files) { first, _ in first }
  }
}

extension FileStamp {
  /// Takes a stamp out of a record.
  fileprivate init(from reader: inout ByteReader) {
    self.init(
      inode: reader.int(), size: reader.int(),
      modified: Moment(seconds: reader.int(), nanoseconds: reader.int()),
      changed: Moment(seconds: reader.int(), nanoseconds: reader.int()))
  }

  /// Puts the stamp into a record.
  fileprivate func write(to writer: inout ByteWriter) {
    for number in [
      inode, size, modified.seconds, modified.nanoseconds, changed.seconds, changed.nanoseconds,
    ] { writer.add(number) }
  }
}
