import ArgumentParser
import CourseModel
import Foundation
import LessonMarkdown

/// `lessons list`: the lessons of the course.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the lessons.")

  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("human or json.", valueName: "format"))
  var format = ListFormat.human

  func run() throws {
    let folder = try CourseFolder(at: source.lessonsFolder)
    let course = folder.parse().value
    let byID = Dictionary(grouping: course.lessons, by: \.id)
    let rows = course.lessons(in: course.baseLanguage).map { row($0, (byID[$0.id] ?? []).map(\.language)) }
    Terminal.standardOutput(format == .json ? try JSON.text(rows) : text(rows))
    try Reporter(options: ReportOptions.parse([]), sources: [:]).report(
      folder.unreadableFiles + folder.linksOutside)
  }

  private func row(_ lesson: Lesson, _ languages: [String]) -> Row {
    Row(
      order: lesson.order, id: lesson.id, title: lesson.title, part: lesson.frontMatter.part,
      languages: languages, path: lesson.file.path,
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
