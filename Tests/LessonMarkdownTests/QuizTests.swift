import CourseModel
import LessonMarkdown
import Testing

@Suite struct QuizTests {
  @Test func `a quiz is read, numbered, its texts Markdown`() {
    let text = """
      ```quiz
      label: quiz-slope
      question: Where is `tanh` *steepest*?
      choices:
        - text: "At $x = 0$"
          correct: true
          why: "Yes: `{swift} slope`."
        - text: Far away
          why: It is flat there.
      ```

      ```quiz
      question: Sure?
      choices: [{text: a, why: b, correct: true}, {text: c, why: d, correct: true}]
      ```
      """
    #expect(
      outline(text) == """
        quiz @1:1 quiz 1 #quiz-slope Where is code(tanh) em(steepest)?
          correct At math(x = 0 @5:16) — Yes: value(slope @7:25).
          choice Far away — It is flat there.
        quiz @12:1 quiz 2 #quiz-2 Sure?
          correct a — b
          correct c — d
        """)
    #expect(problems(text).isEmpty)
  }

  @Test func `a quiz is one of the lesson's tasks and can be referred to`() {
    let quiz =
      "```quiz\nlabel: quiz-a\nquestion: q\nchoices: [{text: a, why: b}, {text: c, why: d, correct: true}]\n```\n"
    let parsed = parseCourse(
      configuration: nil, references: nil,
      lessons: [
        lessonFile(
          "---\ntitle: T\n---\n\(quiz)\n> \(quiz.replacing("\n", with: "\n> "))\n\nSee [](#quiz-a).\n")
      ])
    #expect(parsed.diagnostics.map(\.rule) == ["duplicate-label"])
    #expect(parsed.value.lessons[0].tasks == ["quiz-a", "quiz-a"])
  }

  @Test(arguments: [
    (
      "question: q\nchoices: [{text: a, why: b}, {text: c, why: d}]",
      "1:1: error: no choice of the quiz is correct"
    ),
    (
      "question: q\nchoices: [{text: a, why: b, correct: true}]",
      "1:1: error: the quiz has fewer than two choices"
    ),
    (
      "choices: [{text: a, why: b, correct: true}, {text: c, why: d}]", "1:1: error: the quiz has no question"
    ),
    (
      "question: q\nchoices:\n- text: a\n- {text: b, why: c, correct: true}",
      "4:3: error: the choice has no 'why'"
    ),
    ("question: q\nchoices: [a, {text: b, why: c}]", "3:11: error: the choice has no text and no reaction"),
    ("question: q\nchoice: []", "3:1: error: unknown key 'choice' [unknown-key]; did you mean 'choices'?"),
    (
      "question: q\nchoices: [{text: a, why: b, corect: true}, {text: c, why: d}]",
      "3:29: error: unknown key 'corect' [unknown-key]; did you mean 'correct'?"
    ),
    (
      "question: q\nchoices: [{text: a, why: b, correct: 1}, {text: c, why: d}]",
      "3:38: error: expected 'true' or 'false'"
    ),
    ("label: a\nquestion: q", "2:8: error: the label 'a' must begin with 'quiz-'"),
    ("question: [", "error: the YAML cannot be read"),
  ])
  func `mistakes are reported at their places`(body: String, problem: String) throws {
    let found = problems("```quiz\n\(body)\n```\n")
    #expect(found.count == 1, "\(found)")
    #expect(try #require(found.first).contains(problem))
  }

  @Test func `a misspelt fence is no quiz, and other languages are no misspelt ones`() {
    #expect(problems("```Quiz\nquestion: q\n```\n").map { $0.hasSuffix("write ```quiz") } == [true])
    #expect(problems("```claim\nS1: a\n```\n").map { $0.hasSuffix("write ```claims") } == [true])
    #expect(problems("```ruby\n1\n```\n\n```clang\n1\n```\n\n```make\n1\n```\n").isEmpty)
  }
}
