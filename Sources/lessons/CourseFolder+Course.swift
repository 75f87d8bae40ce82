import CourseModel
import Foundation
import LessonMarkdown

extension CourseFolder {
  /// The course that the files make, and what is wrong with it.
  func parse() -> Parsed<Course> {
    var parsed = parseCourse(
      configuration: configuration, references: references, claims: claims, glossary: glossary,
      lessons: lessons)
    if unreadable.contains(where: { $0.name == "course.yml" }) {
      parsed.diagnostics.removeAll { ["unknown-language", "unknown-part"].contains($0.rule) }
    }
    parsed.diagnostics += strays + misnamed + unreadableFiles + linksOutside
    return parsed
  }

  /// A warning for every YAML file whose name is nearly that of one that is read.
  private var misnamed: [Diagnostic] {
    let known = Self.ofCourse.sorted()
    return attachments.filter { !$0.contains("/") && ($0.hasSuffix(".yml") || $0.hasSuffix(".yaml")) }
      .compactMap { name in
        nearestName(to: name.replacing(".yaml", with: ".yml"), among: known).map { meant in
          Diagnostic(
            .warning, "file-name", "'\(name)' is not read", path: "\(path)/\(name)", at: Position(line: 1),
            help: "did you mean '\(meant)'?")
        }
      }
  }

  /// An error for every file of the course that is there and cannot be read.
  var unreadableFiles: [Diagnostic] {
    unreadable.map { name, reason in
      Diagnostic(
        .error, "unreadable-file", "'\(name)' \(reason)", path: "\(path)/\(name)", at: Position(line: 1),
        help: reason.help)
    }
  }

  /// An error for every symbolic link that leads out of the folder.
  var linksOutside: [Diagnostic] {
    outside.map { name in
      Diagnostic(
        .error, "outside-folder", "the symbolic link '\(name)' leads out of the lessons folder",
        path: "\(path)/\(name)", at: Position(line: 1),
        help: "put what it leads to into the folder instead: only what lies there is read and published")
    }
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
