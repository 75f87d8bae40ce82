import ContentStore
import CourseModel

/// What a site is made from, and the digest of all of it.
struct SitePlan: Sendable {
  /// The lessons that get a page, with the digests of their bodies.
  let lessons: [(lesson: Lesson, digest: Digest)]
  /// The compiler, the tool, the lessons folder.
  let settings: SiteSettings
  /// Renders the lessons.
  let bodies: LessonBodies
  /// What failed the lessons; nothing unless the site is a draft.
  let problems: [OutcomeKey: [Diagnostic]]
  /// Equal digests mean equal files, as long as the files that lessons bring along are the same.
  let digest: Digest

  /// The plan for the lessons that are to be published.
  init(
    _ course: Course, _ outcomes: [OutcomeKey: LessonOutcome], _ settings: SiteSettings, _ store: ContentStore
  ) {
    let problems = Self.problems(of: course, outcomes, settings)
    let published = course.lessons.filter { Self.isPublished($0, of: course, problems[$0.key], settings) }
    let context = CourseContext(course, published: published)
    let tools = Digest([
      "tool": settings.toolDigest.bytes, "formulas": Formulas.version(store), "colours": ForeignCode.version,
      "glossary": course.glossary?.digest.bytes ?? [],
    ])
    let key = LessonKey(context: context, tools: tools)
    lessons = published.map { ($0, key.digest(of: $0, outcomes[$0.key] ?? LessonOutcome())) }
    bodies = LessonBodies(context: context, outcomes: outcomes, tool: settings.toolDigest, store: store)
    self.settings = settings
    self.problems = settings.isDraft ? problems : [:]
    digest = Self.digest(lessons, course, settings, self.problems)
  }

  /// What failed each lesson: found by the parser or by evaluation.
  private static func problems(
    of course: Course, _ outcomes: [OutcomeKey: LessonOutcome], _ settings: SiteSettings
  ) -> [OutcomeKey: [Diagnostic]] {
    let earlier = Dictionary(grouping: settings.problems.filter { $0.severity == .error }, by: \.path)
    var problems: [OutcomeKey: [Diagnostic]] = [:]
    for lesson in course.lessons {
      let later = outcomes[lesson.key]?.diagnostics.filter { $0.severity == .error } ?? []
      let all = (earlier[lesson.file.path] ?? []) + later
      if !all.isEmpty { problems[lesson.key] = all }
    }
    return problems
  }

  private static func isPublished(
    _ lesson: Lesson, of course: Course, _ problems: [Diagnostic]?, _ settings: SiteSettings
  ) -> Bool {
    if settings.isDraft { return true }
    let base = course.lesson(lesson.id, in: course.baseLanguage) ?? lesson
    return !base.frontMatter.isDraft && !lesson.frontMatter.isDraft && problems == nil
  }

  private static func digest(
    _ lessons: [(lesson: Lesson, digest: Digest)], _ course: Course, _ settings: SiteSettings,
    _ problems: [OutcomeKey: [Diagnostic]]
  ) -> Digest {
    var builder = DigestBuilder()
    for lesson in lessons { builder.add("lesson", lesson.digest) }
    let configuration = course.configuration
    for language in configuration.languages {
      builder.add("language", language)
      builder.add("title", configuration.title(in: language))
      builder.add("description", configuration.descriptions[language] ?? "")
    }
    for part in configuration.parts {
      builder.add("part", part.name)
      for language in configuration.languages { builder.add(language, part.descriptions[language] ?? "") }
    }
    for author in configuration.authors { builder.add("author", author) }
    builder.add("licence", configuration.licence ?? "")
    for claim in course.claims?.claims ?? [] { builder.add(claim) }
    if let glossary = course.glossary { builder.add("glossary", glossary.digest) }
    if let reference = settings.reference { builder.add("reference", reference.digest) }
    settings.experiments.add(to: &builder, in: configuration.languages)
    builder.add("tool", settings.toolDigest)
    builder.add("versions", settings.toolVersion + "\n" + settings.compilerVersion)
    builder.add("confinement", "\(settings.isConfined.map { "\($0)" } ?? "") \(settings.readable)")
    builder.add("folder", settings.lessonsFolder)
    builder.add("draft", settings.isDraft ? "yes" : "no")
    for lesson in lessons {
      for problem in problems[lesson.lesson.key] ?? [] { add(problem, to: &builder) }
    }
    return builder.digest()
  }

  private static func add(_ problem: Diagnostic, to builder: inout DigestBuilder) {
    builder.add(
      "problem", "\(problem.path):\(problem.position.line):\(problem.position.column):\(problem.length)")
    builder.add("text", [problem.message, problem.help ?? "", problem.rule].joined(separator: "\n"))
    for note in problem.notes { builder.add("note", "\(note.path):\(note.position.line):\(note.message)") }
  }

  /// Makes the files, and names those of the lessons folder that came along.
  func files() -> (files: Parsed<[SiteFile]>, mentioned: [String]) {
    let rendered = RenderedLessons(lessons, bodies)
    let definitions = GlossaryDefinitions(bodies.context.course.glossary, rendered.tools)
    let reference = ReferenceBodies(
      settings, languages: bodies.context.course.configuration.languages, store: bodies.store)
    let pages = SitePages(
      rendered: rendered, context: bodies.context, settings: settings, definitions: definitions,
      reference: reference, problems: problems)
    let all = pages.all
    let weights = PageWeight(store: bodies.store)
      .warnings(for: lessons.map(\.lesson), bodies.context.map, all)
    let assets = SiteAssets(rendered: rendered, settings: settings)
    let theme = assets.theme, mentioned = assets.mentionedFiles
    let files = Parsed(
      all + theme.value + mentioned.value,
      diagnostics: reservedNames + rendered.diagnostics + definitions.diagnostics + theme.diagnostics
        + mentioned.diagnostics + (reference?.prepare() ?? []) + weights)
    return (files, Set(rendered.entries.flatMap(\.summary.files).map(\.path)).sorted())
  }

  private var reservedNames: [Diagnostic] {
    lessons.map(\.lesson).filter { SiteMap.isReserved($0.id) }.map { lesson in
      Diagnostic(
        .error, "reserved-name", "a lesson cannot be called '\(lesson.id)': the site has a page of that name",
        path: lesson.file.path, at: Position(line: 1), help: "rename the file")
    }
  }
}
