import ContentStore
import Foundation

/// What builds that were killed have left beside an output folder: unfinished sites, and sites that were replaced.
struct FolderRemains {
  /// What the name of a replaced folder ends with where two folders cannot be exchanged in one step.
  static let asideSuffix = ".old"

  private let output: String
  private let parent: String
  private let stem: String

  /// The remains beside the folder `output`.
  init(of output: String) {
    self.output = output
    let parts = output.split(separator: "/", omittingEmptySubsequences: false)
    parent = parts.dropLast().joined(separator: "/") + "/"
    stem = parts.last.map(String.init) ?? "output"
  }

  /// A name for a new folder beside the output, which tells which process makes it.
  var newName: String { "\(parent).\(stem).\(getpid()).\(UInt32.random(in: 0 ... .max)).partial" }

  /// Gives files of others back to the output, if a build was killed while it moved them.
  ///
  /// A build under way in another process is not disturbed: what its new folder holds is on its list.
  func returnForeign() {
    guard access(output, F_OK) == 0 else { return }
    for (path, _) in folders { tree(path)?.moveForeign(to: Array(output.utf8)) }
  }

  /// Removes what this tool wrote into folders whose process is gone.
  func remove() {
    for (path, process) in folders where Self.isAbandoned(path, by: process) {
      if let tree = tree(path) { _ = tree.removeOwn() } else { rmdir(path) }
    }
  }

  private func tree(_ path: String) -> SiteTree? {
    let bytes = Array(path.utf8)
    return SiteManifest(in: bytes).map { SiteTree(path: bytes, manifest: $0) }
  }

  private var folders: [(path: String, process: Int32)] {
    (FolderEntry.all(in: parent) ?? []).compactMap { entry in
      guard entry.kind == .folder, let process = process(inName: entry.text) else { return nil }
      return (parent + entry.text, process)
    }
  }

  /// The number of the process in the name of such a folder; nil for any other name.
  private func process(inName name: String) -> Int32? {
    guard name.hasPrefix(".\(stem).") else { return nil }
    let words = name.dropFirst(stem.count + 2).split(separator: ".", omittingEmptySubsequences: false)
    guard words.count == 3 || (words.count == 4 && words[3] == Self.asideSuffix.dropFirst()),
      words[2] == "partial", UInt32(words[1]) != nil
    else { return nil }
    return Int32(words[0])
  }

  /// Whether the process is gone, and has been for minutes: it may be one that only another container sees.
  private static func isAbandoned(_ folder: String, by process: Int32) -> Bool {
    guard kill(process, 0) != 0, errno == ESRCH, let stamp = FileStamp(folder) else { return false }
    return time(nil) - stamp.modified.seconds > 600
  }
}
