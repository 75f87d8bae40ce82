import ContentStore
import CourseModel

/// All reference pages of one language.
struct ReferencePages {
  /// The pages' bodies.
  let bodies: ReferenceBodies
  /// What stands around them.
  let frame: PageFrame

  private var entries: [ActivationReference.Entry] { bodies.reference.entries }

  /// The files: the index, and a page for each activation.
  ///
  /// What stands around the index stands around all of them, so that none is made to see whether it has changed.
  var files: [SiteFile] {
    let index = ReferenceIndexPage(entries: entries, frame: frame)
    let around = Digest(of: index.page([]))
    let bodies = self.bodies
    let phrasebook = bodies.reference.phrasebooks[frame.language]
    let digest = Digest(["index": bodies.digest.bytes, "around": around.bytes])
    let list = SiteFile(path: index.path, fingerprint: digest.bytes) {
      index.page(index.list(Formulas(store: bodies.store), phrasebook))
    }
    return [list] + entries.indices.map { file($0, around) }
  }

  private func file(_ index: Int, _ around: Digest) -> SiteFile {
    let bodies = self.bodies, entry = entries[index], language = frame.language
    let page = ReferencePage(
      entry: entry, previous: index > 0 ? entries[index - 1] : nil,
      next: index + 1 < entries.count ? entries[index + 1] : nil, frame: frame)
    var builder = DigestBuilder()
    builder.add("around", around)
    builder.add("body", bodies.digest(of: entry, in: language))
    page.previous?.add(to: &builder)
    builder.add("then", "next")
    page.next?.add(to: &builder)
    return SiteFile(path: page.path, fingerprint: builder.digest().bytes) {
      page.page(bodies.html(of: entry, in: language))
    }
  }
}
