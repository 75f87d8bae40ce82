import ContentStore
import CourseModel

/// The record of a build that went well, by which the next one sees that there is nothing to do.
///
/// It is found by the digest of everything the build depends on, and it lists what the build wrote.
struct BuildStamp {
  private let key: Digest
  private let store: ContentStore

  /// The stamp of a build of `folder` by this executable with the settings named.
  init(folder: CourseFolder, settings: String, tool: Digest, store: ContentStore) {
    var digest = DigestBuilder()
    digest.add("tool", tool)
    digest.add("settings", settings)
    for file in folder.shared + folder.lessons {
      digest.add(file.path, file.bytes)
    }
    for name in folder.attachments { digest.add(name, Self.identity("\(folder.path)/\(name)")) }
    key = digest.digest()
    self.store = store
  }

  /// Whether such a build has been made and `output` still holds what it wrote.
  func isCurrent(output: String) -> Bool {
    guard let content = store.content("build", key) else { return false }
    let lines = String(decoding: content, as: UTF8.self).split(separator: "\n")
    return lines.allSatisfy { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return parts.count == 2 && Self.size("\(output)/\(parts[1])") == Int(parts[0])
    }
  }

  /// Records that the build has been made, with the `files` that it wrote into `output`.
  func record(output: String, files: [String]) {
    let lines = files.compactMap { path in Self.size("\(output)/\(path)").map { "\($0) \(path)" } }
    store.store("build", key, Array(lines.joined(separator: "\n").utf8))
  }

  /// What tells a file from its other versions without reading it: number, size and time of change.
  static func identity(_ path: String) -> String {
    FileStamp(path)?.description ?? "absent"
  }

  private static func size(_ path: String) -> Int? {
    FileStamp(path)?.size
  }
}
