import CourseModel
import CourseSite
import Testing

@Suite struct TaskPageTests {
  private let here = Position(line: 3)

  @Test func `a hint is folded until the reader opens it`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let hint = Callout(kind: .hint, content: [Block(.paragraph([.text("Square it.")]), at: here)])
    sample.course.lessons[1].blocks.append(Block(.callout(hint), at: here))
    let page = try #require(sample.page("kinks.html"))
    #expect(page.contains("<details class=\"callout hint\"><summary class=\"callout-title\">"))
    #expect(page.contains("Hint</summary>\n<p>Square it.</p>\n</details>"))
    #expect(SiteMarkup(page).problems.isEmpty)
  }

  @Test func `the solution of an exercise is folded with what came of it, elsewhere only the code is folded`()
    throws
  {
    for isExercise in [false, true] {
      var sample = try SiteSample()
      defer { sample.remove() }
      sample.useOwnStore()
      sample.course.lessons[1].cells[0].options.codeFold = .folded
      if isExercise {
        let heading = Heading(
          level: 3, content: [.text("Exercise: why?")], anchor: "exr-why", isLabelled: true)
        let place = try #require(sample.course.lessons[1].blocks.firstIndex { $0.content == .cell(0) })
        sample.course.lessons[1].blocks.insert(Block(.heading(heading), at: here), at: place)
      }
      let page = try #require(sample.page("kinks.html"))
      let fold = try #require(page.firstRange(of: "<details class=\"fold\">"))
      let end = try #require(page[fold.upperBound...].firstRange(of: "</details>"))
      let result = try #require(page[fold.upperBound...].firstRange(of: "<div class=\"result"))
      #expect((result.lowerBound < end.lowerBound) == isExercise)
      #expect(SiteMarkup(page).problems.isEmpty)
    }
  }

  @Test func `a quiz unfolds what is said of each choice`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let quiz = Quiz(
      question: [.text("Where is "), .code("relu"), .text(" bent?")],
      choices: [
        .init(text: [.text("At < 0")], why: [.text("There it is flat.")]),
        .init(text: [.text("At "), .value(0)], why: [.text("No.")]),
        .init(text: [.text("At 0")], why: [.emphasis([.text("Yes")]), .text(".")], isCorrect: true),
      ], numbered: Numbered(kind: .quiz, number: "2.1", anchor: "quiz-kink"))
    sample.course.lessons[1].blocks.append(Block(.quiz(quiz), at: here))
    let page = try #require(sample.page("kinks.html"))
    let start = try #require(page.firstRange(of: "<section class=\"quiz\""))
    let end = try #require(page[start.lowerBound...].firstRange(of: "</section>"))
    try snapshot(String(page[start.lowerBound..<end.upperBound]) + "\n", named: "quiz-kinks.html")
    #expect(SiteMarkup(page).problems.isEmpty)
  }
}
