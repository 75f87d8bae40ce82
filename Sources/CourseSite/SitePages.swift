import ContentStore
import CourseModel

/// All pages of the site, and the data they search.
struct SitePages {
  /// The lessons' bodies.
  let rendered: RenderedLessons
  /// The course.
  let context: CourseContext
  /// The compiler and the tool.
  let settings: SiteSettings
  /// The glossary's definitions.
  let definitions: GlossaryDefinitions
  /// The bodies of the reference pages, if there are any.
  let reference: ReferenceBodies?
  /// What failed the lessons, for a draft to show.
  let problems: [OutcomeKey: [Diagnostic]]

  /// The files.
  var all: [SiteFile] {
    let frames = self.frames
    let totals = rendered.totals
    let times = ReadingTimes(rendered)
    var files: [SiteFile] = []
    for language in context.course.configuration.languages {
      guard let frame = frames[language] else { continue }
      let lists = self.lists(frame)
      files += lessonPages(frame)
      files.append(page(CoverPage(frame: frame, totals: totals, times: times, lists: lists)))
      files.append(page(ReportPage(frame: frame, rows: rows, totals: totals, settings: settings)))
      files += coursePages(frame) + partPages(frame, times)
      files += lists.map { SiteFile(path: $0.path, bytes: $0.page) }
      files.append(printFile(frame, frames))
      files.append(searchFile(language))
    }
    if let frame = frames[context.map.base] {
      files.append(SiteFile(path: "404.html", bytes: NotFoundPage(frame: frame).page))
    }
    let json = ReportJSON(rows: rows, map: context.map, settings: settings)
    return files + [SiteFile(path: "report.json", bytes: json.bytes)]
  }

  /// What stands around the pages of each language.
  private var frames: [String: PageFrame] {
    let frames = context.course.configuration.languages.map { language in
      let contents = Contents(context, rendered, language: language)
      return (language, PageFrame(context: context, language: language, contents: contents))
    }
    return Dictionary(frames) { first, _ in first }
  }

  private var rows: [ReportPage.Row] {
    rendered.entries.map { ReportPage.Row(lesson: $0.lesson, report: $0.summary.report) }
  }

  private func page(_ cover: CoverPage) -> SiteFile { SiteFile(path: cover.path, bytes: cover.page) }

  /// The pages that there are only for some courses.
  private func coursePages(_ frame: PageFrame) -> [SiteFile] {
    let claims = ClaimsPage(rendered, frame).map { SiteFile(path: $0.path, bytes: $0.page) }
    let glossary = GlossaryPage(rendered, definitions, frame).map { SiteFile(path: $0.path, bytes: $0.page) }
    let reference = reference.map { ReferencePages(bodies: $0, frame: frame).files } ?? []
    return [claims, glossary].compactMap { $0 } + reference
  }

  private func partPages(_ frame: PageFrame, _ times: ReadingTimes) -> [SiteFile] {
    let parts = frame.contents.parts.compactMap { PartPage($0, rendered, times, frame) }
    return parts.map { SiteFile(path: $0.path, bytes: $0.page) }
  }

  /// The lists of what all lessons hold.
  private func lists(_ frame: PageFrame) -> [ListPage] {
    [ListPage.figures(rendered, frame), ListPage.experiments(rendered, settings.experiments, frame)]
      .compactMap { $0 }
  }

  private func page(_ report: ReportPage) -> SiteFile { SiteFile(path: report.path, bytes: report.page) }

  /// A lesson's page depends on its body and on everything around it, which is the page with an empty body.
  private func lessonPages(_ frame: PageFrame) -> [SiteFile] {
    let rendered = self.rendered
    return rendered.entries.filter { $0.lesson.language == frame.language }.map { entry in
      let page = lessonPage(entry, frame)
      let around = Digest(of: page.page([]))
      let digest = Digest(["body": entry.digest.bytes, "around": around.bytes])
      return SiteFile(path: page.path, fingerprint: digest.bytes) { page.page(rendered.html(of: entry)) }
    }
  }

  func lessonPage(_ entry: RenderedLessons.Entry, _ frame: PageFrame) -> LessonPage {
    var twins: [String: [OutlineEntry]] = [:]
    for language in context.course.configuration.languages where language != frame.language {
      twins[language] = rendered.entry(entry.lesson.id, in: language)?.summary.outline
    }
    let own = entry.summary.diagnostics.filter { $0.severity == .error && settings.isDraft }
    let problems = (problems[entry.lesson.key] ?? []) + own
    return LessonPage(
      lesson: entry.lesson, summary: entry.summary, twins: twins, problems: problems, frame: frame)
  }
}
