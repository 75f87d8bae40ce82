import ContentStore
import CourseModel

/// What rendering a lesson needs to know of the course around it.
struct CourseContext: Sendable {
  /// The course.
  let course: Course
  /// Where the pages stand.
  let map: SiteMap
  /// Finds terms in the lessons of each language.
  private let finders: [String: TermFinder]
  /// The lessons by file name.
  private let lessonsByFile: [String: Lesson]
  /// The works by key.
  private let works: [String: BibliographyEntry]
  /// The lessons that have a page, by key.
  private let lessons: [OutcomeKey: Lesson]

  /// The surroundings of the lessons that are `published`.
  init(_ course: Course, published: [Lesson]) {
    self.course = course
    map = SiteMap(base: course.baseLanguage)
    let terms = course.glossary?.terms ?? []
    finders =
      terms.isEmpty
      ? [:]
      : Dictionary(
        uniqueKeysWithValues: course.configuration.languages.map { ($0, TermFinder(terms, in: $0)) })
    lessonsByFile = Dictionary(published.map { ($0.file.name, $0) }) { first, _ in first }
    works = Dictionary(course.bibliography.map { ($0.key, $0) }) { first, _ in first }
    lessons = Dictionary(published.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The lesson in `language`, else in the base language.
  func lesson(_ id: String, in language: String) -> Lesson? {
    lessons[OutcomeKey(id: id, language: language)] ?? baseLesson(id)
  }

  /// The lesson as it was first written.
  func baseLesson(_ id: String) -> Lesson? {
    lessons[OutcomeKey(id: id, language: course.baseLanguage)]
  }

  /// The lesson that a link to a file means: its translation, where the link names the base lesson.
  func lesson(inFile file: String, from language: String) -> Lesson? {
    guard let named = lessonsByFile[file] else { return nil }
    return named.language == course.baseLanguage ? lesson(named.id, in: language) : named
  }

  /// What finds terms in lessons of `language`; nil where there is no glossary.
  func termFinder(_ language: String) -> TermFinder? { finders[language] }

  /// A cited work.
  func work(_ key: String) -> BibliographyEntry? { works[key] }

  /// Where a label leads, as seen from `language`.
  func target(of label: String, in language: String) -> LabelTarget? {
    course.labels[.init(language: language, label: label)]
  }

  /// The page of that name in every language of the course: the files from the root.
  func translations(of name: String) -> [(language: String, path: String)] {
    course.configuration.languages.map { ($0, map.path(name, in: $0)) }
  }

  /// The address of a lesson's page, as seen from `language`.
  func address(of lesson: Lesson, anchor: String = "", from language: String) -> String {
    map.address(of: map.path(lesson.id, in: lesson.language), anchor: anchor, from: language)
  }
}
