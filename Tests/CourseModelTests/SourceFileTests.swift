import CourseModel
import Testing

@Suite struct SourceFileTests {
  @Test func `lines end at LF, CR LF and lone CR`() {
    let file = SourceFile(path: "a.md", text: "one\ntwo\r\nthree\rfour\n")
    #expect(file.lineCount == 4)
    #expect((1...5).map(file.line) == ["one", "two", "three", "four", ""])
  }

  @Test func `a byte order mark is not part of the first line`() {
    #expect(SourceFile(path: "a.md", bytes: [0xEF, 0xBB, 0xBF, 0x61]).line(1) == "a")
  }

  @Test func `lines outside the file are empty`() {
    let file = SourceFile(path: "a.md", text: "")
    #expect(file.lineCount == 1)
    #expect(file.line(0) == "" && file.line(1) == "" && file.line(2) == "")
  }
}
