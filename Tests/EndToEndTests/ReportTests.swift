import Foundation
import Testing

/// Problems as people and programs are told of them.
@Suite struct ReportTests {
  private let warned = lesson("One", "Some <b>words.\n\n" + swift("1 + 1") + "\n```output\n2\n```")

  @Test func `people see every problem once, in the order of the files, and how many there are`() throws {
    let wrong = warned.replacingOccurrences(of: "\n2\n", with: "\n3\n")
    let course = try TemporaryCourse(["lessons/01-one.md": wrong])
    let result = try course.run("check")
    #expect(result.output.isEmpty)
    let report = """
      lessons/01-one.md:5:6: warning: raw HTML is left out of the page [raw-html]
          5 | Some <b>words.
            |      ^~~
      help: write it as Markdown, or set 'raw_html: true' in course.yml

      lessons/01-one.md:12:1: error: stated is '3', the block prints '2' [output-mismatch]
         12 | 3
            | ^
      help: correct the text, or let `--accept` write what the block prints

      1 error, 1 warning

      """
    #expect(result.errors.hasSuffix("\n" + report), "\(result.errors)")
  }

  @Test func `warnings fail a strict build and no other`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": warned])
    #expect(try course.run("check").status == 0)
    #expect(try course.run("check", "--strict").status == 1)
    #expect(try course.run("build", "--strict").errors.contains("output is left as it was\n"))
    #expect(course.read("output/index.html") == nil)
  }

  @Test func `programs get one document with every part of a problem, and nothing else`() throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", swift("let x = 1") + "\n" + swift("let x = 2"))
    ])
    let result = try course.run("check", "--format", "json")
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        {
          "diagnostics" : [
            {
              "column" : 5,
              "help" : "give it another name, or make this block a program of its own: ```swift isolated",
              "length" : 1,
              "line" : 10,
              "message" : "'x' is already declared in an earlier block",
              "notes" : [
                {
                  "column" : 5,
                  "line" : 6,
                  "message" : "'x' is declared here",
                  "path" : "lessons/01-one.md"
                }
              ],
              "path" : "lessons/01-one.md",
              "rule" : "redeclared-name",
              "severity" : "error"
            }
          ],
          "lessons" : [
            {
              "id" : "one",
              "language" : "en",
              "path" : "lessons/01-one.md",
              "state" : "failed"
            }
          ]
        }

        """)
  }

  @Test func `workflow commands carry severity, place, rule and the way out on one line`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": warned])
    let result = try course.run("check", "--format", "github")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(
      result.output
        == "::warning file=lessons/01-one.md,line=5,col=6,title=raw-html::raw HTML is left out of the page"
        + "%0Ahelp: write it as Markdown, or set 'raw_html: true' in course.yml\n")
  }
}
