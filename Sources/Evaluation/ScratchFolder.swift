import ContentStore
import Foundation

/// A new folder for one program's files, outside the course.
struct ScratchFolder {
  let path: String

  private static let prefix = "lessons-run-"

  /// Creates the folder, in `$TMPDIR` or `/tmp`; nil where that is impossible.
  init?() {
    var template = Array("\(Self.parent)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Removes the folders of builds that were killed: their process is gone, and they are an hour old.
  static func removeAbandoned() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    let limit = time(nil) - 3600
    for name in names where name.hasPrefix(prefix) {
      let path = "\(parent)/\(name)"
      guard let process = name.dropFirst(prefix.count).split(separator: "-").first.flatMap({ pid_t($0) }),
        kill(process, 0) != 0, errno == ESRCH, let stamp = FileStamp(path), stamp.seconds < limit
      else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  private static var parent: String {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    return folder.hasPrefix("/") ? folder : "/tmp"
  }
}
