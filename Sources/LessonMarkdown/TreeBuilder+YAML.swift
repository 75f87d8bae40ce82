import CourseModel

extension TreeBuilder {
  /// The pieces of a text that a fence's YAML holds, read as a line of Markdown.
  ///
  /// The line is read as a heading in the place of the file where the value stands, so that places are the
  /// file's own. A value of several lines counts as one line, that of its beginning.
  mutating func inlines(of value: YAMLValue) -> [Inline] {
    guard let text = value.string(log: &log), case .scalar(_, let isPlain) = value.content else { return [] }
    let lines = value.position.line - 1
    let before = max(2, value.position.column - (isPlain ? 1 : 0))
    let line = String(text.map { $0.isNewline ? " " : $0 })
    let padding = String(repeating: "\n", count: lines) + "#" + String(repeating: " ", count: before - 1)
    let file = SourceFile(path: log.path, text: padding + line + " #\n")
    var preparation = TextPreparation(LessonText(file, lineOffset: lines), log: log)
    let prepared = preparation.prepared()
    var builder = TreeBuilder(prepared, settings: settings, log: preparation.log)
    builder.cells = cells
    builder.inlineValues = inlineValues
    let blocks = prepared.tree.withRoot { builder.document($0) } ?? []
    log = builder.log
    inlineValues = builder.inlineValues
    guard case .heading(let heading)? = blocks.first?.content else { return [] }
    return heading.content
  }
}
