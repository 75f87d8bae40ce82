import CourseModel
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain text, 网络, e\u{301}, 👩‍👩‍👧\n\ttab", nil), ("\u{1B}[31m", "\\u{1B}[31m"), ("a\r\nb", "a\\u{D}\nb"),
    ("\u{9B}", "\\u{9B}"), ("\u{7F}\u{0}", "\\u{7F}\\u{0}"), ("a\u{202E}b\u{2069}", "a\\u{202E}b\\u{2069}"),
    ("::error::x", "\\u{3A}:error::x"), ("a\n \u{A0}::x", "a\n \u{A0}\\u{3A}:x"), ("A::b, ## [a]", nil),
    ("##[error]", "#\\u{23}[error]"), ("a ##vso[b]", "a #\\u{23}vso[b]"), ("###[", "##\\u{23}["), ("##", nil),
    ("%\u{301}", nil), (":", nil), ("::", "\\u{3A}:"),
  ])
  func `what would be obeyed is spelt, all else stays`(text: String, shown: String?) {
    #expect(text.visible == shown ?? text)
    #expect(text.visible.visible == text.visible)
  }

  @Test func `a line has no end and no tab`() {
    #expect("a\n\tb".visibleLine == "a\\u{A}\\u{9}b")
  }

  @Test func `a caret stands under its place after signs that are spelt`() {
    let file = SourceFile(path: "a.md", text: "\u{1B}[1m##[x] bad\n")
    let excerpt = SourceExcerpt(of: Position(line: 1, column: 11), length: 3, in: file)
    #expect(excerpt?.line == "\\u{1B}[1m#\\u{23}[x] bad")
    #expect(excerpt?.caret == String(repeating: " ", count: 20) + "^~~")
    let marked = SourceExcerpt(of: Position(line: 1, column: 1), length: 2, in: file)
    #expect(marked?.caret == "^~~~~~~")
  }

  @Test func `what forms one letter with its neighbour is escaped for GitHub, too`() {
    let problem = Diagnostic(
      .error, "a,b", "a\r\n::error::%\u{301}\u{1B}", path: "x:y,\n.md", at: Position(line: 1), help: "c\nd")
    #expect(
      problem.workflowCommand == "::error file=x%3Ay%2C%0A.md,line=1,col=1,title=a%2Cb::"
        + "a%0D%0A::error::%25\u{301}\\u{1B}%0Ahelp: c%0Ad")
  }
}
