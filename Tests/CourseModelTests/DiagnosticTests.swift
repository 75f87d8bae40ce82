import CourseModel
import Testing

@Suite struct DiagnosticTests {
  private let file = SourceFile(path: "lessons/01-a.md", text: "# A\n\n```swift hiden\n神经 $x$ `网络`\n")

  private func diagnostic(line: Int, column: Int, length: Int) -> Diagnostic {
    Diagnostic(
      .error, "unknown-word", "unknown word 'hiden'", path: file.path,
      at: Position(line: line, column: column),
      length: length, help: "did you mean 'hidden'?",
      notes: [.init(path: file.path, position: Position(line: 1), message: "the lesson begins here")])
  }

  @Test func `a report shows place, source line, caret, notes and the way out`() {
    #expect(
      diagnostic(line: 3, column: 10, length: 5).report { $0 == file.path ? file : nil } == """
        lessons/01-a.md:3:10: error: unknown word 'hiden' [unknown-word]
            3 | ```swift hiden
              |          ^~~~~
        lessons/01-a.md:1:1: note: the lesson begins here
            1 | # A
              | ^
        help: did you mean 'hidden'?
        """)
  }

  @Test func `a caret stands under its place after wide characters`() {
    let text = diagnostic(line: 4, column: 8, length: 3).report { _ in file }
    #expect(text.contains("    4 | 神经 $x$ `网络`\n      |      ^~~\n"))
  }

  @Test func `a place outside the file is reported without an excerpt`() {
    let text = diagnostic(line: 99, column: 1, length: 1).report { _ in file }
    #expect(
      text.hasPrefix("lessons/01-a.md:99:1: error: unknown word 'hiden' [unknown-word]\nlessons/01-a.md:1:1"))
  }

  @Test func `a workflow command escapes what would end it`() {
    var problem = diagnostic(line: 3, column: 10, length: 5)
    problem.message = "50% of\nit"
    problem.help = nil
    #expect(
      problem.workflowCommand
        == "::error file=lessons/01-a.md,line=3,col=10,title=unknown-word::50%25 of%0Ait")
  }

  @Test func `problems are ordered by file, then by place`() {
    let later = diagnostic(line: 10, column: 1, length: 1)
    let earlier = diagnostic(line: 9, column: 5, length: 1)
    #expect([later, earlier].sorted() == [earlier, later])
  }
}
