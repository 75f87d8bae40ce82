import CourseModel

extension SitePages {
  /// The whole course on one page; lessons without a translation are there in the base language.
  func printFile(_ frame: PageFrame, _ frames: [String: PageFrame]) -> SiteFile {
    let rendered = self.rendered
    let parts = frame.contents.entries.enumerated().compactMap { index, entry -> PrintPage.Part? in
      guard let lesson = rendered.entry(entry.lesson.id, in: entry.lesson.language) else { return nil }
      let own = frames[lesson.lesson.language] ?? frame
      return PrintPage.Part(entry: lesson, page: lessonPage(lesson, own), id: "lesson\(index + 1)")
    }
    let page = PrintPage(frame: frame, parts: parts)
    return SiteFile(path: page.path, fingerprint: page.digest.bytes) {
      page.page(keptIn: rendered.store, rendered.html)
    }
  }
}
