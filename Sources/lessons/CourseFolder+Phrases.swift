import CourseModel
import LessonMarkdown

extension CourseFolder {
  /// What figures say in the languages other than the base: the file `figures.LANGUAGE.yml` of each, if there is one.
  func phrasebooks(for configuration: CourseConfiguration) -> Parsed<[String: Phrasebook]> {
    var books: [String: Phrasebook] = [:]
    var diagnostics: [Diagnostic] = []
    for language in configuration.languages.dropFirst() {
      guard let file = phrases.first(where: { $0.name == "figures.\(language).yml" }) else { continue }
      let parsed = parsePhrasebook(file)
      books[language] = parsed.value
      diagnostics += parsed.diagnostics
    }
    return Parsed(books, diagnostics: diagnostics)
  }
}
