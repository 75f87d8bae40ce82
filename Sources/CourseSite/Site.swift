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
    let published = course.lessons.filter(isPublished)
    let context = CourseContext(course, published: published)
    let rendered = RenderedLessons(published, outcomes, context, settings, store)
    let pages = SitePages(rendered: rendered, context: context, settings: settings, outcomes: outcomes)
    let assets = SiteAssets(rendered: rendered, settings: settings)
    let theme = assets.theme
    let mentioned = assets.mentionedFiles
    return Parsed(
      pages.all + theme.value + mentioned.value,
      diagnostics: reservedNames(published) + rendered.diagnostics + theme.diagnostics + mentioned.diagnostics
    )
  }

  private func isPublished(_ lesson: Lesson) -> Bool {
    if settings.isDraft { return true }
    let base = course.lesson(lesson.id, in: course.baseLanguage) ?? lesson
    let isFailed = outcomes[lesson.key]?.hasErrors ?? false
    return !base.frontMatter.isDraft && !lesson.frontMatter.isDraft && !isFailed
  }

  private func reservedNames(_ lessons: [Lesson]) -> [Diagnostic] {
    lessons.filter { SiteMap.reservedNames.contains($0.id) }.map { lesson in
      Diagnostic(
        .error, "reserved-name", "a lesson cannot be called '\(lesson.id)': the site has a page of that name",
        path: lesson.file.path, at: Position(line: 1), help: "rename the file")
    }
  }
}
