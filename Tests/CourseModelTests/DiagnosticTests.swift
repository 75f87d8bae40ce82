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

  @Test(arguments: [0, 50, 3000, 9990]) func `of a very long line what is around the place is shown`(
    place: Int
  ) {
    let line = String(repeating: "激a", count: 5000)
    let file = SourceFile(path: "a.md", text: line + "\n")
    let column = String(line.prefix(place)).utf8.count + 1
    let excerpt = SourceExcerpt(of: Position(line: 1, column: column), length: 1, in: file)
    #expect(excerpt.map { $0.line.utf8.count <= 1010 } == true)
    #expect(excerpt?.line.contains("\u{FFFD}") == false)
    let mark = excerpt?.caret.utf8.firstIndex(of: UInt8(ascii: "^")).map {
      excerpt?.caret.prefix(upTo: $0).count
    }
    let shown = excerpt?.line.prefix { _ in true } ?? ""
    var width = 0
    let under = shown.first { sign in
      defer { width += displayWidth(String(sign)) }
      return width == mark
    }
    #expect(under == Array(line)[place])
  }
}
