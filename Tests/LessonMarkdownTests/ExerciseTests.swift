import CourseModel
import LessonMarkdown
import Testing

@Suite struct ExerciseTests {
  private static let whole = """
    ## Exercises

    ### Exercise: how deep? {#exr-deep}

    > [!HINT]
    > Take the logarithm.

    ```swift
    //| code-fold: true
    log(2.0)
    ```

    """

  private func course(_ lessons: [String: String]) -> Parsed<Course> {
    parseCourse(
      configuration: SourceFile(path: "course.yml", text: "title: {en: A, zh: B}\nlanguages: [en, zh]\n"),
      references: nil,
      lessons: lessons.sorted { $0.key < $1.key }.map {
        SourceFile(path: $0.key, text: "---\ntitle: T\n---\n" + $0.value)
      })
  }

  @Test func `exercises are numbered and can be referred to`() {
    let second = "\n### Exercise: *again* {#exr-again}\n\nSee [](#exr-deep).\n"
    let parsed = course(["08-a.md": Self.whole + second])
    let headings = parsed.value.lessons[0].outline.split(separator: "\n").filter { $0.hasPrefix("heading 3") }
    #expect(
      headings == [
        "heading 3 @6:1 #exr-deep Exercise 8.1: how deep?",
        "heading 3 @16:1 #exr-again Exercise 8.2: em(again)",
      ])
    let target = parsed.value.labels[.init(language: "en", label: "exr-deep")]
    #expect(target?.numbered == Numbered(kind: .exercise, number: "8.1", anchor: "exr-deep"))
    #expect(parsed.value.lessons[0].exercises.map(\.blocks.count) == [2, 1])
  }

  @Test func `the Chinese word has its number, too`() {
    let chinese = "### 练习：多深？ {#exr-deep}\n\n> [!HINT]\n> 取对数。\n\n```swift\n//| code-fold: true\n1\n```\n"
    let parsed = course(["08-a.md": Self.whole, "08-a.zh.md": chinese])
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.value.lessons[1].outline.hasPrefix("heading 3 @4:1 #exr-deep 练习 8.1：多深？"))
  }

  @Test func `an exercise without a hint or a solution that runs is pointed out`() {
    let bare = "### Exercise: a {#exr-a}\n\n```swift ignore\n//| code-fold: true\n1\n```\n"
    #expect(
      describe(course(["01-a.md": bare]).diagnostics) == [
        "01-a.md:4:1: warning: the exercise 'exr-a' has no folded solution that runs [exercise-without-solution]; "
          + "end it with a block that says '//| code-fold: true'",
        "01-a.md:4:1: warning: the exercise 'exr-a' has no hint [exercise-without-hint]; "
          + "add '> [!HINT]' below the task",
      ])
  }

  @Test func `an exercise is one by its heading and its label`() {
    #expect(
      describe(course(["01-a.md": "### Exercise: a\n\n### Exercise: b {#deep}\n"]).diagnostics) == [
        "01-a.md:4:1: error: the exercise has no label that begins with 'exr-' [exercise-label]; "
          + "end the heading with a label, as in {#exr-depth}",
        "01-a.md:6:1: error: the exercise has no label that begins with 'exr-' [exercise-label]; "
          + "write {#exr-deep}",
      ])
    let nameless = Self.whole.replacing("Exercise: how", with: "How")
    #expect(
      describe(course(["01-a.md": nameless]).diagnostics) == [
        "01-a.md:6:1: error: the heading labelled 'exr-deep' does not say that it is an exercise "
          + "[exercise-heading]; write 'Exercise: …', in Chinese '练习：…'"
      ])
  }

  @Test func `a misspelt hint is named`() {
    #expect(
      problems("> [!HINTS]\n> a\n") == [
        "lessons/03-feedback.md:1:5: error: unknown kind of remark 'HINTS' [unknown-callout]; "
          + "did you mean '[!HINT]'?"
      ])
  }
}
