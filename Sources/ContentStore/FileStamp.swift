import Foundation

/// Which state of a file this is, told without reading it.
///
/// Two equal stamps of one path mean the same content if the first of them `isSettled`: the time of the last change
/// of any kind cannot be set back.
public struct FileStamp: Sendable, Hashable, CustomStringConvertible {
  /// A moment, as file systems keep it.
  public struct Moment: Sendable, Hashable, CustomStringConvertible {
    /// Whole seconds since 1970.
    public var seconds: Int
    /// The nanoseconds after them.
    public var nanoseconds: Int

    /// The moment so many seconds and nanoseconds after 1970.
    public init(seconds: Int, nanoseconds: Int) {
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }

    fileprivate init(_ time: timespec) {
      self.init(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
    }

    /// The numbers as text.
    public var description: String { "\(seconds).\(nanoseconds)" }
  }

  /// The file's number in its file system; a file that is replaced gets another.
  public var inode: Int
  /// The number of bytes.
  public var size: Int
  /// When the content was last changed, as far as nobody has set another time (`mtime`).
  public var modified: Moment
  /// When content, name, links, times or rights were last changed (`ctime`).
  public var changed: Moment

  /// A stamp of the given numbers.
  public init(inode: Int, size: Int, modified: Moment, changed: Moment) {
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// The stamp of what `status` tells of.
  public init(_ status: stat) {
    self.init(
      inode: Int(truncatingIfNeeded: status.st_ino), size: Int(status.st_size),
      modified: Moment(status.st_mtim), changed: Moment(status.st_ctim))
  }

  /// The state of the file or folder at `path`, or nil if there is none.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The seconds of the time of the last change of the content.
  public var seconds: Int { modified.seconds }
  /// The nanoseconds of that time.
  public var nanoseconds: Int { modified.nanoseconds }

  /// Whether a later change is sure to give another stamp.
  ///
  /// The clocks of file systems are coarse, up to two seconds: a file can change twice within one tick.
  public var isSettled: Bool { changed.seconds < time(nil) - 2 }

  /// The numbers as text, for digests.
  public var description: String { "\(inode) \(size) \(modified) \(changed)" }
}

extension ContentStore {
  /// The digest of a file's content, or nil if it cannot be read; a file that has not changed is not read again.
  public func digest(ofFile path: String) -> Digest? {
    guard let stamp = FileStamp(path) else { return nil }
    let key = Digest(["file": Array("\(path) \(stamp)".utf8)])
    if let known = content("file", key), let digest = Digest(bytes: known) { return digest }
    guard let bytes = FileBytes.read(path) else { return nil }
    let digest = Digest(of: bytes)
    // A file that changes while it is read has another stamp afterwards.
    if stamp.isSettled, FileStamp(path) == stamp { store("file", key, digest.bytes) }
    return digest
  }
}
