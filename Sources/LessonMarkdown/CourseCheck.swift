import CourseModel

/// Checks what the files of a course say about each other.
struct CourseCheck {
  /// The course.
  let course: Course
  /// The places on the pages that links have asked for so far.
  var anchors: [OutcomeKey: KnownNames] = [:]
  /// What each lesson's labels lead to, in the lessons' order.
  let labels: [[LabelTarget]]
  /// The lessons by the names of their files.
  let lessonsByFile: [String: Lesson]
  /// Where claims are judged so far.
  var judged: [String: Diagnostic.Note] = [:]
  /// The names of the base language's lessons.
  lazy var lessonNames = KnownNames(course.lessons(in: course.baseLanguage).map(\.id))
  /// The names of all lessons' files.
  lazy var fileNames = KnownNames(course.lessons.map(\.file.name))
  /// The names of the claims.
  lazy var claimNames = KnownNames((course.claims?.claims ?? []).map(\.id))
  /// The keys of the works.
  private lazy var workKeys = KnownNames(course.bibliography.map(\.key))
  /// The labels in the lessons of each language.
  private lazy var labelNames = Dictionary(grouping: course.labels.keys, by: \.language)
    .mapValues { KnownNames($0.map(\.label).sorted()) }
  /// The problems so far, of all files.
  var found: [Diagnostic] = []

