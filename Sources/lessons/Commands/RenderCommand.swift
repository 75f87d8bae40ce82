import ArgumentParser
import ContentStore
import CourseModel
import CourseSite
import LessonMarkdown

/// `lessons render`: one text to HTML, nothing evaluated.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Turns one Markdown text into the HTML of its body; nothing is evaluated.")

  @OptionGroup var results: CacheOptions

  @Flag(help: "Write CommonMark's own HTML: no heading anchors, no colours, raw HTML let through.")
  var plain = false

  @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file"))
  var file = "-"

  func run() throws {
    let bytes = file == "-" ? Terminal.standardInput() : FileBytes.read(file)
    guard let bytes else { throw UsageFailure(message: "cannot read '\(file)'") }
    let source = SourceFile(path: file == "-" ? "standard-input.md" : file, bytes: bytes)
    let lesson = parseText(source, isPlainMarkdown: plain)
    let body = plain ? Parsed(renderPlain(lesson.value)) : rendered(lesson.value)
    Terminal.standardOutput(body.value)
    let diagnostics = (lesson.diagnostics + body.diagnostics).sorted()
    for diagnostic in diagnostics {
      Terminal.standardError(diagnostic.report(color: Terminal.hasColor) { _ in source } + "\n")
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw ContentFailure() }
  }

  private func rendered(_ lesson: Lesson) -> Parsed<[UInt8]> {
    renderBody(lesson, tool: Tool.digest, store: ContentStore(folder: results.cache))
  }
}
