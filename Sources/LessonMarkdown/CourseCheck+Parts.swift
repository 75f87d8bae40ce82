import CourseModel

extension CourseCheck {
  /// Checks that each part that `course.yml` describes is one of the course's.
  mutating func checkParts() {
    let names = KnownNames(
      course.lessons(in: course.baseLanguage).compactMap(\.frontMatter.part).withoutRepetition())
    for part in course.configuration.parts where !names.contains(part.name) {
      found.append(
        Diagnostic(
          .error, "unknown-part", "no lesson belongs to the part '\(part.name)'", path: part.path,
          at: part.position, length: part.name.utf8.count,
          help: names.isEmpty
            ? "name it as 'part:' in a lesson" : names.suggestion(for: part.name)))
    }
  }
}
