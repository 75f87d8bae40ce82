import CourseModel
import Figures

/// Puts the outcomes of a lesson and its translations together from the results of their programs.
struct OutcomeAssembly {
  private let group: LessonGroup
  private let plan: GroupPlan
  private let results: [UnitResult]

  /// The assembly of `group`; `results` belong to the plan's units.
  init(_ group: LessonGroup, _ plan: GroupPlan, _ results: [UnitResult]) {
    self.group = group
    self.plan = plan
    self.results = results
  }

  /// One outcome a lesson, in the group's order.
  func outcomes(source: LessonOutcome.Source) -> [LessonOutcome] {
    var outcomes: [LessonOutcome] = []
    for (index, lesson) in group.lessons.enumerated() {
      outcomes.append(outcome(of: lesson, index, base: outcomes.first, source))
    }
    return outcomes
  }

  private func outcome(
    of lesson: Lesson, _ index: Int, base: LessonOutcome?, _ source: LessonOutcome.Source
  ) -> LessonOutcome {
    var outcome = LessonOutcome(source: source)
    outcome.diagnostics = plan.diagnostics[index] + problems(of: index)
    let results = cellOutcomes(of: lesson, index, base: base)
    for (cell, var result) in zip(lesson.cells, results) {
      if let comparison = cell.compare(with: result), let expected = cell.expectedOutput {
        result.comparedLines = comparison.lineCount
        if let mismatch = comparison.mismatch {
          outcome.diagnostics.append(mismatch.diagnostic(expected, path: lesson.file.path))
        }
      }
      outcome.diagnostics += checkDiagnostics(of: cell, in: index)
      outcome.cells.append(result)
    }
    outcome.inlineValues = lesson.inlineValues.indices.map { value in
      piece(.init(lesson: index, index: value, isValue: true))?.text
    }
    outcome.diagnostics.sort()
    return outcome
  }

  /// The outcomes of a lesson's cells; a `use` has that of the base lesson's block which it shows again.
  private func cellOutcomes(of lesson: Lesson, _ index: Int, base: LessonOutcome?) -> [CellOutcome] {
    let own = lesson.cells.map { outcome(of: $0, in: index) }
    let originals = base?.cells ?? own
    return zip(lesson.cells, own).map { cell, result in
      guard case .use(let id) = cell.kind,
        let original = group.lessons[0].cells.firstIndex(where: { $0.id == id })
      else { return result }
      return originals[original]
    }
  }

  private func outcome(of cell: Cell, in lesson: Int) -> CellOutcome {
    let syntax = cell.kind == .swift ? plan.syntax(of: cell.index, in: lesson) : []
    guard let piece = piece(.init(lesson: lesson, index: cell.index, isValue: false)) else {
      let isRefused = plan.isRefused(cell.index, in: lesson)
      let state: CellOutcome.State = cell.expectation == .ignore ? .shown : isRefused ? .failed : .skipped
      return CellOutcome(state: state, syntax: syntax)
    }
    return CellOutcome(state: piece.state, outputs: piece.outputs.map(\.output), syntax: syntax)
  }

  private func piece(_ origin: Piece.Origin) -> PieceResult? {
    plan.sources[origin].map { results[$0.unit].pieces[$0.piece] }
  }

  /// What went wrong in the programs, as far as it is about this lesson's text.
  private func problems(of lesson: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (unit, result) in zip(plan.units, results) {
      for problem in result.problems {
        let piece = unit.pieces[problem.place.piece]
        let isHidden = problem.severity == .warning && !(piece.cell?.options.warning ?? true)
        if piece.origin.lesson == lesson, !isHidden { found.append(problem.diagnostic(unit.pieces)) }
      }
    }
    return found
  }
}

extension OutcomeAssembly {
  /// Checks that failed and should not have, or the other way round.
  private func checkDiagnostics(of cell: Cell, in lesson: Int) -> [Diagnostic] {
    let origin = Piece.Origin(lesson: lesson, index: cell.index, isValue: false)
    guard let source = plan.sources[origin] else { return [] }
    let pieces = plan.units[source.unit].pieces
    let result = results[source.unit].pieces[source.piece]
    var failures: [(check: Check, place: Place)] = []
    for output in result.outputs {
      guard case .figure(let figure) = output.output else { continue }
      let place = output.place ?? Place(piece: source.piece, line: 0, column: 0)
      failures += figure.failedChecks.map { ($0, place) }
    }
    if cell.options.expect == .success {
      return failures.map { Problem(failed: $0.check, at: $0.place).diagnostic(pieces) }
    }
    guard failures.isEmpty, result.state.isComplete else { return [] }
    return [
      Problem(
        .error, "unexpected-success", "every check in this block passes, although it says `expect: failure`",
        at: Place(piece: source.piece, line: 0, column: 0), help: "remove `//| expect: failure`"
      ).diagnostic(pieces)
    ]
  }
}

extension Problem {
  fileprivate init(failed check: Check, at place: Place) {
    let finding =
      check.margin <= 1
      ? "decides nothing: at \(check.worstPoint), where it fits worst, what is measured is uncertain by \(check.bound)"
      : "fails: at \(check.worstPoint) stated is \(check.stated), measured is \(check.measured), "
        + "off by \(check.error) where \(check.bound) is allowed"
    self.init(
      .error, "derivative-check", "the check of '\(check.name)' \(finding)", at: place,
      help: "correct the derivative; where the failure is what the lesson shows, say `//| expect: failure`")
  }
}
