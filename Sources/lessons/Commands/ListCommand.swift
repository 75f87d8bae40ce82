import ArgumentParser
import CourseModel
import Foundation
import LessonMarkdown

/// `lessons list`: the lessons of the course.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the lessons.")

  @OptionGroup var folders: FolderOptions

  @Option(help: ArgumentHelp("human or json.", valueName: "format"))
  var format = ReportFormat.human

  func run() throws {
    let folder = try CourseFolder(at: folders.lessonsFolder)
    let course = folder.parse().value
    let rows = course.lessons(in: course.baseLanguage).map { row($0, in: course) }
    Terminal.standardOutput(format == .json ? JSON.text(rows) : text(rows))
  }

  private func row(_ lesson: Lesson, in course: Course) -> Row {
    Row(
      order: lesson.order, id: lesson.id, title: lesson.title, part: lesson.frontMatter.part,
      languages: course.lessons.filter { $0.id == lesson.id }.map(\.language), path: lesson.file.path,
      blocks: lesson.cells.count, isDraft: lesson.frontMatter.isDraft)
  }

  private func text(_ rows: [Row]) -> String {
    let lines = rows.map { row in
      [
        String(format: "%02d", row.order), row.id, row.languages.joined(separator: ","),
        "\(row.blocks) blocks",
        row.title + (row.isDraft ? " (draft)" : ""),
      ]
    }
    return columns(lines)
  }

  private struct Row: Encodable {
    var order: Int
    var id: String
    var title: String
    var part: String?
    var languages: [String]
    var path: String
    var blocks: Int
    var isDraft: Bool
  }
}

/// Rows of cells as aligned columns, the last column as long as it likes.
func columns(_ rows: [[String]]) -> String {
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in
    rows.compactMap { column < $0.count ? displayWidth($0[column]) : nil }.max() ?? 0
  }
  return rows.map { row in
    let cells = row.enumerated().map { column, cell in
      column == row.count - 1
        ? cell : cell + String(repeating: " ", count: widths[column] - displayWidth(cell))
    }
    return cells.joined(separator: "  ") + "\n"
  }.joined()
}
