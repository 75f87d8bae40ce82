import CourseModel

/// The course's contents in one language, by parts.
struct Contents {
  /// A lesson in the contents.
  struct Entry {
    /// The lesson, in the page's language or else in the base language.
    let lesson: Lesson
    /// The address of its page, as seen from the page's language.
    let address: String
  }

  /// A part of the course with its lessons.
  struct Part {
    /// The title; empty where the lessons belong to no part.
    let title: String
    /// The page's name, made from the base language's title; nil without a title.
    let page: String?
    /// A sentence about it, if the course says one.
    let description: String?
    /// The lessons in order.
    var entries: [Entry]
  }

  /// The parts in order; those of a large course are pieces of few lessons, each with a page of its own.
  let parts: [Part]
  /// All lessons in order.
  let entries: [Entry]
  /// The page's language.
  let language: String
  /// Whether no page names all lessons beside its text, since there are too many.
  let isLarge: Bool
  /// Where each lesson stands among all, and in which part.
  private let places: [String: (entry: Int, part: Int)]
  private let navigation: ContentsNavigation

  /// As many lessons as every page can name.
  static let most = 100

  /// The contents of the published lessons, as pages in `language` show them.
  init(_ context: CourseContext, _ rendered: RenderedLessons, language: String) {
    self.language = language
    let bases = rendered.entries.map(\.lesson).filter { $0.language == context.course.baseLanguage }
    isLarge = bases.count > Self.most
    var drafts = ContentsParts(context, language: language)
    for base in bases { drafts.add(base) }
    parts = isLarge ? drafts.pieces(of: Self.most) : drafts.parts
    entries = parts.flatMap(\.entries)
    var places: [String: (entry: Int, part: Int)] = [:]
    for (index, part) in parts.enumerated() {
      for entry in part.entries { places[entry.lesson.id] = (places.count, index) }
    }
    self.places = places
    navigation = ContentsNavigation(
      parts, more: CoursePageLink.all(of: context, rendered, in: language), isLarge: isLarge, language)
  }

  /// The part that the lesson with that `id` belongs to.
  func part(of id: String) -> Part? { places[id].map { parts[$0.part] } }

  /// The lessons before and after the one with that `id`.
  func neighbours(of id: String) -> (previous: Entry?, next: Entry?) {
    guard let index = places[id]?.entry else { return (nil, nil) }
    return (
      index > 0 ? entries[index - 1] : nil, index + 1 < entries.count ? entries[index + 1] : nil
    )
  }

  /// The contents beside the text, the current lesson or page marked, or near the part whose page it is.
  func write(current: String?, part: String? = nil, to html: inout HTMLBuffer) {
    navigation.write(current: current, part: part, to: &html)
  }

  /// The lesson's language where it is not the page's.
  func foreignLanguage(of entry: Entry) -> String? {
    entry.lesson.language == language ? nil : entry.lesson.language
  }
}
