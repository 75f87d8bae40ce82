import ContentStore
import CourseModel

/// A course as a folder of pages.
///
/// Everything is a function of its values: the same course and outcomes give the same files. What was rendered
/// before is found in the store again.
public struct Site: Sendable {
  private let course: Course
  private let outcomes: [OutcomeKey: LessonOutcome]
  private let settings: SiteSettings
  private let store: ContentStore

  /// The site of `course`, its blocks having come to `outcomes`.
  public init(
    course: Course, outcomes: [OutcomeKey: LessonOutcome], settings: SiteSettings, store: ContentStore
  ) {
    self.course = course
    self.outcomes = outcomes
    self.settings = settings
    self.store = store
  }

  /// All files of the site, and what was wrong with the formulas, diagrams, links and images of the lessons.
  ///
  /// A lesson that failed has a page only in a draft, where it says what failed.
  public func files() -> Parsed<[SiteFile]> {
    let plan = SitePlan(course, outcomes, settings, store)
    let index = SiteIndex(of: plan, in: store)
    if let kept = index.files { return kept }
    let made = plan.files()
    index.save(made.files, mentioned: made.mentioned)
    return made.files
  }
}

/// What a site is made from, and the digest of all of it.
struct SitePlan: Sendable {
  /// The lessons that get a page, with the digests of their bodies.
  let lessons: [(lesson: Lesson, digest: Digest)]
  /// The compiler, the tool, the lessons folder.
  let settings: SiteSettings
  /// Renders the lessons.
  let bodies: LessonBodies
  /// Equal digests mean equal files, as long as the files that lessons bring along are the same.
  let digest: Digest

  /// The plan for the lessons that are to be published.
  init(
    _ course: Course, _ outcomes: [OutcomeKey: LessonOutcome], _ settings: SiteSettings, _ store: ContentStore
  ) {
    let published = course.lessons.filter { Self.isPublished($0, of: course, outcomes[$0.key], settings) }
    let context = CourseContext(course, published: published)
    let tools = Digest([
      "tool": settings.toolDigest.bytes, "formulas": Formulas.version(store), "colours": ForeignCode.version,
    ])
    let key = LessonKey(context: context, tools: tools)
    lessons = published.map { ($0, key.digest(of: $0, outcomes[$0.key] ?? LessonOutcome())) }
    bodies = LessonBodies(context: context, outcomes: outcomes, tool: settings.toolDigest, store: store)
    self.settings = settings
    digest = Self.digest(lessons.map(\.digest), course, outcomes, settings)
  }

  private static func isPublished(
    _ lesson: Lesson, of course: Course, _ outcome: LessonOutcome?, _ settings: SiteSettings
  ) -> Bool {
    if settings.isDraft { return true }
    let base = course.lesson(lesson.id, in: course.baseLanguage) ?? lesson
    return !base.frontMatter.isDraft && !lesson.frontMatter.isDraft && outcome?.hasErrors != true
  }

  private static func digest(
    _ lessons: [Digest], _ course: Course, _ outcomes: [OutcomeKey: LessonOutcome], _ settings: SiteSettings
  ) -> Digest {
    var builder = DigestBuilder()
    for lesson in lessons { builder.add("lesson", lesson) }
    let configuration = course.configuration
    for language in configuration.languages {
      builder.add("language", language)
      builder.add("title", configuration.title(in: language))
      builder.add("description", configuration.descriptions[language] ?? "")
    }
    for author in configuration.authors { builder.add("author", author) }
    builder.add("licence", configuration.licence ?? "")
    builder.add("tool", settings.toolDigest)
    builder.add("versions", settings.toolVersion + "\n" + settings.compilerVersion)
    builder.add("folder", settings.lessonsFolder)
    builder.add("draft", settings.isDraft ? "yes" : "no")
    for lesson in course.lessons where settings.isDraft {
      for problem in outcomes[lesson.key]?.diagnostics ?? [] {
        builder.add("problem", "\(problem.position.line):\(problem.position.column):\(problem.length)")
        builder.add("text", problem.message + "\n" + (problem.help ?? "") + "\n" + problem.rule)
        for note in problem.notes {
          builder.add("note", "\(note.path):\(note.position.line):\(note.message)")
        }
      }
    }
    return builder.digest()
  }

  /// Makes the files, and names those of the lessons folder that came along.
  func files() -> (files: Parsed<[SiteFile]>, mentioned: [String]) {
    let rendered = RenderedLessons(lessons, bodies)
    let pages = SitePages(rendered: rendered, bodies: bodies, settings: settings)
    let assets = SiteAssets(rendered: rendered, settings: settings)
    let theme = assets.theme, mentioned = assets.mentionedFiles
    let files = Parsed(
      pages.all + theme.value + mentioned.value,
      diagnostics: reservedNames + rendered.diagnostics + theme.diagnostics + mentioned.diagnostics)
    return (files, Set(rendered.entries.flatMap(\.summary.files).map(\.path)).sorted())
  }

  private var reservedNames: [Diagnostic] {
    lessons.map(\.lesson).filter { SiteMap.reservedNames.contains($0.id) }.map { lesson in
      Diagnostic(
        .error, "reserved-name", "a lesson cannot be called '\(lesson.id)': the site has a page of that name",
        path: lesson.file.path, at: Position(line: 1), help: "rename the file")
    }
  }
}
