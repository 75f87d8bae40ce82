import ContentStore
import Foundation

/// A file or folder in an output folder that this tool did not write.
struct ForeignFile {
  private let path: [UInt8]

  /// The file or folder at `path`.
  init(_ path: [UInt8]) { self.path = path }

  /// Moves it to a place where nothing is, or a folder into the folder of that name; answers why that failed.
  func move(to new: [UInt8]) -> String? {
    if FolderSwap.move(path.cString, new.cString) { return nil }
    let problem = errno
    guard let mode = Self.folderMode(path) else { return String(cString: strerror(problem)) }
    if problem == EEXIST, Self.folderMode(new) != nil { return moveContents(to: new) }
    // A folder that changes its place has to be writable, since it names the folder above it.
    guard problem == EACCES, chmod(path.cString, mode | S_IWUSR) == 0 else {
      return String(cString: strerror(problem))
    }
    let reason = FolderSwap.move(path.cString, new.cString) ? nil : Self.reason
    chmod((reason == nil ? new : path).cString, mode)
    return reason
  }

  private func moveContents(to new: [UInt8]) -> String? {
    guard let entries = FolderEntry.all(in: path) else { return Self.reason }
    let reasons = entries.compactMap { ForeignFile(path.appending($0.name)).move(to: new.appending($0.name)) }
    return reasons.first ?? (rmdir(path.cString) == 0 ? nil : Self.reason)
  }

  /// The rights of a folder; nil for anything else.
  private static func folderMode(_ path: [UInt8]) -> mode_t? {
    var status = stat()
    guard lstat(path.cString, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    return status.st_mode & 0o7777
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
