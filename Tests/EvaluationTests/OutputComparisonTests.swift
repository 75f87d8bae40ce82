import CourseModel
import Evaluation
import Testing

@Suite struct OutputComparisonTests {
  @Test(arguments: [
    ("0.50", "0.505"), ("0.50", "0.495"), ("0.50", "0.5"), ("-1.2e-7", "-1.24e-07"), ("3", "3.0"), ("3", "3"),
    ("loss 0.12 after 10", "loss  0.1234 after 10"), ("x1 = 2.0", "x1 = 2.04"),
    ("[1.0, 2.5]", "[1.04, 2.46]"),
    ("a\n...\nz", "a\nb\nc\nz"), ("a\n...\nz", "a\nz"), ("...", ""), ("...\nz", "y\nz"), ("a\n...", "a\nb"),
    ("a\n...\nm\n...\nz", "a\nm\nm\nz"), ("trailing", "trailing  \n\n"), ("3-4", "3-4"), ("1e3", "1000"),
    ("导数 2.0", "导数 2.01"),
  ])
  func `what is stated to some precision is matched by`(_ expected: String, _ actual: String) {
    #expect(OutputComparison(expected: expected, actual: actual).mismatch == nil)
  }

  @Test(arguments: [
    ("0.50", "0.506"), ("3", "3.4"), ("3", "4"), ("x1", "x2"), ("1.0", "nan"), ("a b", "ab"), ("a\nb", "a"),
    ("a", "a\nb"), ("a\n...\nz", "a\nb"), ("...\nz", "z\ny"), ("1.0", "-1.0"), ("", "a"), ("a\n...\na", "a"),
    ("1.0e400", "3"), ("1e999", "2e999"), ("1.5e-9223372036854775808", "3"), ("3", "1.5e9223372036854775807"),
  ])
  func `what is stated to some precision is not matched by`(_ expected: String, _ actual: String) {
    #expect(OutputComparison(expected: expected, actual: actual).mismatch != nil)
  }

  @Test func `a tolerance is relative`() {
    #expect(OutputComparison(expected: "100", actual: "101", tolerance: 0.02).mismatch == nil)
    #expect(OutputComparison(expected: "100", actual: "103", tolerance: 0.02).mismatch != nil)
    #expect(OutputComparison(expected: "0", actual: "0.001", tolerance: 0.01).mismatch == nil)
  }

  @Test func `the first difference is told by line and bytes`() throws {
    let mismatch = try #require(
      OutputComparison(expected: "one\nloss = 0.12 here\nx\n", actual: "one\nloss = 0.2 here\ny\n").mismatch)
    #expect(mismatch.line == 1)
    #expect(mismatch.range == 7..<11)
    #expect(mismatch.actual == "loss = 0.2 here")
    #expect(mismatch.others == 1)
  }

  private let text = """
    Text.
    ```swift
    print(1.5)
    ```
    ```output
    1.5
    more
    ```
    > End, untouched.  
    """

  private func outcome(printing text: String) -> LessonOutcome {
    LessonOutcome(cells: [CellOutcome(state: .ran, outputs: [.standardOutput(text)])])
  }

  @Test func `accepting rewrites the fence and nothing else`() throws {
    let lesson = Lesson(text)
    let revised = try #require(Accept.revise(lesson, outcome(printing: "1.25\nnext\n\nlast\n")))
    #expect(
      String(decoding: revised, as: UTF8.self)
        == text.split(separator: "1.5\nmore").joined(separator: "1.25\nnext\n\nlast"))
    #expect(Accept.revise(lesson, outcome(printing: "1.52\nmore\n")) == nil)
  }

  @Test func `accepting keeps the lines that are right as they are written`() throws {
    let revised = try #require(Accept.revise(Lesson(text), outcome(printing: "1.5049\nless\n")))
    #expect(String(decoding: revised, as: UTF8.self).contains("```output\n1.5\nless\n```\n"))
  }

  @Test func `accepting text that holds a fence lengthens the fence`() throws {
    let revised = try #require(Accept.revise(Lesson(text), outcome(printing: "```\nx\n")))
    #expect(String(decoding: revised, as: UTF8.self).contains("````output\n```\nx\n````\n> End"))
  }

  @Test func `accepting keeps indentation and line endings`() throws {
    let text = "- item\r\n  ```swift\r\n  1\r\n  ```\r\n  ```output\r\n  ```\r\nend\r\n"
    var lesson = Lesson(text.split(separator: "\r\n").joined(separator: "\n"))
    lesson.file = SourceFile(path: lesson.file.path, text: text)
    let revised = try #require(Accept.revise(lesson, outcome(printing: "a\n\nb\n")))
    #expect(
      String(decoding: revised, as: UTF8.self)
        == "- item\r\n  ```swift\r\n  1\r\n  ```\r\n  ```output\r\n  a\r\n\r\n  b\r\n  ```\r\nend\r\n")
  }
}
