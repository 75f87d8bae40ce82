import CScratch
import ContentStore
import Foundation

/// A new folder for one program's files, outside the course.
///
/// It is locked while it is in use, so that another build can tell it from what a killed one has left.
struct ScratchFolder {
  /// Where it is.
  let path: String
  private let lock: Int32

  private static let prefix = "lessons-run-"
  /// The seconds within which a new folder may not be locked yet.
  private static let secondsUntilLocked = 60

  /// Creates the folder, in `$TMPDIR` or `/tmp`; nil where that is impossible.
  init?() {
    var template = Array("\(Self.parent)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
  }

  /// Removes the folder, whatever a program has made of it: however deep, and closed to its owner.
  func remove() {
    _ = scratch_remove(path)
    if lock >= 0 { close(lock) }
  }

  /// Removes the folders of builds that were killed: nobody holds them any more.
  static func removeAbandoned() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) && isAbandoned("\(parent)/\(name)") {
      _ = scratch_remove("\(parent)/\(name)")
    }
  }

  private static func isAbandoned(_ path: String) -> Bool {
    guard let stamp = FileStamp(path), stamp.seconds < time(nil) - secondsUntilLocked else { return false }
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return false }
    defer { close(folder) }
    return flock(folder, LOCK_EX | LOCK_NB) == 0
  }

  private static var parent: String {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    return folder.hasPrefix("/") ? folder : "/tmp"
  }
}
