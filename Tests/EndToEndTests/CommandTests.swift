import Foundation
import Testing

@Suite struct CommandTests {
  @Test func `a new lesson builds as it is, and no file is overwritten`() throws {
    let course = try TemporaryCourse()
    #expect(try course.run("new", "My first \"lesson\"").output == "lessons/01-my-first-lesson.md\n")
    #expect(try course.run("new", "深度学习").output == "lessons/02-lesson-2.md\n")
    let check = try course.run("check", "--strict")
    #expect(check.status == 0, "\(check.errors)")
    try course.write("lessons/03-taken.md", "x")
    #expect(try course.run("new", "Fourth", "--id", "Bad Id").status == 2)
    #expect(course.read("lessons/03-taken.md") == "x")
  }

  @Test(arguments: ["", "  ", "Part one", "Glossary", "Taken"])
  func `no lesson is begun that could not be built`(title: String) throws {
    let course = try TemporaryCourse(["lessons/01-taken.md": lesson("Taken", "Text.")])
    let result = try course.run("new", title)
    #expect(result.status == 2 && !result.errors.isEmpty)
    #expect(course.bytes(below: "lessons").count == 1)
  }

  @Test func `a lesson named by its file is told its id`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", "Text.")])
    for name in ["lessons/01-one.md", "01-one.md"] {
      let result = try course.run("check", name)
      #expect(result.status == 2 && result.errors.contains("write 'one' instead"))
    }
  }

  @Test func `the folder of lessons may be a symbolic link`() throws {
    let course = try TemporaryCourse(["real/01-one.md": lesson("One", "Text.")])
    try FileManager.default.createSymbolicLink(
      atPath: course.folder + "/lessons", withDestinationPath: "real")
    let result = try course.run("list")
    #expect(result.status == 0 && result.output.contains("one"), "\(result.errors)")
  }

  @Test func `a file that is nearly one of the course's, or cannot be read, is not passed over`() throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", "Text."), "lessons/glosary.yml": "a: b\n",
      "lessons/course.yaml": "title: T\n", "lessons/numbers.yml": "[1, 2]\n",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: course.folder + "/lessons/02-two.md", withDestinationPath: "nowhere.md")
    let result = try course.run("check")
    #expect(result.status == 1)
    #expect(result.errors.contains("did you mean 'glossary.yml'?"))
    #expect(result.errors.contains("did you mean 'course.yml'?"))
    #expect(result.errors.contains("02-two.md:1:1: error: '02-two.md' is a link that leads to no file"))
    #expect(!result.errors.contains("numbers.yml"))
  }

  @Test(arguments: [
    "```output", "`{swift} ", "//| label: fig-", "//| label: tbl-", "[](#fig-", "```swift fails",
    "```experiment",
    "> [!NOTE]", "### Exercise: ", "> [!HINT]", "//| code-fold: true", "```quiz",
  ])
  func `a new lesson shows the main constructs`(construct: String) throws {
    let course = try TemporaryCourse()
    #expect(try course.run("new", "Topic").status == 0)
    #expect(course.read("lessons/01-topic.md")?.contains(construct) == true)
  }

  @Test(arguments: [
    ["build", "--nonsense"], ["bild"], ["build", "nowhere"], ["check", "--jobs", "0"], ["run", "x"],
  ])
  func `wrong usage answers 2 and says what to do`(arguments: [String]) throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", "Text.")])
    let result = try TemporaryCourse.run(arguments, in: course.folder)
    #expect(result.status == 2)
    #expect(!result.errors.isEmpty)
  }

  @Test func `without lessons the tool says how to begin`() throws {
    let result = try TemporaryCourse().run("build")
    #expect(result.status == 2)
    #expect(result.errors.contains("lessons new"))
  }

  @Test func `the list names every lesson in order, for people and for programs`() throws {
    let course = try TemporaryCourse([
      "lessons/02-two.md": lesson("Two", "Text."), "lessons/01-one.md": lesson("One", swift("1")),
    ])
    let text = try course.run("list").output.split(separator: "\n")
    #expect(text.count == 2 && text[0].contains("one") && text[1].contains("two"))
    let data = Data(try course.run("list", "--format", "json").output.utf8)
    let rows = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(rows.map { $0["id"] as? String } == ["one", "two"])
  }

  @Test func `a lesson runs in the terminal with its figures drawn with characters`() throws {
    let body = swift("print(\"hello\")") + "\n" + swift("plot(.relu, over: -1...1)")
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", body)])
    let result = try course.run("run", "one", "--ascii", "--width", "60")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("hello"))
    #expect(result.output.utf8.allSatisfy { $0 < 128 })
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test func `an experiment runs in the terminal with parameters from the command line`() throws {
    let course = try TemporaryCourse()
    let result = try course.run("run", "derivative-check", "activation=gelu")
    #expect(result.status == 0 && result.output.contains("gelu"))
    let wrong = try course.run("run", "derivative-check", "activation=gelo")
    #expect(wrong.status == 2 && wrong.errors.contains("gelu"))
  }

  @Test func `an unknown experiment or parameter is an error at its place`() throws {
    let body = "```experiment derivative-chek\n```\n\n```experiment derivative-check\nactivaton: gelu\n```\n"
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", body)])
    let result = try course.run("check")
    #expect(result.status == 1)
    #expect(
      result.errors.contains("01-one.md:5:") && result.errors.contains("did you mean 'derivative-check'?"))
    #expect(result.errors.contains("01-one.md:9:1: error:"), "\(result.errors)")
    #expect(result.errors.hasSuffix("2 errors\n"), "a mistake is reported once: \(result.errors)")
  }

  @Test func `a Markdown file without a number is pointed out`() throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", "Text."), "lessons/two.md": "x", "lessons/README.md": "x",
      "lessons/notes/three.md": "x",
    ])
    let result = try course.run("check", "--strict")
    #expect(result.status == 1)
    #expect(result.errors.contains("lessons/two.md:1:1: warning: 'two.md' is no lesson"))
    #expect(result.errors.hasSuffix("1 warning\n"))
  }

  @Test func `problems come as JSON or as workflow commands where asked for`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", swift("nothing"))])
    let json = try course.run("check", "--format", "json")
    #expect(json.status == 1)
    let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let problems = try #require(document?["diagnostics"] as? [[String: Any]])
    #expect(problems.first?["line"] as? Int == 6)
    let github = try course.run("check", "--format", "github")
    #expect(github.output.hasPrefix("::error file=lessons/01-one.md,line=6,col=1,"))
  }

  @Test func `one text is rendered from standard input without evaluating it`() throws {
    let course = try TemporaryCourse()
    let result = try course.run("render", "--plain", "-", input: "# Title\n\n<b>raw</b> *em*\n")
    #expect(result.output == "<h1>Title</h1>\n<p><b>raw</b> <em>em</em></p>\n")
    #expect(result.status == 0)
  }

  @Test func `clean forgets earlier results and keeps the course`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", "Text.")])
    #expect(try course.run("build").status == 0)
    #expect(try course.run("clean").status == 0)
    #expect(!FileManager.default.fileExists(atPath: course.folder + "/.lessons-cache"))
    #expect(course.read("output/one.html") != nil)
  }

  @Test func `the doctor names what evaluation needs and where it stands`() throws {
    let result = try TemporaryCourse().run("doctor")
    #expect(result.output.contains("swift"))
    #expect(result.output.contains("Landlock"))
  }

  @Test func `help, version and completions answer 0`() throws {
    let course = try TemporaryCourse()
    #expect(try course.run("--version").output.contains("."))
    #expect(try course.run("build", "--help").output.contains("--accept"))
    #expect(try course.run("--generate-completion-script", "bash").output.contains("lessons"))
  }
}
