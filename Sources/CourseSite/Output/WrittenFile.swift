import ContentStore
import Foundation

/// A file of an output folder as it was written.
struct WrittenFile: Hashable {
  /// What tells its content from any other that the same file may have.
  var fingerprint: [UInt8]
  /// The sum of its bytes.
  var sum: [UInt8]
  /// The state in which it was found to have these bytes, if a later change is sure to give another.
  var stamp: FileStamp?

  /// The same file with the state in which `path` has these bytes now; nil if its bytes are others.
  ///
  /// The bytes are read unless the state is the known one.
  func verified(_ path: String, in folder: Int32) -> WrittenFile? {
    guard let now = Self.stamp(path, in: folder) else { return nil }
    if stamp == now { return self }
    guard let bytes = FileBytes.read("/proc/self/fd/\(folder)/\(path)"), Checksum(of: bytes).bytes == sum
    else {
      return nil
    }
    var found = self
    found.stamp = now.isSettled && Self.stamp(path, in: folder) == now ? now : nil
    return found
  }

  /// The state of a file; nil if there is none, or a link or folder in its place.
  static func stamp(_ path: String, in folder: Int32) -> FileStamp? {
    var status = stat()
    guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return FileStamp(status)
  }
}
