import ContentStore
import Foundation

/// The folder that the last build wrote, held open so that it stays the same folder while others replace it.
final class PreviousOutput {
  private let path: String
  private let store: ContentStore
  private let descriptor: Int32
  private let record: OutputRecord

  /// The folder at `path`, which may be absent.
  init(_ path: String, _ store: ContentStore) {
    self.path = path
    self.store = store
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    record = descriptor >= 0 ? OutputRecord(for: path, in: store) : OutputRecord()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The site that this tool wrote last, if the folder still holds it, byte for byte.
  ///
  /// Files that turned out to be as they were need not be read the next time.
  func intactSite() -> WrittenSite? {
    guard !record.files.isEmpty, holdsManifest else { return nil }
    var verified = record
    for (path, file) in record.files {
      guard let file = file.verified(path, in: descriptor) else { return nil }
      verified.files[path] = file
    }
    if verified != record { verified.save(for: path, in: store) }
    return record.site
  }

  /// The site if its files are these, and untouched.
  func site(holding files: [SiteFile]) -> WrittenSite? {
    guard files.count == record.files.count,
      files.allSatisfy({ record.files[$0.path]?.fingerprint == $0.fingerprint })
    else { return nil }
    return intactSite()
  }

  /// Gives the new folder the same file, if it is the one wanted and untouched; answers it if that was done.
  func link(_ file: SiteFile, to folder: NewFolder) -> WrittenFile? {
    guard let known = record.files[file.path], known.fingerprint == file.fingerprint,
      let before = WrittenFile.stamp(file.path, in: descriptor),
      known.verified(file.path, in: descriptor) != nil, folder.link(file.path, from: descriptor)
    else { return nil }
    // A further name gives a file another stamp; so does taking the old name away.
    if let after = folder.stamp(of: file.path), after.isSameContent(as: before) {
      return WrittenFile(fingerprint: known.fingerprint, sum: known.sum)
    }
    // Somebody replaced the file meanwhile; writing through the link would change theirs.
    folder.unlink(file.path)
    return nil
  }

  private var holdsManifest: Bool {
    let bytes = FileBytes.read("/proc/self/fd/\(descriptor)/\(SiteManifest.name)")
    return bytes == SiteManifest(record.files.keys).bytes
  }
}

extension FileStamp {
  /// Whether nothing was changed since but names and rights, as far as times can be trusted.
  fileprivate func isSameContent(as earlier: FileStamp) -> Bool {
    (inode, size, seconds, nanoseconds)
      == (earlier.inode, earlier.size, earlier.seconds, earlier.nanoseconds)
  }
}
