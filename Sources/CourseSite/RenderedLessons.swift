import ContentStore
import CourseModel

/// The lessons' bodies: rendered now, or found as they were rendered before.
struct RenderedLessons: Sendable {
  /// A lesson and where its body comes from.
  struct Entry: Sendable {
    /// The lesson.
    let lesson: Lesson
    /// Equal digests mean equal bodies.
    let digest: Digest
    /// What other pages need to know of it.
    let summary: LessonSummary
  }

  /// The lessons in the course's order.
  let entries: [Entry]
  private let bodies: LessonBodies
  private let byKey: [OutcomeKey: Int]

  /// Renders the lessons whose bodies are not in the store.
  init(
    _ lessons: [Lesson], _ outcomes: [OutcomeKey: LessonOutcome], _ context: CourseContext,
    _ settings: SiteSettings, _ store: ContentStore
  ) {
    let bodies = LessonBodies(context: context, outcomes: outcomes, settings: settings, store: store)
    self.bodies = bodies
    entries = lessons.map { lesson in
      let digest = bodies.digest(of: lesson)
      return Entry(lesson: lesson, digest: digest, summary: bodies.summary(of: lesson, digest))
    }
    byKey = Dictionary(entries.enumerated().map { ($1.lesson.key, $0) }) { first, _ in first }
  }

  /// The lesson `id` in `language`, if it is there.
  func entry(_ id: String, in language: String) -> Entry? {
    byKey[OutcomeKey(id: id, language: language)].map { entries[$0] }
  }

  /// The text of a lesson as HTML.
  func html(of entry: Entry) -> [UInt8] { bodies.html(of: entry.lesson, entry.digest) }

  /// The text of a lesson by sections.
  func sections(of entry: Entry) -> [SearchSection] { bodies.sections(of: entry.lesson, entry.digest) }

  /// What was wrong with the lessons' formulas, diagrams and links.
  var diagnostics: [Diagnostic] { entries.flatMap(\.summary.diagnostics) }
}

/// Renders bodies and keeps their parts in the store, each under its own name.
struct LessonBodies: Sendable {
  private let context: CourseContext
  private let outcomes: [OutcomeKey: LessonOutcome]
  private let store: ContentStore
  private let tools: RenderingTools
  private let key: LessonKey

  /// Bodies of the lessons of `context`.
  init(
    context: CourseContext, outcomes: [OutcomeKey: LessonOutcome], settings: SiteSettings, store: ContentStore
  ) {
    self.context = context
    self.outcomes = outcomes
    self.store = store
    let renderer = MathRenderer()
    tools = RenderingTools(
      formulas: Formulas(renderer, store: store), foreignCode: ForeignCode(store: store))
    key = LessonKey(
      context: context,
      tools: Digest(["tool": settings.toolDigest.bytes, "formulas": Array(renderer.version.utf8)]))
  }

  /// The digest of a lesson's body.
  func digest(of lesson: Lesson) -> Digest { key.digest(of: lesson, outcome(of: lesson)) }

  /// What other pages need to know of a lesson.
  func summary(of lesson: Lesson, _ digest: Digest) -> LessonSummary {
    store.content("summary", digest).flatMap(LessonSummary.init(encoded:)) ?? render(lesson, digest).summary
  }

  /// The text as HTML.
  func html(of lesson: Lesson, _ digest: Digest) -> [UInt8] {
    store.content("body", digest) ?? render(lesson, digest).html
  }

  /// The text by sections.
  func sections(of lesson: Lesson, _ digest: Digest) -> [SearchSection] {
    store.content("sections", digest).flatMap(SearchSection.decoded) ?? render(lesson, digest).sections
  }

  private func outcome(of lesson: Lesson) -> LessonOutcome { outcomes[lesson.key] ?? LessonOutcome() }

  private func render(_ lesson: Lesson, _ digest: Digest) -> LessonBody {
    let body = LessonRenderer(lesson, outcome(of: lesson), context, tools).body
    store.store("body", digest, body.html)
    store.store("sections", digest, SearchSection.encoded(body.sections))
    store.store("summary", digest, body.summary.encoded)
    return body
  }
}
