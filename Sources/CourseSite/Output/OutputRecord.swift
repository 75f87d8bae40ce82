import ContentStore
import Foundation

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

/// Tells whether a file is still the one that was written.
struct FileStamp: Hashable {
  private var inode: Int
  private var size: Int
  private var seconds: Int
  private var nanoseconds: Int

  /// The stamp of the file at `path` in the folder behind `descriptor`, or nil if there is no such file.
  init?(_ path: String, in descriptor: Int32) {
    var status = stat()
    guard fstatat(descriptor, path, &status, 0) == 0, status.st_mode & S_IFMT == S_IFREG
    else {
      return nil
    }
    inode = Int(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    seconds = Int(status.st_mtim.tv_sec)
    nanoseconds = Int(status.st_mtim.tv_nsec)
  }

  /// The stamp as part of a digest.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }

  init(from reader: inout ByteReader) {
    inode = reader.int()
    size = reader.int()
    seconds = reader.int()
    nanoseconds = reader.int()
  }

  func write(to writer: inout ByteWriter) {
    for number in [inode, size, seconds, nanoseconds] { writer.add(number) }
  }
}
