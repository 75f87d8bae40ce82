/// What the course decides for all its lessons.
package struct LessonSettings: Sendable, Hashable {
  /// Whether raw HTML in lessons reaches the page.
  package var allowsRawHTML: Bool
  /// Whether the text is to become just what CommonMark says, with any address and any HTML.
  var isPlainMarkdown = false
  /// The language of lessons whose file name carries none; blocks are written in it.
  package var baseLanguage: String
  /// Whether the lesson at hand translates one in the base language.
  var isTranslation = false
  /// The languages that a file name may carry.
  package var languages: [String]

  /// The settings of a course.
  package init(allowsRawHTML: Bool = false, baseLanguage: String = "en", languages: [String] = ["en"]) {
    self.allowsRawHTML = allowsRawHTML
    self.baseLanguage = baseLanguage
    self.languages = languages
  }
}
