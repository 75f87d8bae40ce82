import CourseModel

/// What the name of a lesson's file says: `03-feedback.zh.md` is number 3, `feedback`, in Chinese.
struct LessonFileName {
  /// The lesson's name in links and commands.
  var id: String
  /// The lesson's number.
  var order: Int
  /// The language; nil for the base language.
  var language: String?
}

extension LessonFileName {
  /// Reads the last part of `path`; what is missing or wrong is reported at the file's first line.
  init(path: String, settings: LessonSettings, log: inout DiagnosticLog) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var stem = name[...]
    if stem.hasSuffix(".md") { stem = stem.dropLast(3) }
    let parts = stem.split(separator: ".", omittingEmptySubsequences: false)
    let digits = stem.utf8.prefix { $0.isDigit }.count
    order = Int(stem.prefix(digits)) ?? 0
    let rest = parts.first?.dropFirst(digits) ?? ""
    id = String(rest.hasPrefix("-") ? rest.dropFirst() : rest)
    language = parts.count > 1 ? String(parts[1]) : nil
    let isWellFormed =
      digits > 0 && digits < 10 && rest.hasPrefix("-") && parts.count <= 2
      && !id.isEmpty && id.utf8.allSatisfy(\.isNamePart)
    if !isWellFormed {
      log.error(
        "file-name", at: Position(line: 1), "'\(name)' is no name for a lesson's file",
        help: "name it by number and subject, as in 07-my-topic.md, and with its language 07-my-topic.zh.md")
      if id.isEmpty { id = String(stem) }
    } else {
      checkLanguage(settings, log: &log)
    }
  }

  private func checkLanguage(_ settings: LessonSettings, log: inout DiagnosticLog) {
    guard let language, !settings.languages.contains(language) else { return }
    log.error(
      "unknown-language", at: Position(line: 1),
      "the file's name says '\(language)', which is no language of the course",
      help: "add it to 'languages' in course.yml; there are: " + settings.languages.joined(separator: ", "))
  }
}
