import Foundation
import Testing

/// What the README shows is what the tool does.
@Suite struct ReadmeTests {
  @Test func `the lesson of the README builds as it stands`() throws {
    let course = try TemporaryCourse(["lessons/23-my-topic.md": try fence("````markdown")])
    let result = try course.run("build", "--strict")
    #expect(result.status == 0, "\(result.errors)")
    #expect(course.read("output/my-topic.html")?.contains("0.75") == true)
  }

  @Test func `a claim that is not true is answered with the message that the README shows`() throws {
    let lesson = try fence("````markdown").replacingOccurrences(of: "0.25\n```", with: "0.5\n```")
    let course = try TemporaryCourse(["lessons/23-my-topic.md": lesson])
    let result = try course.run("check")
    #expect(result.status == 1)
    #expect(result.errors.contains(try fence("```") + "\n1 error\n"), "\(result.errors)")
  }

  /// The text of the first fence in the README that begins with the given line.
  private func fence(_ opening: String) throws -> String {
    let text = try String(contentsOfFile: projectFolder + "/README.md", encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: opening))
    let end = try #require(lines[(start + 1)...].firstIndex(of: String(opening.prefix { $0 == "`" })))
    return lines[(start + 1)..<end].map { $0 + "\n" }.joined()
  }
}

/// The folder of the package.
let projectFolder = URL(fileURLWithPath: #filePath).pathComponents.dropFirst().dropLast(3)
  .reduce("") { $0 + "/" + $1 }
