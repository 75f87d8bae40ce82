import ContentStore
import Foundation

/// The folder that the last build wrote, held open so that it stays the same folder while others replace it.
final class PreviousOutput {
  private let descriptor: Int32
  private let record: OutputRecord

  /// The folder at `path`, which may be absent.
  init(_ path: String, _ store: ContentStore) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    record = descriptor >= 0 ? OutputRecord(for: path, in: store) : OutputRecord()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether the folder's files are these, as far as this tool wrote them, and untouched.
  func holds(_ files: [SiteFile]) -> Bool {
    files.count == record.files.count && FileStamp(SiteWriter.marker, in: descriptor) != nil
      && files.allSatisfy(isUntouched)
  }

  /// Gives the new folder the same file, if it is the one wanted and untouched; answers whether that was done.
  func link(_ file: SiteFile, to folder: NewFolder) -> Bool {
    guard isUntouched(file), folder.link(file.path, from: descriptor) else { return false }
    if folder.stamp(of: file.path) == record.files[file.path]?.stamp { return true }
    // Somebody replaced the file meanwhile; writing through the link would change theirs.
    folder.unlink(file.path)
    return false
  }

  private func isUntouched(_ file: SiteFile) -> Bool {
    guard let entry = record.files[file.path], entry.fingerprint == file.fingerprint else { return false }
    return FileStamp(file.path, in: descriptor) == entry.stamp
  }
}

/// A folder under construction, beside the one it will replace.
final class NewFolder {
  /// Where it is.
  let path: String
  private var descriptor: Int32 = -1
  private var folders: Set<String> = []

  /// A name for a folder beside `output`, which is created on the first writing.
  init(beside output: String) {
    let parts = output.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    path = "\(parent)/.\(parts.last ?? "output").\(getpid()).\(UInt32.random(in: 0 ... .max)).partial"
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes a file.
  func write(_ file: String, _ content: [UInt8]) throws(SiteWriter.Failure) {
    _ = opened()
    guard FileBytes.write(content, to: path + "/" + file) else {
      throw .unwritable(path + "/" + file, reason: SiteWriter.reason)
    }
  }

  /// Links a file of another folder under the same name; answers whether that succeeded.
  func link(_ file: String, from other: Int32) -> Bool {
    let folder = opened()
    createFolder(of: file)
    return linkat(other, file, folder, file, 0) == 0
  }

  /// Takes a linked file away again.
  func unlink(_ file: String) { unlinkat(opened(), file, 0) }

  /// What tells whether a file is still the one that was written.
  func stamp(of file: String) -> FileStamp? { FileStamp(file, in: opened()) }

  /// Removes what builds that were killed have left beside the output.
  func removeRemains() {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/") + "/"
    let stem = (parts.last ?? "").split(separator: ".").dropLast(3).joined(separator: ".")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
      let words = name.split(separator: ".")
      guard name.hasPrefix("."), words.last == "partial", words.dropLast(3).joined(separator: ".") == stem,
        words.count > 3, let process = Int32(words[words.count - 3])
      else { continue }
      if kill(process, 0) != 0 && errno == ESRCH {
        try? FileManager.default.removeItem(atPath: parent + name)
      }
    }
  }

  /// Removes whatever stands at the path: the unfinished folder, or the replaced one.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private func opened() -> Int32 {
    if descriptor < 0 {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    return descriptor
  }

  private func createFolder(of file: String) {
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = String(file[..<slash])
    guard folders.insert(folder).inserted else { return }
    try? FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
  }
}
