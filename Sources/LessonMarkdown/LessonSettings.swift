/// What the course decides for all its lessons.
public struct LessonSettings: Sendable, Hashable {
  /// Whether raw HTML in lessons reaches the page.
  public var allowsRawHTML: Bool
  /// The language of lessons whose file name carries none; blocks are written in it.
  public var baseLanguage: String
  /// The languages that a file name may carry.
  public var languages: [String]

  /// The settings of a course.
  public init(allowsRawHTML: Bool = false, baseLanguage: String = "en", languages: [String] = ["en"]) {
    self.allowsRawHTML = allowsRawHTML
    self.baseLanguage = baseLanguage
    self.languages = languages
  }
}
