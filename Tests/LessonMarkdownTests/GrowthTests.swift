import CourseModel
import LessonMarkdown
import Testing

@Suite struct GrowthTests {
  @Test func `a place in the sentence of a quiz is the file's, far down and far to the right`() {
    let before = String(repeating: "Text.\n\n", count: 300)
    let quiz = """
      ```quiz
      question: 激活 [^no]?
      choices: [{text: "a", why: "$x$ and [@b c]"}, {text: 'c', why: d, correct: true}]
      ```

      [^yes]: Note. [^yes]
      """
    let found = parseText(lessonFile(before + quiz)).diagnostics.map(\.headline)
    #expect(
      found == [
        "lessons/03-feedback.md:602:18: warning: no footnote is named 'no' [unknown-footnote]",
        "lessons/03-feedback.md:603:37: warning: this is not read as a citation [citation-form]",
      ])
    let nested = parseText(lessonFile(before + quiz)).value.outline
    #expect(nested.contains("a — math(x @603:30) and"))
  }

  @Test func `values in the sentences of many quizzes keep their order`() {
    let quiz =
      "```quiz\nquestion: '`{swift} N`'\nchoices: [{text: a, why: b}, {text: c, why: d, correct: true}]\n```\n\n"
    let text = (0..<5).map { quiz.replacing("N", with: "\($0)") }.joined() + "`{swift} 5`\n"
    #expect(parseText(lessonFile(text)).value.inlineValues.map(\.expression) == (0...5).map(String.init))
  }

  @Test func `a table that lacks very many cells is refused at the row where they are too many`() {
    let head = String(repeating: "| a ", count: 500) + "|\n" + String(repeating: "|---", count: 500) + "|\n"
    let rows = String(repeating: "| 1 |\n", count: 400)
    #expect(
      problems(head + rows) == [
        "lessons/03-feedback.md:23:1: error: down to this row the rows lack more than 10000 cells of the table's "
          + "500 columns [table-cells]; give the rows as many cells as the head has, or split the table"
      ])
    let table = parseText(lessonFile(head + rows)).value.blocks.compactMap { block -> TextTable? in
      if case .table(let table) = block.content { table } else { nil }
    }
    let cells = table.flatMap(\.rows).map(\.count)
    #expect(cells.count == 400 && cells.reduce(0, +) < 12_000 && cells.first == 500 && cells.last == 1)
  }

  @Test func `an unknown footnote is answered with few of the names there are`() {
    let notes = (0..<300).map { "[^note\($0)]: Note.\n" }.joined(separator: "\n")
    let help = parseText(lessonFile("A[^quantum].\n\n" + notes)).diagnostics
      .first { $0.rule == "unknown-footnote" }?.help
    #expect(help?.hasSuffix(", and 240 more") == true)
  }

  @Test func `the second and third definition of a footnote name the first`() {
    let found = parseText(lessonFile("A[^a].\n\n[^a]: One.\n\n[^a]: Two.\n\n[^a]: Three.\n")).diagnostics
    #expect(found.map(\.position.line) == [5, 7])
    #expect(found.flatMap(\.notes).map(\.position.line) == [3, 3])
  }

  @Test func `a course has at most fifty languages`() {
    let letters = Array("abcdefghij")
    let names = (0..<60).map { number in String(["x", letters[number / 10], letters[number % 10]]) }
    let file = SourceFile(
      path: "lessons/course.yml", text: "languages: [" + names.joined(separator: ", ") + "]\n")
    let parsed = parseCourse(configuration: file, references: nil, lessons: [])
    #expect(
      describe(parsed.diagnostics) == [
        "lessons/course.yml:1:263: error: a course has at most 50 languages [invalid-value]; "
          + "remove this one and those behind it"
      ])
  }

  @Test func `a word for a term has at most two hundred characters`() {
    let text = "a:\n  term: {en: \(String(repeating: "b", count: 201))}\n  definition: {en: c}\n"
    let file = SourceFile(path: "lessons/glossary.yml", text: text)
    let parsed = parseCourse(configuration: nil, references: nil, glossary: file, lessons: [])
    #expect(
      describe(parsed.diagnostics) == [
        "lessons/glossary.yml:1:1: error: 'bbbbbbbbbbbbbbbbbbbb…' has more than 200 characters [long-term]; "
          + "a term is a word or a few; put the rest into the definition"
      ])
  }
}
