import CourseModel

/// The course that `course.yml`, `references.yml`, `claims.yml`, `glossary.yml` and the lessons' files make.
///
/// Besides each file by itself it checks what they say about each other: names, numbers, labels, citations,
/// prerequisites, links, translations. Problems are given in the order of the files and of their places.
public func parseCourse(
  configuration: SourceFile?, references: SourceFile?, claims: SourceFile? = nil,
  glossary: SourceFile? = nil, lessons: [SourceFile]
) -> Parsed<Course> {
  var diagnostics: [Diagnostic] = []
  var settings = read(configuration, CourseConfiguration.init(file:log:), CourseConfiguration(), &diagnostics)
  if !diagnostics.isEmpty { settings.addLanguages(of: lessons) }
  let works = read(references, [BibliographyEntry].init(file:log:), [], &diagnostics)
  let languages = settings.languages
  let claimList = read(
    claims, { ClaimList(file: $0, languages: languages, log: &$1) }, nil as ClaimList?, &diagnostics)
  let terms = read(
    glossary, { Glossary(file: $0, languages: languages, log: &$1) }, nil as Glossary?, &diagnostics)
  let lessonSettings = LessonSettings(
    allowsRawHTML: settings.allowsRawHTML, baseLanguage: settings.languages.first ?? "en",
    languages: settings.languages)
  let readings = inParallel(lessons) { file in
    var reading = LessonReading(file, settings: lessonSettings)
    let lesson = reading.lesson()
    return (lesson: lesson, labels: reading.labels)
  }
  diagnostics += readings.flatMap(\.lesson.diagnostics)
  var assembly = CourseAssembly(
    course: Course(configuration: settings, bibliography: works, claims: claimList, glossary: terms),
    lessons: readings.map { LabelledLesson(lesson: $0.lesson.value, labels: $0.labels) })
  assembly.assemble()
  let isWhole = !readings.flatMap(\.lesson.diagnostics).contains {
    $0.rule == "front-matter" || $0.rule == "invalid-yaml"
  }
  diagnostics += CourseCheck(assembly.course, assembly.lessons.map(\.labels)).problems()
    .filter { isWhole || $0.rule != "unknown-part" }
  return Parsed(assembly.course, diagnostics: diagnostics.sorted())
}

extension CourseConfiguration {
  /// Adds the languages that the names of `lessons` say, so that a mistake in `course.yml` is not answered with
  /// one in each file.
  fileprivate mutating func addLanguages(of lessons: [SourceFile]) {
    for file in lessons {
      let parts = file.name.split(separator: ".")
      guard parts.count == 3, !languages.contains(String(parts[1])) else { continue }
      languages.append(String(parts[1]))
    }
  }
}

private func read<Value>(
  _ file: SourceFile?, _ make: (SourceFile, inout DiagnosticLog) -> Value, _ missing: Value,
  _ diagnostics: inout [Diagnostic]
) -> Value {
  guard let file else { return missing }
  var log = DiagnosticLog(path: file.path)
  log.checkEncoding(of: file)
  let value = make(file, &log)
  diagnostics += log.diagnostics
  return value
}

/// A lesson and what its labels lead to.
private struct LabelledLesson {
  var lesson: Lesson
  var labels: [LabelTarget]
}

/// A course while it is put together.
private struct CourseAssembly {
  var course: Course
  var lessons: [LabelledLesson]

  /// Puts the lessons in order, gives translations what they take from the base, and collects the labels.
  mutating func assemble() {
    let languages = course.configuration.languages
    func rank(_ lesson: Lesson) -> Int { languages.firstIndex(of: lesson.language) ?? languages.count }
    lessons.sort { left, right in
      let (left, right) = (left.lesson, right.lesson)
      return (left.order, rank(left), left.id) < (right.order, rank(right), right.id)
    }
    inheritFromBase()
    course.lessons = lessons.map(\.lesson)
    for entry in lessons {
      for target in entry.labels {
        let key = Course.LabelKey(language: entry.lesson.language, label: target.numbered.anchor)
        if course.labels[key] == nil { course.labels[key] = target }
      }
    }
  }

  private mutating func inheritFromBase() {
    let base = lessons.map(\.lesson).filter { $0.language == course.baseLanguage }
    let byID = Dictionary(base.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in lessons.indices where lessons[index].lesson.language != course.baseLanguage {
      guard let original = byID[lessons[index].lesson.id] else { continue }
      lessons[index].lesson.inherit(from: original)
      lessons[index].labels = lessons[index].lesson.number()
    }
  }
}
