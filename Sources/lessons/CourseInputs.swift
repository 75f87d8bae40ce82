import ContentStore
import CourseModel
import CourseSite
import Evaluation

/// The files of a lessons folder, each with the digest of the content that it had at one moment.
struct CourseInputs {
  /// The digests by the names of the files; files that cannot be read have none.
  let digests: [String: Digest]
  /// The digest of all names and contents.
  let digest: Digest
  private let folder: SourceFolder

  /// The lessons as they were read, and the other files of `folder` as they are now.
  init(_ folder: CourseFolder, in store: ContentStore) {
    let source = SourceFolder(folder.path)
    var digests: [String: Digest] = [:]
    var builder = DigestBuilder()
    builder.add("folder", folder.path)
    for file in folder.shared + folder.lessons {
      digests[file.name] = Digest(of: file.bytes)
      builder.add(file.name, digests[file.name]?.bytes ?? [])
    }
    for name in folder.attachments {
      if case .inside(let real, isFolder: false) = source.place(of: name) {
        digests[name] = store.digest(ofFile: source.path(of: real))
      }
      builder.add("attachment " + name, digests[name]?.bytes ?? [])
    }
    for name in folder.outside { builder.add("outside", name) }
    self.digests = digests
    digest = builder.digest()
    self.folder = source
  }

  /// Whether the pages were made from these very files: from what blocks were given, and from what came along.
  func account(for blocks: Set<ReadFiles.Reading>, and site: WrittenSite) -> Bool {
    blocks.allSatisfy(accounts)
      && site.lessonFiles.allSatisfy { name, digest in
        guard case .inside(let real, _) = folder.place(of: name) else { return false }
        return (digests[real] ?? digests[name]) == digest
      }
  }

  private func accounts(for reading: ReadFiles.Reading) -> Bool {
    switch reading {
    case .file(let name, let digest): return digests[name] == digest
    case .folder(let name, let items):
      let inside = digests.keys.filter { name.isEmpty || $0.hasPrefix(name + "/") }
      return Set(inside).isSubset(of: items)
    }
  }
}
