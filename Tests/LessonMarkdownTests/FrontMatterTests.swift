import CourseModel
import LessonMarkdown
import Testing

@Suite struct FrontMatterTests {
  private func lesson(_ yaml: String) -> Parsed<Lesson> {
    parseLesson(lessonFile("---\n" + yaml + "---\n\ntext\n"))
  }

  @Test func `a head that cannot be read is one problem`() {
    #expect(lesson("title: Part 1: relu\n").diagnostics.map(\.rule) == ["invalid-yaml"])
    #expect(parseLesson(lessonFile("---\ntitle: T\n\ntext\n")).diagnostics.map(\.rule) == ["front-matter"])
    #expect(lesson("title: T\ntimeout: 0\n").diagnostics.map(\.rule) == ["invalid-value"])
  }

  @Test func `a file that is not UTF-8 says where`() {
    let bytes = Array("---\ntitle: T\n---\n\né caf".utf8) + [0xE9, 0x0A]
    let parsed = parseLesson(SourceFile(path: "lessons/01-a.md", bytes: bytes))
    #expect(
      describe(parsed.diagnostics) == [
        "lessons/01-a.md:5:7: error: the text is not UTF-8 from here on [encoding]; save the file as UTF-8"
      ])
  }

  @Test(arguments: [
    ("title：直线\n", "2:6: a full-width colon"), ("title: T\nobjectives：\n  - a\n", "3:11: a full-width colon"),
    ("title：直线\ndescription: 线\n", "2:6: a full-width colon"),
    ("title: T\nobjectives:\n\t- a\n", "4:1: a tab"),
    ("title:\"T\"\npart: P\n", "2:6: no blank follows this colon"),
    ("title: T\nobjectives:\n  - a\n  -b: c\n", "5:3: no blank follows this hyphen"),
  ])
  func `a slip of the keyboard in YAML is named where it is`(yaml: String, expected: String) {
    let found = lesson(yaml).diagnostics.filter { $0.rule == "invalid-yaml" }
    #expect(found.count == 1)
    let parts = expected.split(separator: " ", maxSplits: 1)
    #expect(found.allSatisfy { "\($0.position.line):\($0.position.column):" == parts[0] })
    #expect(found.allSatisfy { $0.message.contains(parts[1].replacing("a full", with: "full")) })
  }

  @Test(arguments: ["title:\n", "title: \"\"\n", "title: \"  \"\n"])
  func `an empty title is none`(yaml: String) {
    #expect(lesson(yaml).diagnostics.map(\.rule) == ["missing-title"])
  }

  @Test func `all keys are read`() {
    let parsed = lesson(
      """
      title: "Feedback: a start"
      short_title: Feedback
      description: >
        Two
        lines.
      part: One
      objectives:
        - See
        - Do
      prerequisites: [background]
      optimize: true
      timeout: 12.5
      seed: 3
      authors: Ada
      draft: true

      """)
    var expected = FrontMatter()
    expected.title = "Feedback: a start"
    expected.shortTitle = "Feedback"
    expected.description = "Two lines.\n"
    expected.part = "One"
    expected.objectives = ["See", "Do"]
    expected.prerequisites = [.init(lesson: "background", position: Position(line: 11, column: 17))]
    expected.optimize = true
    expected.timeout = 12.5
    expected.seed = 3
    expected.authors = ["Ada"]
    expected.isDraft = true
    #expect(parsed.value.frontMatter == expected)
    #expect(parsed.diagnostics == [])
    #expect(parsed.value.blocks.map(\.position.line) == [19])
    #expect((parsed.value.order, parsed.value.id) == (3, "feedback"))
  }

  @Test func `mistakes are reported at their place`() {
    #expect(
      describe(lesson("title: a\nauthor: b\noptimize: perhaps\n").diagnostics) == [
        "lessons/03-feedback.md:3:1: error: unknown key 'author' [unknown-key]; did you mean 'authors'?",
        "lessons/03-feedback.md:4:11: error: expected 'true' or 'false' [invalid-value]; write 'true' or 'false' here",
      ])
    #expect(
      describe(lesson("title: a: b\n").diagnostics).first
        == "lessons/03-feedback.md:2:9: error: the YAML cannot be read: mapping values are not allowed in this context "
        + "[invalid-yaml]; check quotes, colons and indentation; put a text that holds ': ' or begins with a sign in quotes"
    )
    #expect(describe(lesson("title: a\ntitle: b\n").diagnostics).first?.contains("[duplicate-key]") == true)
  }

  @Test func `front matter that is not closed is an error, not a rule`() {
    #expect(
      describe(parseText(lessonFile("---\ntitle: a\n\ntext\n")).diagnostics) == [
        "lessons/03-feedback.md:1:1: error: the front matter is not closed [front-matter]; "
          + "put a line '---' below its last key"
      ])
  }

  @Test func `a rule at the head of a text is a rule`() {
    #expect(outline("---\n\ntext\n\n---\n") == "rule @1:1\nparagraph @3:1 text\nrule @5:1")
  }

  @Test func `without a title the first heading is the title`() {
    #expect(parseLesson(lessonFile("# A *title*\n")).value.title == "A title")
    #expect(parseLesson(lessonFile("text\n")).diagnostics.map(\.rule) == ["missing-title"])
  }

  @Test(arguments: [
    ("lessons/3-a.md", 3, "a", "en"), ("07-my-topic.zh.md", 7, "my-topic", "zh"),
    ("x/010-b_c.md", 10, "b_c", "en"),
  ])
  func `the file's name says number, id and language`(path: String, order: Int, id: String, language: String)
  {
    let settings = LessonSettings(languages: ["en", "zh"])
    let lesson = parseLesson(SourceFile(path: path, text: "# T\n"), settings: settings)
    #expect((lesson.value.order, lesson.value.id, lesson.value.language) == (order, id, language))
    #expect(lesson.diagnostics == [])
  }

  @Test(arguments: [
    "lessons/a.md", "lessons/03.md", "lessons/03-a.b.c.md", "lessons/03-a.fr.md", "03-a b.md",
  ])
  func `other names are errors`(path: String) {
    #expect(parseLesson(SourceFile(path: path, text: "# T\n")).diagnostics.count == 1)
  }
}
