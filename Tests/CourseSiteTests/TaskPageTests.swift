import CourseModel
import CourseSite
import Testing

@Suite struct TaskPageTests {
  private let here = Position(line: 3)

  @Test func `a hint is folded until the reader opens it`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let hint = Callout(kind: .hint, content: [Block(.paragraph([.text("Square it.")]), at: here)])
    sample.course.lessons[1].blocks.append(Block(.callout(hint), at: here))
    let page = try #require(sample.page("kinks.html"))
    #expect(page.contains("<details class=\"callout hint\"><summary class=\"callout-title\">"))
    #expect(page.contains("Hint</summary>\n<p>Square it.</p>\n</details>"))
    #expect(SiteMarkup(page).problems.isEmpty)
  }
}
