import CourseModel
import LessonMarkdown
import Testing

@Suite struct OutlineTests {
  @Test func `a text without markup is one paragraph`() {
    let lesson = parseText(SourceFile(path: "a.md", text: "plain text\n")).value
    #expect(lesson.blocks == [Block(.paragraph([.text("plain text")]), at: Position(line: 1))])
  }
}
