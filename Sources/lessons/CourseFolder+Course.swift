import CourseModel
import LessonMarkdown

extension CourseFolder {
  /// The course that the files make, and what is wrong with it.
  func parse() -> Parsed<Course> {
    var parsed = parseCourse(
      configuration: configuration, references: references, claims: claims, glossary: glossary,
      lessons: lessons)
    parsed.diagnostics += strays
    return parsed
  }

  /// A warning for every Markdown file that looks like a lesson and whose name makes it none.
  private var strays: [Diagnostic] {
    let names = attachments.filter {
      $0.hasSuffix(".md") && !$0.contains("/") && $0.lowercased() != "readme.md"
    }
    return names.map { name in
      Diagnostic(
        .warning, "file-name", "'\(name)' is no lesson: its name does not begin with a number",
        path: "\(path)/\(name)", at: Position(line: 1),
        help: "name it by number and subject, as in 07-my-topic.md, or put it into a folder")
    }
  }
}
