import CourseModel
import Testing

@Suite struct LinkTargetTests {
  @Test(arguments: ["https://example.org/a.md", "mailto:a@b.c", "//example.org/a.md", "/a.md", ""])
  func `an address outside the lessons folder stays as it is`(destination: String) {
    #expect(LinkTarget(destination) == .address)
  }

  @Test func `lessons, other files and places are told apart, and their names decoded`() {
    #expect(LinkTarget("#a:b/c") == .place(anchor: "a:b/c"))
    #expect(LinkTarget("#%E6%95%B0") == .place(anchor: "数"))
    #expect(LinkTarget("./04-%6Daths.md#kinks") == .lesson(file: "04-maths.md", anchor: "kinks"))
    #expect(LinkTarget("images/../a%20b.png") == .file(path: "a b.png", anchor: ""))
    #expect(LinkTarget("100%.png") == .file(path: "100%.png", anchor: ""))
    #expect(LinkTarget("activation:gelu") == .activation("gelu"))
    #expect(LinkTarget("../a.md") == .lesson(file: "../a.md", anchor: ""))
  }
}
