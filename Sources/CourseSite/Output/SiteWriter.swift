import ContentStore
import Foundation

/// Writes a site into a folder, whole or not at all.
///
/// The files are written into a new folder beside the output, which then takes its place; whatever goes wrong
/// before leaves the last good output as it was. Files that have not changed are the same files as before (hard
/// links). Several builds may write to one output: the last one to finish wins, and its site is whole.
public struct SiteWriter: Sendable {
  /// What went wrong.
  public enum Failure: Error, Hashable, Sendable {
    /// The folder holds something that is not a site of this tool.
    case foreignFolder(String)
    /// A file or folder could not be written.
    case unwritable(String, reason: String)
  }

  /// What came of writing.
  public enum Outcome: Hashable, Sendable {
    /// The folder had these very files already.
    case unchanged
    /// So many files were written; the others were there before.
    case written(files: Int)
  }

  /// The file that says that a folder was made by this tool and may be replaced by it.
  public static let marker = ".lessons-site"
  /// Files that a project may keep in its output folder.
  private static let kept = [".gitkeep", ".gitignore"]

  private let output: String
  private let store: ContentStore

  /// A writer into the folder `output`; `store` remembers what was written.
  public init(output: String, store: ContentStore) {
    self.output = Self.resolved(output)
    self.store = store
  }

  /// Makes the folder hold `files` and nothing else.
  public func write(_ files: [SiteFile]) throws(Failure) -> Outcome {
    try checkReplaceable()
    let previous = PreviousOutput(output, store)
    if previous.holds(files) { return .unchanged }
    let folder = NewFolder(beside: output)
    do throws(Failure) {
      let record = try fill(folder, with: files, from: previous)
      guard FolderSwap.exchange(folder.path, output) else { throw .unwritable(output, reason: Self.reason) }
      record.record.save(for: output, in: store)
      folder.remove()
      folder.removeRemains()
      return .written(files: record.written)
    } catch {
      folder.remove()
      throw error
    }
  }

  /// Throws unless the folder is absent, empty, or a site of this tool.
  private func checkReplaceable() throws(Failure) {
    var status = stat()
    guard lstat(output, &status) == 0 else { return }
    let names = try? FileManager.default.contentsOfDirectory(atPath: output)
    guard let names else { throw .foreignFolder(output) }
    let isOwn = names.contains(Self.marker)
    if !isOwn && names.contains(where: { !Self.kept.contains($0) }) { throw .foreignFolder(output) }
  }

  private func fill(
    _ folder: NewFolder, with files: [SiteFile], from previous: PreviousOutput
  ) throws(Failure) -> (record: OutputRecord, written: Int) {
    var record = OutputRecord()
    var written = 0
    try folder.write(
      Self.marker, Array("A site made by lessons; building again replaces this folder.\n".utf8))
    for name in Self.kept {
      if let content = FileBytes.read(output + "/" + name) { try folder.write(name, content) }
    }
    for file in files {
      if !previous.link(file, to: folder) {
        try folder.write(file.path, file.bytes)
        written += 1
      }
      if let stamp = folder.stamp(of: file.path) {
        record.files[file.path] = OutputRecord.Entry(fingerprint: file.fingerprint, stamp: stamp)
      }
    }
    return (record, written)
  }

  /// The folder itself where `path` is a link to it.
  private static func resolved(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let resolved = url.resolvingSymlinksInPath().path
    return resolved.count > 1 && resolved.hasSuffix("/") ? String(resolved.dropLast()) : resolved
  }

  static var reason: String { String(cString: strerror(errno)) }
}

extension SiteWriter.Failure: CustomStringConvertible {
  /// The failure in words.
  public var description: String {
    switch self {
    case .foreignFolder(let path):
      "'\(path)' holds files that are not a course made by this tool; it is left as it is"
    case .unwritable(let path, let reason): "'\(path)' cannot be written: \(reason)"
    }
  }
}
