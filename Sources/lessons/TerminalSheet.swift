import CourseModel
import Figures

/// Lessons and figures as a terminal shows them.
struct TerminalSheet {
  let width: Int
  let isUnicode: Bool
  let paint: Paint

  /// A figure, ended by an empty line.
  func text(_ figure: Figure) -> String {
    figure.ascii(width: width, unicode: isUnicode).visible.trimmingLineEnds() + "\n\n"
  }

  /// A lesson's title, its blocks and what came of them.
  func text(_ lesson: Lesson, _ outcome: LessonOutcome) -> String {
    let title = paint(lesson.title.visibleLine, Paint.bold) + "\n\n"
    return title
      + lesson.cells.map { cell in
        let result =
          cell.index < outcome.cells.count ? outcome.cells[cell.index] : CellOutcome(state: .skipped)
        return text(cell, result)
      }.joined()
  }

  private func text(_ cell: Cell, _ outcome: CellOutcome) -> String {
    guard !cell.isSetup else { return "" }
    let code = cell.options.echo ? codeText(cell) : ""
    let outputs = cell.options.output ? outcome.outputs.map(text).joined() : ""
    return code + outputs + (outputs.isEmpty ? "\n" : "")
  }

  private func codeText(_ cell: Cell) -> String {
    let bar = isUnicode ? "│ " : "| "
    let source: String
    if case .experiment(let name, let arguments) = cell.kind {
      source = "experiment \(name)\n" + arguments.map { "\($0.name): \($0.value.text)\n" }.joined()
    } else {
      source = cell.source
    }
    return source.visible.trimmingLineEnds().split(separator: "\n", omittingEmptySubsequences: false).map {
      paint(bar + $0, Paint.faint) + "\n"
    }.joined()
  }

  private func text(_ output: CellOutput) -> String {
    switch output {
    case .standardOutput(let text): text.visible.trimmingLineEnds() + "\n\n"
    case .standardError(let text): paint(text.visible.trimmingLineEnds(), Paint.yellow) + "\n\n"
    case .figure(let figure): text(figure)
    case .compilerMessage(let text), .trapMessage(let text):
      paint(text.visible.trimmingLineEnds(), Paint.red) + "\n\n"
    case .notice(let text): paint(text.visible, Paint.faint) + "\n\n"
    }
  }
}

extension String {
  /// The text without the line feeds at its end.
  func trimmingLineEnds() -> String {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
