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
    let bytes = try self.bytes()
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

  private func bytes() throws -> [UInt8] {
    if file == "-" {
      guard let bytes = Terminal.standardInput(atMost: Limits.sourceBytes) else {
        throw UsageFailure(message: "standard input has more than \(Limits.sourceBytes) bytes")
      }
      return bytes
    }
    do throws(UnreadableFile) {
      return try FileBytes.content(of: file, atMost: Limits.sourceBytes)
    } catch {
      throw UsageFailure(message: "'\(file)' \(error); \(error.help)")
    }
  }

  private func rendered(_ lesson: Lesson) -> Parsed<[UInt8]> {
    renderBody(lesson, tool: Tool.digest, store: ContentStore(folder: results.cache))
  }
}
