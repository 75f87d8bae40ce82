import CourseModel

extension TreeBuilder {
  /// The pieces of a text that a fence's YAML holds, read as a line of Markdown.
  ///
  /// The line is read as a heading that is said to stand where the value stands in the file, so that places are
  /// the file's own. A value of several lines counts as one line, that of its beginning.
  mutating func inlines(of value: YAMLValue) -> [Inline] {
    guard let text = value.string(log: &log), case .scalar(_, let isPlain) = value.content else { return [] }
    let before = max(2, value.position.column - (isPlain ? 1 : 0))
    let file = SourceFile(path: log.path, text: "# " + String(text.map { $0.isNewline ? " " : $0 }) + " #\n")
    let moved = LessonText(file, movedBy: TextMove(lines: value.position.line - 1, columns: before - 2))
    var preparation = TextPreparation(moved, log: DiagnosticLog(path: log.path))
    let prepared = preparation.prepared()
    var builder = TreeBuilder(prepared, settings: settings, log: preparation.log)
    builder.cells = cells
    swap(&builder.inlineValues, &inlineValues)
    let blocks = prepared.tree.withRoot { builder.document($0) } ?? []
    swap(&builder.inlineValues, &inlineValues)
    log.append(builder.log)
    guard case .heading(let heading)? = blocks.first?.content else { return [] }
    return heading.content
  }
}
