import ContentStore
import Foundation

/// Writes a site into a folder, whole or not at all.
///
/// The files are written into a new folder beside the output, which then takes its place; whatever goes wrong
/// before leaves the last good output as it was. Files that have not changed are the same files as before (hard
/// links). Only files that this tool wrote are replaced or removed: what others have put into the folder moves to
/// the new one. Several builds may write to one output: the last one to finish wins, and its site is whole.
public struct SiteWriter: Sendable {
  /// What came of writing.
  public enum Outcome: Hashable, Sendable {
    /// The folder had these very files already.
    case unchanged
    /// So many files were written; the others were there before.
    case written(files: Int)
  }

  /// The file that says that a folder was made by this tool, and which of its files may be replaced by it.
  public static let marker = SiteManifest.name
  /// Files that a project may keep in its output folder before there is a site.
  private static let kept = [".git", ".gitattributes", ".gitignore", ".gitkeep"]

  private let output: String
  private let store: ContentStore

  /// A writer into the folder `output`; `store` remembers what was written.
  public init(output: String, store: ContentStore) {
    self.output = Self.resolved(output)
    self.store = store
  }

  /// The site that the folder holds, if this tool wrote it last and nobody has changed a byte of it.
  public func intactSite() -> WrittenSite? {
    FolderRemains(of: output).returnForeign()
    return PreviousOutput(output, store).intactSite()
  }

  /// Makes the folder hold `files`, and nothing else that this tool wrote.
  public func write(_ files: [SiteFile]) throws(Failure) -> Outcome {
    try writeSite(files).outcome
  }

  /// Makes the folder hold `files`, and nothing else that this tool wrote; answers what it holds then.
  public func writeSite(_ files: [SiteFile]) throws(Failure) -> (outcome: Outcome, site: WrittenSite) {
    let manifest = SiteManifest(files.map(\.path))
    let remains = FolderRemains(of: output)
    remains.returnForeign()
    let old = try replaceable(by: manifest)
    let previous = PreviousOutput(output, store)
    if let site = previous.site(holding: files) { return (.unchanged, site) }
    let folder = NewFolder(at: remains.newName, for: manifest)
    let (record, written) = try exchange(old, for: folder) { () throws(Failure) in
      try fill(folder, with: files, from: previous)
    }
    record.save(for: output, in: store)
    try retire(folder.path, old.manifest)
    remains.returnForeign()
    remains.remove()
    return (.written(files: written), record.site)
  }

  /// The folder as it stands; throws unless it is absent, empty, or a site of this tool, and has room for a new one.
  private func replaceable(by new: SiteManifest) throws(Failure) -> SiteTree {
    let path = Array(output.utf8)
    var status = stat()
    guard lstat(output, &status) == 0 else { return SiteTree(path: path, manifest: SiteManifest([String]())) }
    guard let entries = FolderEntry.all(in: output) else {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .foreignFolder(output) }
      throw .unwritable(output, reason: Self.reason)
    }
    guard access(output, W_OK) == 0 else { throw .unwritable(output, reason: Self.reason) }
    let isOwn = entries.contains { $0.text == Self.marker && $0.kind == .file }
    if !isOwn && entries.contains(where: { !Self.kept.contains($0.text) }) { throw .foreignFolder(output) }
    // A site without its list may have any of the new one's files.
    let tree = SiteTree(
      path: path, manifest: SiteManifest(in: path) ?? (isOwn ? new : SiteManifest([String]())))
    if let obstacle = tree.obstacle(to: new) {
      throw .foreignFile(output + "/" + String(decoding: obstacle, as: UTF8.self))
    }
    return tree
  }

  /// Puts `folder`, once it is filled, in the output's place, and everything that others have in the output into it.
  ///
  /// If something goes wrong, the output is as it was.
  private func exchange<Result>(
    _ old: SiteTree, for folder: NewFolder, _ fill: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    do throws(Failure) {
      try folder.begin()
      let result = try fill()
      if let (path, reason) = old.moveForeign(to: Array(folder.path.utf8)) {
        throw .unwritable(output + "/" + String(decoding: path, as: UTF8.self), reason: reason)
      }
      guard FolderSwap.exchange(folder.path, output) else { throw .unwritable(output, reason: Self.reason) }
      return result
    } catch {
      folder.tree.moveForeign(to: Array(output.utf8))
      _ = folder.tree.removeOwn()
      throw error
    }
  }

  /// Removes the replaced site; what others have put into it meanwhile goes to the new one.
  private func retire(_ path: String, _ known: SiteManifest) throws(Failure) {
    let bytes = Array(path.utf8)
    let isMarked = access("\(path)/\(Self.marker)", F_OK) == 0
    let manifest = SiteManifest(in: bytes) ?? (isMarked ? known : SiteManifest([String]()))
    let tree = SiteTree(path: bytes, manifest: manifest)
    for _ in 0..<10 {
      tree.moveForeign(to: Array(output.utf8))
      if tree.removeOwn() { return }
    }
    if !tree.foreign.isEmpty { throw .setAside(path) }
  }

  private func fill(
    _ folder: NewFolder, with files: [SiteFile], from previous: PreviousOutput
  ) throws(Failure) -> (record: OutputRecord, written: Int) {
    var record = OutputRecord()
    var written = 0
    for file in files {
      if let linked = previous.link(file, to: folder) {
        record.files[file.path] = linked
        continue
      }
      guard let made = file.made else { throw .vanished(file.path) }
      try folder.write(file.path, made.bytes)
      written += 1
      record.files[file.path] = WrittenFile(
        fingerprint: made.fingerprint, sum: Checksum(of: made.bytes).bytes)
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
