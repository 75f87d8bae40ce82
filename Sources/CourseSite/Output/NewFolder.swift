import ContentStore
import Foundation

/// A folder under construction, beside the one it will replace.
final class NewFolder {
  /// Where it is.
  let path: String
  private var descriptor: Int32 = -1
  private var folders: Set<String> = []
  private let manifest: SiteManifest

  /// A folder at `path`, which is made on the first writing, for the files of `manifest`.
  init(at path: String, for manifest: SiteManifest) {
    self.path = path
    self.manifest = manifest
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Makes the folder, with the list of what it will hold.
  func begin() throws(SiteWriter.Failure) {
    guard FileBytes.makeFolder(path) else { throw .unwritable(parent, reason: SiteWriter.reason) }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try write(SiteManifest.name, manifest.bytes)
  }

  /// Writes a file.
  func write(_ file: String, _ content: [UInt8]) throws(SiteWriter.Failure) {
    guard FileBytes.write(content, to: path + "/" + file) else {
      throw .unwritable(path + "/" + file, reason: SiteWriter.reason)
    }
  }

  /// Links a file of another folder under the same name; answers whether that succeeded.
  func link(_ file: String, from other: Int32) -> Bool {
    makeFolder(of: file)
    return linkat(other, file, descriptor, file, 0) == 0
  }

  /// Takes a linked file away again.
  func unlink(_ file: String) { unlinkat(descriptor, file, 0) }

  /// What tells whether a file is still the one that was linked.
  func stamp(of file: String) -> FileStamp? { WrittenFile.stamp(file, in: descriptor) }

  /// The folder as it stands at `path`, with what others have in it.
  var tree: SiteTree { SiteTree(path: Array(path.utf8), manifest: manifest) }

  private var parent: String { (path as NSString).deletingLastPathComponent }

  private func makeFolder(of file: String) {
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = String(file[..<slash])
    if folders.insert(folder).inserted { _ = FileBytes.makeFolder(path + "/" + folder) }
  }
}
