import ContentStore
import CourseModel

/// The diagrams of the text as drawings, each laid out once and then found in the store.
struct Diagrams: Sendable {
  private let tool: Digest
  private let store: ContentStore

  /// Diagrams drawn by `tool` and kept in `store`.
  init(tool: Digest, store: ContentStore) {
    self.tool = tool
    self.store = store
  }

  /// The drawing, all its ids beginning with `id`.
  ///
  /// What is wrong with the diagram goes into the log, and its text stands in its place.
  func html(_ diagram: DiagramSource, id: String, language: String, log: inout DiagnosticLog) -> [UInt8] {
    let title = diagram.alternativeText ?? diagram.caption
    let key = Digest([
      "text": Array(diagram.text.utf8), "id": Array(id.utf8), "title": Array(title.utf8),
      "language": Array(language.utf8), "tool": tool.bytes,
    ])
    if let kept = store.content("diagram", key) { return kept }
    guard let drawn = draw(diagram, id: id, title: title, language: language, log: &log) else {
      return source(of: diagram)
    }
    store.store("diagram", key, drawn)
    return drawn
  }

  private func draw(
    _ diagram: DiagramSource, id: String, title: String, language: String, log: inout DiagnosticLog
  ) -> [UInt8]? {
    let (chart, problems) = Flowchart.parse(diagram.text)
    for problem in problems {
      let position = Position(
        line: diagram.firstLine + problem.line - 1, column: diagram.indentation + problem.column)
      log.error("diagram", at: position, length: problem.length, problem.message, help: problem.help)
    }
    guard problems.isEmpty else { return nil }
    switch chart.svg(id: id, title: title, language: language) {
    case .success(let svg): return Array(svg.utf8)
    case .failure(let error):
      log.error("diagram", at: Position(line: diagram.firstLine), error.description)
      return nil
    }
  }

  private func source(of diagram: DiagramSource) -> [UInt8] {
    var html = HTMLBuffer()
    html.element("pre", text: diagram.text)
    return html.bytes
  }
}
