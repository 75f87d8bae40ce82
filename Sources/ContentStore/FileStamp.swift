import Foundation

/// Which state of a file this is, told without reading it.
///
/// Two equal stamps of one path mean the same content, unless somebody took care to set the times back.
public struct FileStamp: Sendable, Hashable, CustomStringConvertible {
  /// The file's number in its file system; a file that is replaced gets another.
  public var inode: Int
  /// The number of bytes.
  public var size: Int
  /// The time of the last change, in seconds since 1970.
  public var seconds: Int
  /// The nanoseconds of that time.
  public var nanoseconds: Int

  /// A stamp of the given numbers.
  public init(inode: Int, size: Int, seconds: Int, nanoseconds: Int) {
    self.inode = inode
    self.size = size
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The state of the file or folder at `path`, or nil if there is none.
  ///
  /// A relative path begins in the folder behind the descriptor `folder`, by default the current one.
  public init?(_ path: String, in folder: Int32 = AT_FDCWD) {
    var status = stat()
    guard fstatat(folder, path, &status, 0) == 0 else { return nil }
    self.init(
      inode: Int(truncatingIfNeeded: status.st_ino), size: Int(status.st_size),
      seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
  }

  /// The numbers as text, for digests.
  public var description: String { "\(inode) \(size) \(seconds).\(nanoseconds)" }
}

extension ContentStore {
  /// The digest of a file's content, or nil if it cannot be read; a file that has not changed is not read again.
  public func digest(ofFile path: String) -> Digest? {
    guard let stamp = FileStamp(path) else { return nil }
    let key = Digest(["file": Array("\(path) \(stamp)".utf8)])
    if let known = content("file", key), known.count == 64 { return Digest(["content": known]) }
    guard let bytes = FileBytes.read(path) else { return nil }
    let hash = Array(Digest(of: bytes).description.utf8)
    store("file", key, hash)
    return Digest(["content": hash])
  }
}
