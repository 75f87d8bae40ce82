import CourseModel
import LessonMarkdown

/// A lesson's file with that text.
func lessonFile(_ text: String, path: String = "lessons/03-feedback.md") -> SourceFile {
  SourceFile(path: path, text: text)
}

/// The outline of a text.
func outline(_ text: String) -> String {
  parseText(lessonFile(text)).value.outline
}

/// The headlines of what is wrong with a text, each followed by the way out.
func problems(_ text: String) -> [String] {
  describe(parseText(lessonFile(text)).diagnostics)
}

/// The headlines of diagnostics, each followed by the way out.
func describe(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in diagnostic.headline + (diagnostic.help.map { "; " + $0 } ?? "") }
}

/// The text that a diagnostic underlines.
func underlined(_ diagnostic: Diagnostic, in file: SourceFile) -> String {
  let line = file.lineBytes(diagnostic.position.line).dropFirst(diagnostic.position.column - 1)
  return String(decoding: line.prefix(diagnostic.length), as: UTF8.self)
}
