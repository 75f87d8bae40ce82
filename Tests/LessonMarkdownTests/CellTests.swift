import CourseModel
import LessonMarkdown
import Testing

@Suite struct CellTests {
  @Test func `words after the fence say what is expected`() {
    #expect(
      outline(
        "```swift fails\na\n```\n```swift,traps,isolated id=b\n```\n~~~swift setup\n~~~\n```swift use=b\n```\n"
      ) == """
        swift fails @1:1 line 2 "a\\n"
        swift id=b traps isolated @4:1 line 5 ""
        swift runs setup @6:1 line 7 ""
        use=b runs @8:1 line 9 ""
        """)
  }

  @Test func `a misspelt word is one problem and is taken for what was meant`() throws {
    let parsed = parseText(lessonFile("```swift trps\n[1][2]\n```\n"))
    #expect(parsed.diagnostics.map(\.rule) == ["unknown-word"])
    #expect(parsed.value.cells.first?.expectation == .traps)
  }

  @Test(arguments: ["swft", "ouput", "experment", "mermiad"])
  func `a misspelt language is not shown as a language of its own`(name: String) {
    #expect(parseText(lessonFile("```\(name)\na\n```\n")).diagnostics.map(\.rule) == ["unknown-language"])
  }

  @Test(arguments: [
    "bash", "rust", "python", "swig", "text", "yaml", "c", "dot", "latex", "shell", "console",
  ])
  func `other languages are shown`(name: String) {
    #expect(problems("```\(name)\na\n```\n") == [])
  }

  @Test func `an option below code is reported`() {
    #expect(
      problems("> ```swift\n> print(1)\n>   //| echo: false\n> ```\n") == [
        "lessons/03-feedback.md:3:5: error: an option below the first line of code has no effect [late-option]; move it to the head of the block, or write '// |' for a comment"
      ])
  }

  @Test(arguments: [
    "```swift\na\n", "- ```swift\n  a\n\ntext\n", "> ~~~~\n> a\n> ~~~\n", "```",
  ])
  func `a fence that nothing closes is reported`(text: String) {
    #expect(parseText(lessonFile(text)).diagnostics.map(\.rule) == ["unclosed-fence"])
  }

  @Test func `a block in which another begins is reported with the line where it should have ended`() {
    #expect(
      problems("# T\n\n```swift\n1\n\n```output\n1\n```\n") == [
        "lessons/03-feedback.md:3:1: warning: this block is still open where another begins, in line 6 "
          + "[unclosed-fence]; end it above that line with ```"
      ])
    #expect(problems("````text\n```swift\n1\n```\n````\n") == [])
    #expect(problems("```swift\n1 // ```swift\n```\n") == [])
  }

  @Test func `a misspelt quiz is noticed`() {
    #expect(
      parseText(lessonFile("```quizz\nquestion: x\n```\n")).diagnostics.map(\.rule) == ["unknown-language"])
    #expect(parseText(lessonFile("```quil\nx\n```\n")).diagnostics == [])
  }

  @Test(arguments: [
    "```swift\na\n```", "- ```swift\n  a\n  ```  \n\ntext\n", "> ~~~~\n> a\n> ~~~~~\n", "```\n```\n",
    "    indented\n", "1. > ```\n   > a\n   > ```\r\n", "```text\n$x$\n```\n",
  ])
  func `a fence that is closed is not`(text: String) {
    #expect(problems(text) == [])
  }

  @Test func `options, code and output know their lines and columns`() throws {
    let text = """
      > - ```swift
      >   //| label: fig-a
      >   //| needs: [data.csv, b]
      >   let x = 1
      >   ```
      >   ```output tolerance=1e-3
      >   1.0
      >   ...
      >   ```
      """
    let cell = try #require(parseText(lessonFile(text)).value.cells.first)
    #expect(cell.firstLine == 4)
    #expect(cell.indentation == 4)
    #expect(cell.source == "let x = 1\n")
    #expect(cell.options.needs == ["data.csv", "b"])
    #expect(cell.numbered == Numbered(kind: .figure, number: "1", anchor: "fig-a"))
    let output = try #require(cell.expectedOutput)
    #expect(output.lines == 7..<9)
    #expect(output.linePrefix == ">   ")
    #expect(output.tolerance == 0.001)
    #expect(output.text == "1.0\n...\n")
  }

  @Test func `all options are read`() throws {
    let text = """
      ```swift
      //| echo: false
      //| output: false
      //| warning: false
      //| code-fold: show
      //| code-summary: "See: it"
      //| label: fig-x
      //| fig-cap: 'one'
      //| fig-alt: two
      //| lst-cap: three
      //| tbl-cap: four
      //| timeout: 2.5
      //| tolerance: 1e-6
      //| seed: 7
      //| expect: failure
      //no option
      //| echo: true
      ```
      """
    let cell = try #require(parseText(lessonFile(text)).value.cells.first)
    var expected = CellOptions()
    (expected.echo, expected.output, expected.warning) = (false, false, false)
    (expected.codeFold, expected.codeSummary, expected.label) = (.open, "See: it", "fig-x")
    (expected.figureCaption, expected.figureAlternativeText) = ("one", "two")
    (expected.listingCaption, expected.tableCaption) = ("three", "four")
    (expected.timeout, expected.tolerance, expected.seed, expected.expect) = (2.5, 1e-6, 7, .failure)
    #expect(cell.options == expected)
    #expect(cell.source == "//no option\n//| echo: true\n")
    #expect(cell.firstLine == 16)
  }

  @Test func `experiments carry parameters with places, and options beside them`() throws {
    let text =
      "```experiment derivative-check id=e\nactivation: gelu\npoints: [1, 2.5, 'x']\nlabel: fig-e\n```\n"
    let cell = try #require(parseText(lessonFile(text)).value.cells.first)
    #expect(
      cell.kind
        == .experiment(
          name: "derivative-check",
          parameters: [
            ExperimentArgument(name: "activation", value: .string("gelu"), position: Position(line: 2)),
            ExperimentArgument(
              name: "points", value: .list([.number(1), .number(2.5), .string("x")]),
              position: Position(line: 3)),
          ]))
    #expect(cell.id == "e")
    #expect(cell.numbered?.anchor == "fig-e")
  }

  @Test(arguments: [
    (
      "```swift hiden\n```",
      "1:10: error: unknown word 'hiden' after the fence [unknown-word]; use one of: fails, traps, norun, ignore, setup, isolated, id=, use=",
      "hiden"
    ),
    (
      "```swift trps\n```",
      "1:10: error: unknown word 'trps' after the fence [unknown-word]; did you mean 'traps'?", "trps"
    ),
    (
      "```swift compile_fail\n```",
      "1:10: error: unknown word 'compile_fail' after the fence [unknown-word]; write 'fails'", "compile_fail"
    ),
    (
      "```swift echo=false\n```",
      "1:10: error: unknown option 'echo=' [unknown-option]; write it inside the block as '//| echo: …'",
      "echo"
    ),
    ("```swift ids=x\n```", "1:10: error: unknown option 'ids=' [unknown-option]; did you mean 'id'?", "ids"),
    (
      "```swift id=a/b\n```",
      "1:13: error: 'a/b' is no name for a block [invalid-id]; use letters, digits, hyphens and underscores, as in id=relu-def",
      "a/b"
    ),
    (
      "```{swift}\n```",
      "1:4: error: a block with '{swift}' is not evaluated [unknown-language]; write ```swift", "{swift}"
    ),
    (
      "```Swift\n```", "1:4: error: a block with 'Swift' is not evaluated [unknown-language]; write ```swift",
      "Swift"
    ),
    (
      "```swift fails traps\n```",
      "1:16: error: a block is not both 'fails' and 'traps' [contradiction]; keep one of the two", "traps"
    ),
    (
      "- ```swift\n  //| ehco: false\n  ```",
      "2:7: error: unknown option 'ehco' [unknown-option]; did you mean 'echo'?", "ehco"
    ),
    (
      "```swift\n//| echo: maybe\n```",
      "2:11: error: expected 'true' or 'false' [invalid-value]; write 'true' or 'false' here", "maybe"
    ),
    (
      "```swift\n//| 网: [\n```",
      "2:10: error: the YAML cannot be read: did not find expected node content [invalid-yaml]; check quotes, colons and indentation; put a text that holds ': ' or begins with a sign in quotes",
      "["
    ),
    (
      "```swift\n//| label: relu\n```",
      "2:12: error: the label 'relu' must begin with 'fig-' or 'tbl-' or 'lst-' [label-kind]; write 'fig-relu'",
      "relu"
    ),
    (
      "```output\n1\n```",
      "1:1: error: there is no block right before this output [output-without-block]; put it directly after the block that prints it",
      "```output"
    ),
    (
      "```swift\n```\n```output precision=1\n```",
      "3:11: error: unknown word 'precision=1' after 'output' [unknown-word]; only a tolerance may stand here, as in ```output tolerance=1e-6",
      "precision=1"
    ),
    (
      "```swift\n```\n```output tolerance=x\n```",
      "3:21: error: 'x' is no tolerance [invalid-value]; write a number from 0 to 1, as in tolerance=1e-6",
      "x"
    ),
    (
      "```swift use=a\nb\n```",
      "2:1: error: a block with 'use=' shows the block 'a' and has no code of its own [use-with-body]; remove the code, or the word 'use=a'",
      "b"
    ),
    (
      "```experiment\n```",
      "1:1: error: the block does not say which experiment [missing-experiment]; write its name, as in ```experiment derivative-check",
      "```experiment"
    ),
    (
      "$$x$$ {#fig-x}", "1:9: error: the label 'fig-x' must begin with 'eq-' [label-kind]; write 'eq-fig-x'",
      "fig-x"
    ),
  ])
  func `mistakes are reported at their place with a way out`(text: String, problem: String, marked: String)
    throws
  {
    let file = lessonFile(text)
    let diagnostic = try #require(parseText(file).diagnostics.first)
    #expect(describe([diagnostic]) == ["lessons/03-feedback.md:" + problem])
    #expect(underlined(diagnostic, in: file) == marked)
  }

  @Test func `a name is given once`() {
    let diagnostics = parseText(lessonFile("```swift id=a\n```\n```swift id=a\n```\n")).diagnostics
    #expect(
      describe(diagnostics) == [
        "lessons/03-feedback.md:3:13: error: two blocks are named 'a' [duplicate-id]; rename one of the two"
      ])
    #expect(diagnostics.first?.notes.first?.position == Position(line: 1, column: 13))
  }
}
