import Foundation
import Testing

/// Lessons and experiments as a terminal shows them.
@Suite struct TerminalTests {
  @Test func `a lesson shows its blocks and what came of them, as their options say`() throws {
    let blocks = [
      swift("let hidden = 2", "setup"), swift("//| echo: false\nprint(\"out\", hidden)"),
      swift("let a = hidden + 1\n\na * 10"), swift("[a][5]", "traps"),
      swift("//| output: false\nprint(\"unseen\")"), swift("not Swift", "ignore"),
    ]
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", blocks.joined(separator: "\n"))])
    let result = try course.run("run", "one", "--ascii")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == """
        One

        out 2

        | let a = hidden + 1
        |\u{20}
        | a * 10
        30

        | [a][5]
        Fatal error: Index out of range

        | print("unseen")

        | not Swift


        """)
  }

  @Test func `an experiment in a lesson shows its parameters before its figures`() throws {
    let body = "```experiment derivative-check\nactivation: relu\n```"
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", body)])
    let output = try course.run("run", "one", "--ascii").output
    #expect(
      output.hasPrefix("One\n\n| experiment derivative-check\n| activation: relu\nok relu: passed"),
      "\(output)")
  }

  @Test func `a lesson that fails shows what ran before, and says what failed`() throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", swift("print(\"before\")") + "\n" + swift("[1][5]"))
    ])
    let result = try course.run("run", "one", "--ascii")
    #expect(result.status == 1)
    #expect(result.output.contains("| print(\"before\")\nbefore\n"), "\(result.output)")
    #expect(result.errors.contains("lessons/01-one.md:10:"), "\(result.errors)")
  }

  @Test func `columns stand under each other after wide characters`() throws {
    let course = try TemporaryCourse([
      "lessons/course.yml": "title: T\nlanguages: [en]\n", "lessons/01-one.md": lesson("神经网络", "Text."),
      "lessons/02-a-longer-id.md": lesson("Two", swift("1")),
    ])
    #expect(
      try course.run("list").output == """
        01  one          en  0 blocks  神经网络
        02  a-longer-id  en  1 blocks  Two

        """)
  }
}
