import CourseModel
import LessonMarkdown
import Testing

@Suite struct CourseTests {
  private func course(
    _ lessons: [String: String], references: String = "", configuration: String? = nil, part: String? = nil
  ) -> Parsed<Course> {
    let part = part.map { "part: \($0)\n" } ?? ""
    return parseCourse(
      configuration: SourceFile(
        path: "lessons/course.yml", text: configuration ?? "title: {en: A, zh: B}\nlanguages: [en, zh]\n"),
      references: SourceFile(path: "lessons/references.yml", text: references),
      lessons: lessons.sorted { $0.key < $1.key }.map {
        SourceFile(path: "lessons/" + $0.key, text: "---\ntitle: T\n\(part)---\n" + $0.value)
      })
  }

  @Test func `the wrong key of a citation is underlined, not the first`() throws {
    let parsed = course(
      ["01-a.md": "As [@ada1; @bo22] say.\n"], references: "ada1:\n  title: T\nbo2:\n  title: T\n")
    let problem = try #require(parsed.diagnostics.first)
    #expect(problem.rule == "unknown-citation")
    #expect(underlined(problem, in: parsed.value.lessons[0].file) == "@bo22")
  }

  @Test func `the configuration is read`() {
    let configuration = course(
      [:],
      configuration: """
        title: {en: Slopes, zh: 斜率}
        description: About
        languages: [en, zh]
        authors: [Ada, Bo]
        licence: CC BY 4.0
        reference: activations
        raw_html: true
        """
    ).value.configuration
    #expect(configuration.titles == ["en": "Slopes", "zh": "斜率"])
    #expect(configuration.descriptions == ["en": "About"])
    #expect(configuration.languages == ["en", "zh"])
    #expect(configuration.authors == ["Ada", "Bo"])
    #expect(configuration.licence == "CC BY 4.0")
    #expect(configuration.reference == .activations)
    #expect(configuration.allowsRawHTML)
  }

