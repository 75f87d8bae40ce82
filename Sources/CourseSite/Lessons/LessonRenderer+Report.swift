import CourseModel
import Figures

extension LessonRenderer {
  /// What was run and compared for this lesson's own blocks; those it reuses are the base lesson's.
  var report: LessonReport {
    var report = LessonReport()
    report.values = outcome.inlineValues.count { $0 != nil }
    report.figures = drawingCount
    for index in lesson.cells.indices {
      let shown = shownCell(index)
      if case .use = shown.cell.kind { continue }
      report.count(shown.outcome.state)
      report.add(shown)
    }
    return report
  }
}

extension LessonReport {
  fileprivate mutating func count(_ state: CellOutcome.State) {
    switch state {
    case .ran: run += 1
    case .compiled: compiled += 1
    case .rejected: rejected += 1
    case .trapped: trapped += 1
    case .shown: shown += 1
    case .failed, .skipped: failed += 1
    }
  }

  fileprivate mutating func add(_ shown: ShownCell) {
    let line = shown.cell.position.line
    let anchor = shown.reportAnchor
    if let lines = shown.outcome.comparedLines {
      let row = ComparisonRow(
        anchor: anchor, line: shown.cell.expectedOutput?.position.line ?? line, lines: lines)
      comparisons.append(row)
    }
    if case .experiment(let name, let parameters) = shown.cell.kind {
      let seed = shown.cell.options.seed.map { ["seed: \($0)"] } ?? []
      let texts = parameters.map { "\($0.name): \($0.value.text)" } + seed
      experiments.append(
        ExperimentRow(anchor: anchor, line: line, name: name, parameters: texts.joined(separator: ", ")))
    }
    for case .figure(let figure) in shown.outcome.outputs {
      for check in figure.checks {
        checks.append(
          CheckRow(check, anchor: anchor, line: line, isExpected: check.passed != shown.expectsFailure))
      }
    }
  }
}

extension LessonReport.CheckRow {
  fileprivate init(_ check: Check, anchor: String, line: Int, isExpected: Bool) {
    self.init(
      anchor: anchor, line: line, name: check.name, comparison: check.comparison, points: check.points,
      worstPoint: check.worstPoint, error: check.error, bound: check.bound, margin: check.margin,
      passed: check.passed, isExpected: isExpected)
  }
}

extension Figure {
  /// The checks it is or holds.
  fileprivate var checks: [Check] {
    switch self {
    case .check(let check): [check]
    case .group(let figures): figures.flatMap { $0.checks }
    case .text, .plot, .table, .smallMultiples, .imageGrid, .diagram: []
    }
  }
}
