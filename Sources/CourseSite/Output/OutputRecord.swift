import ContentStore

/// What the last build wrote into an output folder, kept in the store: which file has which fingerprint, and how to
/// tell that nobody has touched it since.
struct OutputRecord {
  /// A file as it was written.
  struct Entry: Hashable {
    /// What tells its content from any other.
    var fingerprint: [UInt8]
    /// Inode, size and time of the last change.
    var stamp: FileStamp
  }

  /// The files by path.
  var files: [String: Entry] = [:]

  /// An empty record.
  init() {}

  /// The record for the output folder at `path`; empty if there is none.
  init(for path: String, in store: ContentStore) {
    guard let bytes = store.content("output", Self.key(path)) else { return }
    var reader = ByteReader(bytes)
    let entries = reader.array { reader in
      (reader.string(), Entry(fingerprint: reader.content(), stamp: FileStamp(from: &reader)))
    }
    if reader.isSound { files = Dictionary(entries) { first, _ in first } }
  }

  /// Keeps the record.
  func save(for path: String, in store: ContentStore) {
    var writer = ByteWriter()
    writer.add(files.sorted { $0.key < $1.key }) { writer, file in
      writer.add(file.key)
      writer.add(file.value.fingerprint)
      file.value.stamp.write(to: &writer)
    }
    store.store("output", Self.key(path), writer.bytes)
  }

  private static func key(_ path: String) -> Digest { Digest(["output": Array(path.utf8)]) }
}

extension FileStamp {
  /// Takes a stamp out of a record.
  fileprivate init(from reader: inout ByteReader) {
    self.init(inode: reader.int(), size: reader.int(), seconds: reader.int(), nanoseconds: reader.int())
  }

  /// Puts the stamp into a record.
  fileprivate func write(to writer: inout ByteWriter) {
    for number in [inode, size, seconds, nanoseconds] { writer.add(number) }
  }
}