  @Test func `a reference that there is not is an error with those that there are`() {
    #expect(
      describe(course([:], configuration: "title: A\nreference: activation\n").diagnostics) == [
        "lessons/course.yml:2:12: error: there is no reference of 'activation' [invalid-value]; "
          + "did you mean 'activations'?"
      ])
  }

  @Test func `mistakes in the configuration have places`() {
    #expect(
      describe(
        course([:], configuration: "titel: a\nlanguages: [en, e n]\ndescription: {fr: x}\n").diagnostics) == [
          "lessons/course.yml:1:1: error: unknown key 'titel' [unknown-key]; did you mean 'title'?",
          "lessons/course.yml:2:17: error: 'e n' is no language, or named twice [invalid-value]; "
            + "name each language once by its code, as in [en, zh]",
          "lessons/course.yml:3:15: error: 'fr' is no language of the course [unknown-language]; use one of: en",
        ])
  }

  @Test func `the parts of the course are described in its languages`() throws {
    let parsed = course(
      ["01-a.md": "\n"],
      configuration: """
        languages: [en, zh]
        parts:
          Slopes: {en: How things rise., zh: 怎样上升。}
        """, part: "Slopes")
    #expect(parsed.diagnostics.isEmpty)
    let configuration = parsed.value.configuration
    let part = try #require(configuration.parts.first)
    #expect(part.name == "Slopes")
    #expect(configuration.description(of: part, in: "zh") == "怎样上升。")
    #expect(configuration.description(of: part, in: "fr") == "How things rise.")
  }

  @Test(arguments: [
    (
      "parts: {Slpes: {en: a, zh: b}}",
      "1:9: error: no lesson belongs to the part 'Slpes' [unknown-part]; did you mean 'Slopes'?"
    ),
    (
      "parts: {Slopes: {en: a}}",
      "1:9: error: the part 'Slopes' lacks 'zh' [incomplete-part]; describe it in each language of the course"
    ),
    (
      "parts: {Slopes: {en: a, zh: b, fr: c}}",
      "1:32: error: 'fr' is no language of the course [unknown-language]; use one of: en, zh"
    ),
    (
      "parts: [Slopes]",
      "1:8: error: expected parts by name [invalid-value]; indent 'en: …' below the name of a part"
    ),
  ])
  func `a part that is described wrongly is reported at its place`(parts: String, problem: String) {
    let parsed = course(["01-a.md": "\n"], configuration: parts + "\nlanguages: [en, zh]\n", part: "Slopes")
    #expect(describe(parsed.diagnostics) == ["lessons/course.yml:" + problem])
  }

  @Test func `the works are read`() {
    let parsed = course(
      [:],
      references: """
        he2015:
          authors: [He, Zhang]
          year: 2015
          title: "Delving: deep"
          venue: ICCV
          doi: 10.1/x
        other:
          titel: x
        """)
    #expect(
      parsed.value.bibliography.first
        == BibliographyEntry(
          key: "he2015", authors: ["He", "Zhang"], year: 2015, title: "Delving: deep", venue: "ICCV",
          url: "https://doi.org/10.1/x"))
    #expect(
      describe(parsed.diagnostics) == [
        "lessons/references.yml:7:1: error: the work 'other' has no title [missing-title]; add 'title: …' below it",
        "lessons/references.yml:8:3: error: unknown field 'titel' [unknown-key]; did you mean 'title'?",
      ])
  }

  @Test func `a place that is missing is answered with the label to write there`() {
    for (anchor, label) in [("digits", "sec-digits"), ("sec-digits", "sec-digits")] {
      let parsed = course(["01-one.md": "Text.\n", "02-two.md": "[z](01-one.md#\(anchor))\n"])
      #expect(parsed.diagnostics.map(\.help).contains("label the heading there: {#\(label)}"))
    }
  }

  @Test func `what is mentioned must exist`() {
    let parsed = course(
      [
        "01-one.md":
          "## S {#sec-one}\n[](#sec-two) [](#sec-tow) [@ab; @abd] [x](02-two.md#sec-two) [y](02-tow.md)\n",
        "02-two.md":
          "## S {#sec-two}\n[z](01-one.md#sec-on) [](#nowhere) [w](#sec-one) [v](https://a.b/c.md)\n",
      ], references: "abc: {title: A}\nab: {title: B}\n")
    #expect(
      describe(parsed.diagnostics) == [
        "lessons/01-one.md:5:14: error: nothing is labelled 'sec-tow' [unknown-label]; did you mean 'sec-two'?",
        "lessons/01-one.md:5:33: error: no work has the key 'abd' [unknown-citation]; did you mean 'ab'?",
        "lessons/01-one.md:5:62: error: there is no lesson's file '02-tow.md' [unknown-lesson]; did you mean '02-two.md'?",
        "lessons/02-two.md:5:1: error: 01-one.md has no place '#sec-on' [unknown-anchor]; did you mean 'sec-one'?",
        "lessons/02-two.md:5:23: error: nothing is labelled 'nowhere' [unknown-label]; "
          + "labels begin with sec-, fig-, tbl-, lst-, eq-, exr- or quiz-; a link to another place has words, as in [see](#nowhere)",
      ])
    #expect(parsed.value.labels.keys.map(\.label).sorted() == ["sec-one", "sec-two"])
  }

  @Test func `names, numbers and labels are given once`() {
    #expect(
      describe(
        course([
          "01-one.md": "## S {#sec-a}\n", "01-two.md": "## S {#sec-a}\n", "02-one.md": "x\n",
        ]).diagnostics) == [
          "lessons/01-two.md:1:1: error: there are two lessons with number 1 [duplicate-number]; "
            + "give one of the files another number",
          "lessons/01-two.md:4:1: error: two lessons label something 'sec-a' [duplicate-label]; rename one of the two",
          "lessons/02-one.md:1:1: error: there are two lessons 'one' in 'en' [duplicate-lesson]; "
            + "rename one of the files",
        ])
  }

  @Test func `prerequisites come before`() {
    let head = "---\ntitle: T\nprerequisites: [two, thre]\n---\n"
    let parsed = parseCourse(
      configuration: nil, references: nil,
      lessons: [
        SourceFile(path: "01-one.md", text: head), SourceFile(path: "02-two.md", text: "# Two\n"),
        SourceFile(path: "03-three.md", text: "# Three\n"),
      ])
    #expect(
      describe(parsed.diagnostics) == [
        "01-one.md:3:17: error: lesson 2, 'two', does not come before this one, number 1 [late-prerequisite]; "
          + "remove the prerequisite, or change the numbers of the files",
        "01-one.md:3:22: error: there is no lesson 'thre' [unknown-lesson]; did you mean 'three'?",
      ])
  }

  @Test func `a translation takes captions, labels and numbers from the base`() throws {
    let base = """
      ```swift id=a
      //| label: fig-a
      //| fig-cap: Words
      //| code-fold: true
      1
      ```
      ```swift id=b
      2
      ```
      """
    let translation = """
      $$x$$ {#eq-x}

      ```swift use=a
      //| fig-cap: 话
      ```
      [](#fig-a) [](#eq-x)
      """
    let parsed = course(["01-one.md": base, "01-one.zh.md": translation])
    let lesson = try #require(parsed.value.lesson("one", in: "zh"))
    #expect(lesson.cells.map(\.options.figureCaption) == ["话"])
    #expect(lesson.cells.map(\.options.codeFold) == [.folded])
    #expect(lesson.cells.map(\.numbered) == [Numbered(kind: .figure, number: "1.1", anchor: "fig-a")])
    #expect(
      describe(parsed.diagnostics) == [
        "lessons/01-one.zh.md:1:1: warning: the translation does not show the block 'b' [translation-gap]; "
          + "add ```swift use=b where the text speaks of it"
      ])
  }

  @Test func `a translation needs a base with the same number and the blocks it shows`() {
    #expect(
      describe(
        course([
          "01-one.md": "```swift id=first\n1\n```\n", "02-one.zh.md": "```swift use=frist\n```\n",
          "03-tow.zh.md": "",
        ]).diagnostics) == [
          "lessons/02-one.zh.md:1:1: error: the translation has number 2, the lesson number 1 [translation-number]; "
            + "give both files the same number",
          "lessons/02-one.zh.md:1:1: warning: the translation does not show the block 'first' [translation-gap]; "
            + "add ```swift use=first where the text speaks of it",
          "lessons/02-one.zh.md:4:1: error: no block of lessons/01-one.md is named 'frist' [unknown-block]; "
            + "did you mean 'first'?",
          "lessons/03-tow.zh.md:1:1: error: there is no lesson 'tow' in 'en' that this translates "
            + "[translation-without-base]; write the lesson in 'en' first",
        ])
  }

  @Test func `lessons are ordered by number, then by language`() {
    let parsed = course(["02-b.md": "", "01-a.zh.md": "", "02-b.zh.md": "", "01-a.md": ""])
    #expect(parsed.value.lessons.map { "\($0.id) \($0.language)" } == ["a en", "a zh", "b en", "b zh"])
    #expect(parsed.diagnostics == [])
  }

  @Test(arguments: ["langauges: [en, zh]\n", "title:\t: x\n  languages: [en, zh]\n", "languages: [en, en]\n"])
  func `a mistake in the configuration is not answered with one in each file`(configuration: String) {
    let parsed = course(["01-a.md": "a\n", "01-a.zh.md": "a\n"], configuration: configuration)
    #expect(!parsed.diagnostics.isEmpty)
    #expect(parsed.diagnostics.allSatisfy { $0.path == "lessons/course.yml" })
  }

  @Test func `a lesson whose head cannot be read is not missed in its part`() {
    let parsed = course(
      ["01-a.md": "a\n"], configuration: "languages: [en]\nparts: {Slopes: Steep.}\n", part: "Slopes: x")
    #expect(parsed.diagnostics.map(\.rule) == ["invalid-yaml"])
  }

  @Test func `a lesson in a language that the course has not is one problem`() {
    let parsed = course(["01-a.md": "```swift id=x\n1\n```\n", "01-a.fr.md": "a\n"])
    #expect(parsed.diagnostics.map(\.rule) == ["unknown-language"])
  }

  @Test func `a lesson that requires itself is told so`() throws {
    let file = SourceFile(path: "lessons/01-a.md", text: "---\ntitle: T\nprerequisites: [a]\n---\n")
    let parsed = parseCourse(configuration: nil, references: nil, lessons: [file])
    #expect(parsed.diagnostics.map(\.message) == ["'a' is this lesson itself"])
  }
}
