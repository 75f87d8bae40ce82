import CourseModel
import Evaluation
import Testing

/// Values in sentences, and what translations take from the base lesson.
@Suite struct ValueTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

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

  @Test func `a block may be shown twice`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift use=one
        ```
        ```swift id=one
        1
        ```
        """))
    #expect(outcome.outline == "0 ran\n  shows \"1\"\n1 ran\n  shows \"1\"")
  }
}