  /// A check of `course`.
  init(_ course: Course, _ labels: [[LabelTarget]]) {
    self.course = course
    self.labels = labels
    lessonsByFile = Dictionary(
      course.lessons.map { ($0.file.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Everything that is wrong between the files.
  func problems() -> [Diagnostic] {
    var check = self
    check.checkNames()
    check.checkParts()
    for lesson in course.lessons where course.configuration.languages.contains(lesson.language) {
      let mentions = Mentions(in: lesson)
      check.checkPrerequisites(of: lesson)
      check.checkTranslation(lesson)
      check.checkUses(in: lesson)
      check.checkClaims(in: lesson)
      check.checkExercises(in: lesson)
      check.checkReferences(mentions.references, in: lesson)
      check.checkCitations(mentions.citations, in: lesson)
      check.checkLinks(mentions.links, in: lesson)
    }
    check.checkLabels()
    return check.found
  }

  /// Adds an error about `lesson`.
  mutating func error(
    _ rule: String, in lesson: Lesson, at position: Position, length: Int = 1, _ message: String,
    help: String?,
    notes: [Diagnostic.Note] = []
  ) {
    found.append(
      Diagnostic(
        .error, rule, message, path: lesson.file.path, at: position, length: length, help: help, notes: notes)
    )
  }

  private mutating func checkNames() {
    var names: [OutcomeKey: Lesson] = [:]
    var orders: [Int: Lesson] = [:]
    var spellings: [OutcomeKey: Lesson] = [:]
    for lesson in course.lessons {
      let folded = OutcomeKey(id: lesson.id.lowercased(), language: lesson.language)
      if let earlier = spellings.updateValue(lesson, forKey: folded), earlier.id != lesson.id {
        reportSpelling(lesson, earlier)
      }
      if let earlier = names.updateValue(lesson, forKey: lesson.key) {
        error(
          "duplicate-lesson", in: lesson, at: Position(line: 1),
          "there are two lessons '\(lesson.id)' in '\(lesson.language)'", help: "rename one of the files",
          notes: [Self.note(earlier, "the other is this file")])
      }
      guard lesson.language == course.baseLanguage else { continue }
      if let earlier = orders.updateValue(lesson, forKey: lesson.order), earlier.id != lesson.id {
        error(
          "duplicate-number", in: lesson, at: Position(line: 1),
          "there are two lessons with number \(lesson.order)",
          help: "give one of the files another number", notes: [Self.note(earlier, "the other is this file")])
      }
    }
  }

  /// Reports two names that many file systems take for one: there one page would stand in the other's place.
  private mutating func reportSpelling(_ lesson: Lesson, _ other: Lesson) {
    for (lesson, other) in [(lesson, other), (other, lesson)] {
      error(
        "duplicate-lesson", in: lesson, at: Position(line: 1),
        "'\(lesson.id)' and '\(other.id)' differ in the size of letters alone",
        help: "rename one of the files; on many systems both pages would be one file",
        notes: [Self.note(other, "the other is this file")])
    }
  }

  private static func note(_ lesson: Lesson, _ message: String) -> Diagnostic.Note {
    Diagnostic.Note(path: lesson.file.path, position: Position(line: 1), message: message)
  }

  private mutating func checkPrerequisites(of lesson: Lesson) {
    guard lesson.language == course.baseLanguage else { return }
    for prerequisite in lesson.frontMatter.prerequisites {
      let name = prerequisite.lesson
      guard let other = course.lesson(name, in: course.baseLanguage) else {
        error(
          "unknown-lesson", in: lesson, at: prerequisite.position, length: name.utf8.count,
          "there is no lesson '\(name)'", help: lessonNames.suggestion(for: name))
        continue
      }
      if other.order >= lesson.order {
        let isItself = other.id == lesson.id
        error(
          "late-prerequisite", in: lesson, at: prerequisite.position, length: name.utf8.count,
          isItself
            ? "'\(name)' is this lesson itself"
            : "lesson \(other.order), '\(name)', does not come before this one, number \(lesson.order)",
          help: isItself
            ? "remove the prerequisite" : "remove the prerequisite, or change the numbers of the files")
      }
    }
  }

  private mutating func checkCitations(_ citations: [Mentions.Citation], in lesson: Lesson) {
    for citation in citations {
      for key in citation.keys where !workKeys.contains(key) {
        let help = workKeys.suggestion(for: key, orElse: "add the work to references.yml")
        error(
          "unknown-citation", in: lesson, at: lesson.file.position(of: "@" + key, from: citation.position),
          length: key.utf8.count + 1,
          "no work has the key '\(key)'", help: help)
      }
    }
  }

  private mutating func checkReferences(_ references: [Reference], in lesson: Lesson) {
    for reference in references {
      let key = Course.LabelKey(language: lesson.language, label: reference.label)
      guard course.labels[key] == nil else { continue }
      let names = labelNames[lesson.language] ?? KnownNames([])
      error(
        "unknown-label", in: lesson, at: reference.position, length: reference.label.utf8.count + 5,
        "nothing is labelled '\(reference.label)'",
        help: names.suggestion(
          for: reference.label,
          orElse: Label(name: reference.label, position: reference.position).kind == nil
            ? "labels begin with sec-, fig-, tbl-, lst-, eq-, exr- or quiz-; a link to another place has words, as in [see](#\(reference.label))"
            : "give the label with {#\(reference.label)} or //| label: \(reference.label)"))
    }
  }

  private mutating func checkLabels() {
    for (lesson, targets) in zip(course.lessons, labels) {
      for target in targets {
        let key = Course.LabelKey(language: lesson.language, label: target.numbered.anchor)
        guard let first = course.labels[key], first.lesson != target.lesson else { continue }
        let note = Diagnostic.Note(path: first.path, position: first.position, message: "the first is here")
        error(
          "duplicate-label", in: lesson, at: target.position,
          "two lessons label something '\(target.numbered.anchor)'", help: "rename one of the two",
          notes: [note])
      }
    }
  }
}

extension SourceFile {
  /// The place of `text` on the line of `position`, at or after it; `position` if it is not there.
  fileprivate func position(of text: String, from position: Position) -> Position {
    let line = lineBytes(position.line)
    let wanted = Array(text.utf8)
    for column in max(1, position.column)..<max(position.column, line.count) + 1
    where line.dropFirst(column - 1).starts(with: wanted) {
      return Position(line: position.line, column: column)
    }
    return position
  }
}
