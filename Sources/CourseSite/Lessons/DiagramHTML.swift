import CourseModel

/// Draws a diagram of the text.
struct DiagramHTML {
  /// The diagram's text.
  let diagram: DiagramSource
  /// The beginning of all ids within it.
  let id: String
  /// The language of the words that describe it.
  let language: String

  /// The drawing; what is wrong with it goes into the log, and its text stands in its place.
  func svg(log: inout DiagnosticLog) -> [UInt8] {
    let (chart, problems) = Flowchart.parse(diagram.text)
    for problem in problems {
      log.error(
        "diagram", at: position(of: problem), length: problem.length, problem.message, help: problem.help)
    }
    guard problems.isEmpty else { return source }
    switch chart.svg(
      id: id + "-drawing", title: diagram.alternativeText ?? diagram.caption, language: language)
    {
    case .success(let svg): return Array(svg.utf8)
    case .failure(let error):
      log.error("diagram", at: Position(line: diagram.firstLine), error.description)
      return source
    }
  }

  private func position(of problem: DiagramProblem) -> Position {
    Position(line: diagram.firstLine + problem.line - 1, column: diagram.indentation + problem.column)
  }

  private var source: [UInt8] {
    var html = HTMLBuffer()
    html.element("pre", text: diagram.text)
    return html.bytes
  }
}
