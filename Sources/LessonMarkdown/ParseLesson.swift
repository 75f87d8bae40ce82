import CourseModel

/// The lesson that one text makes, whatever its file is called.
///
/// With `allowsRawHTML`, HTML in the text is kept in the tree; otherwise it is dropped with a warning.
public func parseText(_ file: SourceFile, allowsRawHTML: Bool = false) -> Parsed<Lesson> {
  let settings = LessonSettings(allowsRawHTML: allowsRawHTML)
  let text = PreparedText(bytes: file.bytes, lineOffset: 0)
  var builder = TreeBuilder(text: text, settings: settings, log: DiagnosticLog(path: file.path))
  let tree = MarkdownTree(text.bytes)
  let blocks = tree.withRoot { builder.blocks(of: $0) } ?? []
  let lesson = Lesson(file: file, id: "text", order: 0, language: settings.baseLanguage, blocks: blocks)
  return Parsed(lesson, diagnostics: builder.log.diagnostics)
}
