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
}
