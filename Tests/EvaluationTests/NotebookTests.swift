import CourseModel
import Evaluation
import Testing

/// Blocks of a lesson behave as in a notebook.
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
}
