import ContentStore
import CourseSite
import Evaluation

/// The record of a build that went well, by which the next one sees that there is nothing to do.
///
/// It is found by the digest of everything the build depends on, and says which site the build came to.
struct BuildStamp {
  private let key: Digest
  private let store: ContentStore

  /// The stamp of a build of `inputs` by this executable, and what it calls, with the settings named.
  init(_ inputs: CourseInputs, settings: String, tool: Digest, store: ContentStore) {
    var digest = DigestBuilder()
    digest.add("tool", tool)
    digest.add("evaluation", Evaluator.toolDigest(store: store)?.bytes ?? [])
    digest.add("installed", InstalledParts.digest(in: store))
    digest.add("settings", settings)
    digest.add("inputs", inputs.digest)
    key = digest.digest()
    self.store = store
  }

  /// Whether such a build came to the site that `output` holds, byte for byte.
  func isCurrent(output: String) -> Bool {
    guard let digest = store.content("build", key) else { return false }
    return SiteWriter(output: output, store: store).intactSite()?.digest.bytes == digest
  }

  /// Records that such a build comes to `site`.
  func record(_ site: WrittenSite) {
    store.store("build", key, site.digest.bytes)
  }

  /// What tells a file from its other versions without reading it.
  static func identity(_ path: String) -> String {
    FileStamp(path)?.description ?? "absent"
  }
}
