import Foundation

/// A new folder for one program's files, outside the course.
struct ScratchFolder {
  let path: String

  /// Creates the folder, in `$TMPDIR` or `/tmp`; nil where that is impossible.
  init?() {
    let parent =
      ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(parent)/lessons-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
