import CourseModel

extension CourseCheck {
  /// Checks that a translation has a base lesson with the same number and shows all that the base shows.
  mutating func checkTranslation(_ lesson: Lesson) {
    guard lesson.language != course.baseLanguage else { return }
    guard let base = course.lesson(lesson.id, in: course.baseLanguage) else {
      return error(
        "translation-without-base", in: lesson, at: Position(line: 1),
        "there is no lesson '\(lesson.id)' in '\(course.baseLanguage)' that this translates",
        help: lessonNames.suggestion(
          for: lesson.id, orElse: "write the lesson in '\(course.baseLanguage)' first"))
    }
    if base.order != lesson.order {
      error(
        "translation-number", in: lesson, at: Position(line: 1),
        "the translation has number \(lesson.order), the lesson number \(base.order)",
        help: "give both files the same number")
    }
    warnOfMissingBlocks(lesson, base)
  }

  private mutating func warnOfMissingBlocks(_ lesson: Lesson, _ base: Lesson) {
    let used = Set(lesson.cells.compactMap { if case .use(let id) = $0.kind { id } else { nil } })
    for cell in base.cells {
      guard let id = cell.id, !cell.isSetup, cell.options.echo || cell.options.output, !used.contains(id)
      else {
        continue
      }
      let note = Diagnostic.Note(path: base.file.path, position: cell.position, message: "the block is here")
      found.append(
        Diagnostic(
          .warning, "translation-gap", "the translation does not show the block '\(id)'",
          path: lesson.file.path,
          at: Position(line: 1), help: "add ```swift use=\(id) where the text speaks of it", notes: [note]))
    }
  }

  /// Checks that blocks shown again exist.
  mutating func checkUses(in lesson: Lesson) {
    let base = course.lesson(lesson.id, in: course.baseLanguage) ?? lesson
    let names = KnownNames(base.cellsByID.keys.sorted())
    for cell in lesson.cells {
      guard case .use(let id) = cell.kind, !names.contains(id) else { continue }
      error(
        "unknown-block", in: lesson, at: cell.position, length: 3 + "swift use=".utf8.count + id.utf8.count,
        "no block of \(base.file.path) is named '\(id)'",
        help: names.suggestion(
          for: id, orElse: "write id=\(id) behind the fence of the block"))
    }
  }
}
