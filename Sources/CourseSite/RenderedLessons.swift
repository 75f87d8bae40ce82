import ContentStore
import CourseModel
import Foundation
import Synchronization

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
  init(_ lessons: [(lesson: Lesson, digest: Digest)], _ bodies: LessonBodies) {
    let summaries = bodies.summaries(of: lessons)
    self.bodies = bodies
    entries = zip(lessons, summaries).map { Entry(lesson: $0.lesson, digest: $0.digest, summary: $1) }
    byKey = Dictionary(entries.enumerated().map { ($1.lesson.key, $0) }) { first, _ in first }
  }

  /// The lesson `id` in `language`, if it is there.
  func entry(_ id: String, in language: String) -> Entry? {
    byKey[OutcomeKey(id: id, language: language)].map { entries[$0] }
  }

  /// The language that lessons are first written in.
  var baseLanguage: String { bodies.context.course.baseLanguage }

  /// Where what is made of the lessons is kept.
  var store: ContentStore { bodies.store }

  /// What draws formulas and diagrams and colours code, with what the store keeps of them.
  var tools: RenderingTools { RenderingTools(tool: bodies.tool, store: bodies.store) }

  /// The text of a lesson as HTML.
  func html(of entry: Entry) -> [UInt8] { bodies.html(of: entry.lesson, entry.digest) }

  /// The text of a lesson by sections.
  func sections(of entry: Entry) -> [SearchSection] { bodies.sections(of: entry.lesson, entry.digest) }

  /// What was wrong with the lessons' formulas, diagrams and links.
  var diagnostics: [Diagnostic] { entries.flatMap(\.summary.diagnostics) }
}

/// Renders bodies and keeps their parts in the store, each under its own name.
struct LessonBodies: Sendable {
  /// The course around the lessons.
  let context: CourseContext
  /// What the lessons' blocks came to.
  let outcomes: [OutcomeKey: LessonOutcome]
  /// The digest of what makes bodies of lessons.
  let tool: Digest
  /// Where bodies are kept.
  let store: ContentStore

  /// What other pages need to know of each lesson; those not in the store are rendered on all cores.
  func summaries(of lessons: [(lesson: Lesson, digest: Digest)]) -> [LessonSummary] {
    let kept = lessons.map { store.content("summary", $0.digest).flatMap(LessonSummary.init(encoded:)) }
    let missing = kept.indices.filter { kept[$0] == nil }
    let rendered = summaries(rendering: missing.map { lessons[$0] })
    let all = Dictionary(uniqueKeysWithValues: zip(missing, rendered))
    return kept.indices.map { kept[$0] ?? all[$0] ?? LessonSummary() }
  }

  /// Each worker has its own heaps for formulas and code, since a heap serves one thread at a time.
  private func summaries(rendering lessons: [(lesson: Lesson, digest: Digest)]) -> [LessonSummary] {
    let workers = min(lessons.count, ProcessInfo.processInfo.activeProcessorCount)
    guard workers > 0 else { return [] }
    let next = Atomic(0)
    let results = Mutex([LessonSummary](repeating: LessonSummary(), count: lessons.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      let tools = RenderingTools(tool: tool, store: store)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < lessons.count else { return }
        let body = render(lessons[index].lesson, lessons[index].digest, tools)
        results.withLock { $0[index] = body.summary }
      }
    }
    return results.withLock { $0 }
  }

  /// The text as HTML.
  func html(of lesson: Lesson, _ digest: Digest) -> [UInt8] {
    store.content("body", digest) ?? render(lesson, digest, RenderingTools(tool: tool, store: store)).html
  }

  /// The text by sections.
  func sections(of lesson: Lesson, _ digest: Digest) -> [SearchSection] {
    store.content("sections", digest).flatMap(SearchSection.decoded)
      ?? render(lesson, digest, RenderingTools(tool: tool, store: store)).sections
  }

  private func render(_ lesson: Lesson, _ digest: Digest, _ tools: RenderingTools) -> LessonBody {
    let outcome = outcomes[lesson.key] ?? LessonOutcome()
    let body = LessonRenderer(lesson, outcome, context, tools).body
    store.store("body", digest, body.html)
    store.store("sections", digest, SearchSection.encoded(body.sections))
    store.store("summary", digest, body.summary.encoded)
    return body
  }
}
