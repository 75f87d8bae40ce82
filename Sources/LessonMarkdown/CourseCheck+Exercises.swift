import CourseModel

extension CourseCheck {
  /// Checks that an exercise is one by its heading and its label, and warns where it leaves the reader alone.
  mutating func checkExercises(in lesson: Lesson) {
    for block in lesson.blocks {
      guard case .heading(let heading) = block.content else { continue }
      check(heading, at: block.position, in: lesson)
    }
    for exercise in lesson.exercises { check(exercise, in: lesson) }
  }

  private mutating func check(_ heading: Heading, at position: Position, in lesson: Lesson) {
    guard heading.isExercise != heading.readsLikeExercise else { return }
    if heading.isExercise {
      error(
        "exercise-heading", in: lesson, at: position, length: heading.level,
        "the heading labelled '\(heading.anchor)' does not say that it is an exercise",
        help: "write 'Exercise: …', in Chinese '练习：…'")
    } else {
      let help =
        heading.isLabelled
        ? "write {#exr-\(heading.anchor)}" : "end the heading with a label, as in {#exr-depth}"
      error(
        "exercise-label", in: lesson, at: position, length: heading.level,
        "the exercise has no label that begins with 'exr-'", help: help)
    }
  }

  private mutating func check(_ exercise: Exercise, in lesson: Lesson) {
    var hasHint = false
    for block in exercise.blocks {
      block.forEachBlock { block in
        if case .callout(let callout) = block.content, callout.kind == .hint { hasHint = true }
      }
    }
    let hasSolution = exercise.cells.contains { lesson.cells[$0].isSolution }
    if !hasHint {
      warn(
        "exercise-without-hint", exercise, in: lesson, "has no hint", help: "add '> [!HINT]' below the task")
    }
    if !hasSolution {
      warn(
        "exercise-without-solution", exercise, in: lesson, "has no folded solution that runs",
        help: "end it with a block that says '//| code-fold: true'")
    }
  }

  private mutating func warn(
    _ rule: String, _ exercise: Exercise, in lesson: Lesson, _ message: String, help: String
  ) {
    found.append(
      Diagnostic(
        .warning, rule, "the exercise '\(exercise.heading.anchor)' \(message)", path: lesson.file.path,
        at: exercise.position, length: exercise.heading.level, help: help))
  }
}

extension Cell {
  /// Whether this is code that is folded away and runs.
  fileprivate var isSolution: Bool {
    options.codeFold == .folded && ![.ignore, .norun].contains(expectation)
  }
}
