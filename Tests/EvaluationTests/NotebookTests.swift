import CourseModel
import Evaluation
import Testing

@Suite struct NotebookTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  @Test func `later blocks see earlier names, and the last expression is shown`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        let a = 2
        func double(_ x: Int) -> Int { 2 * x }
        ```
        Twice that is `{swift} double(a)`, and `{swift} "text"` stays text.
        ```swift
        print("before")
        [a, double(a)]  // the values
        ```
        ```swift
        var total = 0
        total += a
        ```
        ```swift
        print(total); total
          .advanced(by: 1)
        ```
        """))
    #expect(
      outcome.outline == """
        0 ran
        1 ran
          prints "before\\n"
          shows "[2, 4]"
        2 ran
        3 ran
          prints "2\\n"
          shows "3"
        = 4
        = text
        """)
    #expect(outcome.source == .run)
  }

  @Test func `nothing and assignments show nothing`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        func nothing() {}
        var list = [1]
        nothing()
        ```
        ```swift
        list[0] = 5
        ```
        ```swift
        list.append(3)
        ```
        ```swift
        _ = list.removeLast()
        ```
        ```swift
        if list.isEmpty { 1 } else { 2 }
        ```
        ```swift
        list == [5]
        ```
        """))
    #expect(outcome.cells.prefix(5).flatMap(\.outputs) == [])
    #expect(outcome.cells[5].outputs == [.figure(.text("true"))])
  }

  @Test func `figures and text keep the order in which they happened`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        print("one")
        show("two")
        print("three", terminator: "")
        show(plot(.relu, over: -1...1))
        print("four")
        Activation.relu
        ```
        """))
    #expect(
      outcome.outline == """
        0 ran
          prints "one\\n"
          shows "two"
          prints "three"
          shows a plot
          prints "four\\n"
          shows [a plot, a table]
        """)
  }

  @Test func `blocks may wait, throw and import`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        import Foundation
        func later(_ x: Int) async throws -> Int { x + 1 }
        struct Refusal: Error {}
        do { throw Refusal() } catch { print("caught", error) }
        ```
        ```swift
        let number = try await later(3); try await later(number)
        ```
        ```swift
        String(format: "%.2f", 2.0.squareRoot())
        ```
        """))
    #expect(
      outcome.outline == """
        0 ran
          prints "caught Refusal()\\n"
        1 ran
          shows "5"
        2 ran
          shows "1.41"
        """)
  }

  @Test func `a name that is declared again is reported with both places`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        let a = 1
        print(a)
        ```
        ```swift
        func f(_ x: Int) -> Int { x }
        ```
        ```swift
        func f(_ x: Double) -> Double { x }
        let (b, a) = (1, 2)
        ```
        ```swift
        print("after")
        ```
        """))
    #expect(
      outcome.outline == """
        0 ran
          prints "1\\n"
        1 ran
        2 failed
        3 skipped
        lessons/01-a.md:10:9: error: 'a' is already declared in an earlier block [redeclared-name]
        """)
    #expect(outcome.diagnostics[0].notes.map(\.position) == [Position(line: 2, column: 5)])
    #expect(outcome.diagnostics[0].help?.contains("isolated") == true)
  }

  @Test func `isolated blocks are programs of their own`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        let a = 1
        ```
        ```swift isolated
        let a = 2
        a
        ```
        ```swift
        a
        ```
        ```swift isolated
        a
        ```
        """))
    #expect(
      outcome.outline == """
        0 ran
        1 ran
          shows "2"
        2 ran
          shows "1"
        3 failed
        lessons/01-a.md:12:1: error: cannot find 'a' in scope [compile-error]
        """)
  }

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

  @Test func `translations show the base lesson's outcomes and compute values of their own`() throws {
    let base = Lesson(
      """
      ```swift setup
      var x = 1
      ```
      ```swift id=grow
      x += 1
      x
      ```
      Here `{swift} x`.
      ```swift
      x = 10
      ```
      """)
    let translation = Lesson(
      """
      ```swift use=grow
      ```
      ```output
      3
      ```
      这里 `{swift} x` 和 `{swift} x * 2`。
      """, path: "lessons/01-a.zh.md", language: "zh")
    let outcomes = workshop.evaluate(Course(of: base, translation))
    #expect(outcomes[base.key]?.inlineValues == ["2"])
    #expect(
      outcomes[translation.key]?.outline == """
        0 ran
          shows "2"
        = 2
        = 4
        lessons/01-a.zh.md:4:1: error: stated is '3', the block prints '2' [output-mismatch]
        """)
  }

  @Test func `code of a translation runs after the base lesson's`() throws {
    let base = Lesson(
      """
      ```swift
      var x = 1
      ```
      ```swift
      x = 10
      ```
      """)
    let translation = Lesson(
      """
      ```swift
      let y = x + 1
      y
      ```
      `{swift} y`
      """, path: "lessons/01-a.zh.md", language: "zh")
    let outcomes = workshop.evaluate(Course(of: base, translation))
    #expect(outcomes[base.key]?.outline == "0 ran\n1 ran")
    #expect(outcomes[translation.key]?.outline == "0 ran\n  shows \"11\"\n= 11")
  }

  @Test func `a value may announce a result of a later block`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        The answer will be `{swift} answer`.
        ```swift
        let answer = 42
        ```
        """))
    #expect(outcome.inlineValues == ["42"])
  }

  @Test func `a value that is no expression is an error and harms nothing else`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        let a = 1
        ```
        Bad: `{swift} let b = 2`, `{swift} a +`, `{swift} c`; good: `{swift} a`.
        """))
    #expect(
      outcome.outline == """
        0 ran
        = nothing
        = nothing
        = nothing
        = 1
        lessons/01-a.md:4:15: error: 'let b = 2' is not a Swift expression with a value [invalid-expression]
        lessons/01-a.md:4:36: error: 'a +' is not a Swift expression with a value [invalid-expression]
        lessons/01-a.md:4:51: error: cannot find 'c' in scope [compile-error]
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
    #expect(outcome.diagnostics[0].message.contains("gello"))
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
