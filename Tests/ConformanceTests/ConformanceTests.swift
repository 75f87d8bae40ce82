import CourseModel
import CourseSite
import LessonMarkdown
import Testing

@Suite struct ConformanceTests {
  @Test(.enabled(if: !Suites.commonMark.isEmpty, Suites.advice), arguments: Suites.commonMark)
  func `text becomes the HTML that CommonMark says`(example: SpecificationExample) {
    #expect(html(example.markdown) == example.html)
  }

  @Test(.enabled(if: !Suites.commonMark.isEmpty, Suites.advice))
  func `all examples of CommonMark are there`() {
    #expect(Suites.commonMark.count == 652)
  }

  @Test(.enabled(if: !Suites.tables.isEmpty, Suites.advice), arguments: Suites.tables)
  func `tables become the HTML that GitHub's specification says`(example: SpecificationExample) {
    #expect(html(example.markdown) == example.html)
  }

  @Test(.enabled(if: !Suites.tables.isEmpty, Suites.advice))
  func `all table examples of GitHub are there`() {
    #expect(Suites.tables.count == 8)
  }

  private func html(_ markdown: String) -> String {
    let file = SourceFile(path: "example.md", text: markdown)
    return String(decoding: renderPlain(parseText(file, isPlainMarkdown: true).value), as: UTF8.self)
  }
}
