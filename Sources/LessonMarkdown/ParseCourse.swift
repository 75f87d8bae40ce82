import CourseModel

/// The course that `course.yml`, `references.yml` and the lessons' files make.
///
/// Besides each file by itself it checks what they say about each other: names, numbers, labels, citations,
/// prerequisites, links, translations. Problems are given in the order of the files and of their places.
public func parseCourse(
  configuration: SourceFile?, references: SourceFile?, lessons: [SourceFile]
) -> Parsed<Course> {
  var diagnostics: [Diagnostic] = []
  let settings = read(configuration, CourseConfiguration.init(file:log:), CourseConfiguration(), &diagnostics)
  let works = read(references, [BibliographyEntry].init(file:log:), [], &diagnostics)
  let lessonSettings = LessonSettings(
    allowsRawHTML: settings.allowsRawHTML, baseLanguage: settings.languages.first ?? "en",
    languages: settings.languages)
  var course = Course(configuration: settings, bibliography: works)
  for file in lessons {
    let lesson = parseLesson(file, settings: lessonSettings)
    course.lessons.append(lesson.value)
    diagnostics += lesson.diagnostics
  }
  diagnostics += course.assemble()
  return Parsed(course, diagnostics: diagnostics.sorted())
}

private func read<Value>(
  _ file: SourceFile?, _ make: (SourceFile, inout DiagnosticLog) -> Value, _ missing: Value,
  _ diagnostics: inout [Diagnostic]
) -> Value {
  guard let file else { return missing }
  var log = DiagnosticLog(path: file.path)
  let value = make(file, &log)
  diagnostics += log.diagnostics
  return value
}

extension Course {
  /// Puts the lessons in order, gives translations what they take from the base, collects the labels and checks
  /// everything; answers what is wrong.
  fileprivate mutating func assemble() -> [Diagnostic] {
    let languages = configuration.languages
    func rank(_ lesson: Lesson) -> Int { languages.firstIndex(of: lesson.language) ?? languages.count }
    lessons.sort { ($0.order, rank($0), $0.id) < ($1.order, rank($1), $1.id) }
    for index in lessons.indices where lessons[index].language != baseLanguage {
      if let base = lesson(lessons[index].id, in: baseLanguage) { lessons[index].inherit(from: base) }
    }
    for index in lessons.indices {
      for target in lessons[index].number() {
        let key = LabelKey(language: lessons[index].language, label: target.numbered.anchor)
        if labels[key] == nil { labels[key] = target }
      }
    }
    return CourseCheck(self).problems()
  }
}
