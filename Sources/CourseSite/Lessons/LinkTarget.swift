import CourseModel

/// What a link in a lesson's text leads to.
enum LinkTarget: Hashable {
  /// An address that stays as it is: of another site, or of a place on the page itself.
  case address(String)
  /// A lesson, by its file's name.
  case lesson(file: String, anchor: String)
  /// A file of the lessons folder.
  case file(path: String, anchor: String)

  /// Reads a link's destination.
  init(_ destination: String) {
    guard !destination.isEmpty, !destination.hasPrefix("#"), !destination.hasPrefix("/"),
      !Self.hasScheme(destination)
    else {
      self = .address(destination)
      return
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let anchor = parts.count > 1 ? parts[1] : ""
    let path = Self.normal(parts[0])
    self = path.hasSuffix(".md") ? .lesson(file: path, anchor: anchor) : .file(path: path, anchor: anchor)
  }

  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !text[..<colon].utf8.contains(UInt8(ascii: "/"))
  }

  /// The path without `.` and `..`, as far as that is possible.
  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
