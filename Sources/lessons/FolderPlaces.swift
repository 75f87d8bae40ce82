import Foundation

/// Where lessons, pages and results lie, and whether one of them would come to harm there.
struct FolderPlaces {
  /// The folders as they were named.
  let lessons: String, output: String, cache: String

  /// Throws `UsageFailure` unless the three folders lie beside each other.
  ///
  /// Pages among the lessons would be read as part of them, and lessons among the pages would move with every build.
  func check() throws {
    let (inner, outer) = (Self.real(output), Self.real(lessons))
    if inner == outer {
      throw UsageFailure(message: "'\(output)' holds the lessons; name another with --output")
    }
    if Self.lies(outer, in: inner) {
      throw UsageFailure(
        message: "the lessons lie in '\(output)', the folder for the pages; name another with --output")
    }
    if Self.lies(inner, in: outer) {
      throw UsageFailure(
        message:
          "'\(output)' lies in the lessons folder, where pages would count as files of the course; "
          + "name another with --output")
    }
    try checkCache(Self.real(cache), outer, inner)
  }

  private func checkCache(_ cache: String, _ lessons: String, _ output: String) throws {
    let others = [(lessons, self.lessons, "the lessons"), (output, self.output, "the pages")]
    for (folder, name, words) in others where cache == folder || Self.lies(folder, in: cache) {
      throw UsageFailure(
        message:
          "'\(self.cache)', the folder for results, holds \(words) ('\(name)'); name another with --cache")
    }
    if Self.lies(cache, in: output) || (Self.lies(cache, in: lessons) && !Self.isHidden(cache, in: lessons)) {
      throw UsageFailure(
        message:
          "'\(self.cache)', the folder for results, lies among lessons or pages; name another with --cache")
    }
  }

  /// Whether a folder, or the last one above it that is there, lies below another.
  static func lies(_ folder: String, in other: String) -> Bool {
    folder.utf8.starts(with: (other == "/" ? "/" : other + "/").utf8) && folder != other
  }

  private static func isHidden(_ folder: String, in other: String) -> Bool {
    folder.dropFirst(other.count).split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// The path without links, of a folder that need not be there.
  static func real(_ path: String) -> String {
    if let real = realpath(path.isEmpty ? "." : path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let name = (path as NSString).lastPathComponent, parent = (path as NSString).deletingLastPathComponent
    if parent == path { return path }
    let above = real(parent)
    return above == "/" ? "/" + name : above + "/" + name
  }
}
