import CourseModel
import Evaluation
import Testing

/// Expectations, options and experiments.
@Suite struct OptionTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  @Test func `what must fail fails, and what must not run does not`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        let n = 3
        ```
        ```swift fails
        let text: String = n
        ```
        ```swift traps
        print("soon")
        let index = n + 4
        [1, 2, 3][index]
        ```
        ```swift norun
        while true { print(n) }
        ```
        ```swift ignore
        this is not Swift
        ```
        ```swift
        n
        ```
        """))
    #expect(
      outcome.outline == """
        0 ran
        1 rejected
          compiler "error: cannot convert value of type 'Int' to specified type 'String'\\nlet text: String = n\\n                   ^"
        2 trapped
          prints "soon\\n"
          trap "Fatal error: Index out of range"
        3 compiled
        4 shown
        5 ran
          shows "3"
        """)
  }

  @Test func `what should fail and does not is an error`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift fails
        let a = 1
        ```
        ```swift traps
        print(1)
        ```
        ```swift norun
        let a: Int = "text"
        ```
        """))
    #expect(
      outcome.outline == """
        0 failed
        1 failed
          prints "1\\n"
        2 failed
        lessons/01-a.md:2:1: error: this block compiles, although it is marked `fails` [no-rejection]
        lessons/01-a.md:5:1: error: this block runs to its end, although it is marked `traps` [no-trap]
        lessons/01-a.md:8:14: error: cannot convert value of type 'String' to specified type 'Int' [compile-error]
        """)
  }

  @Test func `random numbers are the same in every run`() throws {
    let lesson = Lesson(
      """
      ```swift
      //| seed: 7
      Int.random(in: 0..<1000, using: &generator)
      ```
      ```swift
      //| seed: 7
      Int.random(in: 0..<1000, using: &generator)
      ```
      ```swift
      Set((0..<20).map { "\\($0)" }).joined()
      ```
      """)
    let first = try workshop.evaluate(lesson)
    #expect(first.cells[0].outputs == first.cells[1].outputs)
    var settings = workshop.settings()
    settings.refresh = true
    let second = try workshop.evaluate(lesson, settings: settings)
    #expect(second.source == .run)
    #expect(first.cells == second.cells)
  }

  @Test func `experiments run, and a wrong parameter is refused`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```experiment derivative-check
        activation: gelu
        ```
        ```experiment derivative-check
        activation: gello
        ```
        """))
    #expect(outcome.cells[0].state == .ran)
    #expect(outcome.cells[0].outputs.isEmpty == false)
    #expect(outcome.cells[1].state == .failed)
    #expect(outcome.diagnostics.map(\.rule) == ["run-refused"])
    #expect(outcome.diagnostics.map(\.position.line) == [4])
    #expect(outcome.diagnostics[0].message.contains("gello"))
  }

  @Test func `an experiment draws from the seed of its block, 0 among them, and else from its own`() throws {
    let block = "```experiment gain\nactivations: relu\ndepth: 4\nwidth: 8\n```\n"
    var lesson = Lesson(block + block + block)
    lesson.cells[1].options.seed = 0
    lesson.cells[2].options.seed = 1
    let outcome = try workshop.evaluate(lesson)
    #expect(outcome.diagnostics.isEmpty && outcome.cells[0].outputs.isEmpty == false)
    #expect(outcome.cells[0].outputs == outcome.cells[2].outputs)
    #expect(outcome.cells[0].outputs != outcome.cells[1].outputs)
  }

  @Test func `a check that fails is an error where it is shown, unless it is expected to`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        let wrong = Activation("mine", value: { $0 * $0 }, derivative: { 3 * $0 })
        let right = Activation("square", value: { $0 * $0 }, derivative: { 2 * $0 })
        show(right.checkDerivative())

        show(wrong.checkDerivative())
        ```
        ```swift
        //| expect: failure
        wrong.checkDerivative()
        ```
        ```swift
        //| expect: failure
        right.checkDerivative()
        ```
        """))
    #expect(outcome.diagnostics.map(\.rule) == ["derivative-check", "unexpected-success"])
    #expect(outcome.diagnostics.map(\.position.line) == [6, 14])
  }

  @Test func `a check that can decide nothing says so instead of naming a difference`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        let flat = Activation("flat", value: { 1 + 1e-17 * $0 }, derivative: { _ in 1e-17 })
        flat.checkDerivative()
        ```
        """))
    #expect(outcome.diagnostics.map(\.rule) == ["derivative-check"])
    #expect(outcome.diagnostics.first?.message.contains("decides nothing") == true)
  }

  @Test func `needed files are there, and are part of what is remembered`() throws {
    let lesson = Lesson(
      """
      ```swift
      //| needs: data/numbers.txt
      import Foundation
      try String(contentsOfFile: "data/numbers.txt", encoding: .utf8)
      ```
      """)
    #expect(try workshop.evaluate(lesson).diagnostics.map(\.rule) == ["missing-file"])
    try workshop.write("1 2", to: "lessons/data/numbers.txt")
    #expect(try workshop.evaluate(lesson).cells[0].outputs == [.figure(.text("1 2"))])
    #expect(try workshop.evaluate(lesson).source == .reused)
    try workshop.write("3 4", to: "lessons/data/numbers.txt")
    #expect(try workshop.evaluate(lesson).cells[0].outputs == [.figure(.text("3 4"))])
  }
}
