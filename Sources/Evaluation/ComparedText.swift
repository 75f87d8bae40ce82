import CourseModel
import Figures

extension CellOutcome {
  /// The text that an `output` fence states: what was printed, and the figures that are text.
  ///
  /// Plots and checks are pictures, and left out; a table counts as the text that a terminal shows.
  package var comparedText: String {
    outputs.reduce(into: "") { text, output in
      switch output {
      case .standardOutput(let printed): text += printed
      case .figure(let figure): text += figure.comparedText
      case .compilerMessage(let message), .trapMessage(let message): text += message + "\n"
      case .standardError, .notice: break
      }
    }
  }
}

extension Figure {
  fileprivate var comparedText: String {
    switch self {
    case .text(let text): text.hasSuffix("\n") ? text : text + "\n"
    case .table: ascii(width: 80, unicode: true)
    case .group(let figures): figures.map(\.comparedText).joined()
    case .plot, .check, .smallMultiples, .imageGrid, .diagram: ""
    }
  }

  /// The checks in the figure that did not pass.
  var failedChecks: [Check] {
    switch self {
    case .check(let check): check.passed ? [] : [check]
    case .group(let figures): figures.flatMap(\.failedChecks)
    case .text, .plot, .table, .smallMultiples, .imageGrid, .diagram: []
    }
  }
}

extension Cell {
  /// Compares the outcome with the block's `output` fence; nil without a fence, and where nothing has run.
  package func compare(with outcome: CellOutcome) -> OutputComparison? {
    guard let expectedOutput, outcome.state.isComplete else { return nil }
    return OutputComparison(
      expected: expectedOutput.text, actual: outcome.comparedText,
      tolerance: expectedOutput.tolerance ?? options.tolerance)
  }
}

extension CellOutcome.State {
  /// Whether what the cell printed is all that it prints.
  var isComplete: Bool {
    switch self {
    case .ran, .rejected, .trapped: true
    case .compiled, .shown, .failed, .skipped: false
    }
  }
}

extension OutputComparison.Mismatch {
  /// The report, at the line of the fence that differs.
  func diagnostic(_ expected: ExpectedOutput, path: String) -> Diagnostic {
    let isInside = self.expected != nil && !expected.lines.isEmpty
    let indentation = expected.linePrefix.utf8.count
    let position =
      isInside
      ? Position(line: expected.lines.lowerBound + line, column: indentation + range.lowerBound + 1)
      : Position(line: max(expected.position.line, expected.lines.upperBound), column: indentation + 1)
    return Diagnostic(
      .error, "output-mismatch", message, path: path, at: position, length: isInside ? range.count : 1,
      help: "correct the text, or let `--accept` write what the block prints")
  }

  private var message: String {
    let rest = others == 0 ? "" : " (and \(others) more line\(others == 1 ? "" : "s"))"
    switch (expected, actual) {
    case (let expected?, let actual?): return "stated is '\(expected)', the block prints '\(actual)'\(rest)"
    case (let expected?, nil): return "stated is '\(expected)', the block prints nothing more\(rest)"
    case (nil, let actual): return "the block also prints '\(actual ?? "")'\(rest)"
    }
  }
}
