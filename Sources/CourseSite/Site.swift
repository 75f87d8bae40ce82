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

  /// Whether no lesson may be called `id`, since the site has pages of that name.
  package static func isReserved(_ id: String) -> Bool { SiteMap.isReserved(id) }

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
