import ContentStore
import CourseModel
import Foundation
import Synchronization

/// The list of a site's files as it was when the same site was made before.
///
/// With it a build that changes nothing reads one entry of the store and makes no page.
struct SiteIndex {
  private let plan: SitePlan
  private let store: ContentStore

  /// The list for the site of `plan`.
  init(of plan: SitePlan, in store: ContentStore) {
    self.plan = plan
    self.store = store
  }

  /// The files with their fingerprints, and the diagnostics; a file is made when somebody asks for its bytes.
  ///
  /// Nil if this site was not made before, or if a file that lessons bring along has changed since.
  var files: Parsed<[SiteFile]>? {
    guard let bytes = store.content("site", plan.digest) else { return nil }
    var reader = ByteReader(bytes)
    let mentioned = reader.array { ($0.string(), $0.content()) }
    let listed = reader.array { (path: $0.string(), fingerprint: $0.content()) }
    let diagnostics = reader.array { $0.diagnostic() }
    guard reader.isSound, mentioned.allSatisfy({ digest(of: $0.0) == $0.1 }) else { return nil }
    let made = FilesOnDemand(plan)
    let files = listed.map { path, fingerprint in
      SiteFile(path: path, fingerprint: fingerprint, remake: { made.file(path) })
    }
    return Parsed(files, diagnostics: diagnostics)
  }

  /// Keeps the list of files that were made.
  func save(_ files: Parsed<[SiteFile]>, mentioned: [String]) {
    var writer = ByteWriter()
    // What the pages were made from counts, not what lies there now.
    let brought = WrittenSite(Dictionary(files.value.map { ($0.path, $0.fingerprint) }) { first, _ in first })
    writer.add(mentioned) { writer, path in
      writer.add(path)
      writer.add(brought.lessonFiles[path]?.bytes ?? [])
    }
    writer.add(files.value) { writer, file in
      writer.add(file.path)
      writer.add(file.fingerprint)
    }
    writer.add(files.diagnostics) { $0.add($1) }
    store.store("site", plan.digest, writer.bytes)
  }

  /// The digest of a file of the lessons folder; empty where there is none.
  private func digest(of path: String) -> [UInt8] {
    let folder = SourceFolder(plan.settings.lessonsFolder)
    guard case .inside(let name, _) = folder.place(of: path) else { return [] }
    return store.digest(ofFile: folder.path(of: name))?.bytes ?? []
  }
}

/// The files of a site, made when the first of them is asked for.
private final class FilesOnDemand: Sendable {
  private let plan: SitePlan
  private let made = Mutex<[String: SiteFile]?>(nil)

  init(_ plan: SitePlan) { self.plan = plan }

  func file(_ path: String) -> SiteFile? {
    made.withLock { made in
      let files = made ?? Dictionary(plan.files().files.value.map { ($0.path, $0) }) { first, _ in first }
      made = files
      return files[path]
    }
  }
}
