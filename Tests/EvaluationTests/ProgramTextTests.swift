import CourseModel
import Evaluation
import Testing

/// The Swift source that lessons become.
@Suite struct ProgramTextTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  /// The programs of a lesson, the columns of our own calls left out.
  private func programs(of lessons: Lesson...) throws -> [String] {
    let group = LessonGroup(id: "a", lessons: lessons)
    let analyses = try workshop.reader.analyses(of: [group.sources])
    return GroupPlan(group, analyses: analyses[0]).units.map { unit in
      let pieces = unit.pieces.enumerated().map { (index: $0.offset, piece: $0.element) }
      let text = ProgramText(pieces, seed: unit.frontMatter.seed, bareTarget: unit.kind == .rejection).text
      let padding = String(repeating: " ", count: ProgramText.ownColumn)
      return "\(unit.kind)\n" + text.split(separator: padding).joined(separator: "> ")
    }
  }

  @Test func `every line and column of a lesson is kept`() throws {
    let programs = try programs(
      of: Lesson(
        """
        - A list:
          ```swift
          let a = 1; a + 1  // shown
          ```
        Then `{swift} a`.
        ```swift
        try print(a)
        ```
        """))
    #expect(
      programs == [
        """
        program
        import LessonKit
        LessonKit.Notebook.begin(0)
        #sourceLocation(file: "lessons/01-a.md", line: 3)
          let a = 1;\u{20}
        #sourceLocation(file: "lessons/01-a.md", line: 2)
        > LessonKit.Notebook.show(line: 3,
                     a + 1)  // shown
        #sourceLocation()
        LessonKit.Notebook.end(0)
        #sourceLocation(file: "lessons/01-a.md", line: 4)
        > LessonKit.Notebook.fill(1,
                      a)
        #sourceLocation()
        LessonKit.Notebook.begin(2)
        #sourceLocation(file: "lessons/01-a.md", line: 7)
        LessonKit.Notebook.mark(7)
        #sourceLocation(file: "lessons/01-a.md", line: 7)
        try print(a)
        #sourceLocation()
        LessonKit.Notebook.end(2)

        """
      ])
  }

  @Test func `blocks that are not part of the program become programs after their predecessors`() throws {
    let programs = try programs(
      of: Lesson(
        """
        ```swift
        let a = 1
        ```
        ```swift fails
        a + ""
        ```
        ```swift
        let b = 2
        ```
        ```swift traps
        //| seed: 5
        //| timeout: 1.5
        fatalError("\\(a)")
        ```
        """))
    #expect(
      programs.dropFirst() == [
        """
        rejection
        import LessonKit
        LessonKit.Notebook.begin(0)
        #sourceLocation(file: "lessons/01-a.md", line: 2)
        let a = 1
        #sourceLocation()
        LessonKit.Notebook.end(0)
        LessonKit.Notebook.begin(1)
        #sourceLocation(file: "lessons/01-a.md", line: 5)
        a + ""
        #sourceLocation()
        LessonKit.Notebook.end(1)

        """,
        """
        trap
        import LessonKit
        LessonKit.Notebook.begin(0)
        #sourceLocation(file: "lessons/01-a.md", line: 2)
        let a = 1
        #sourceLocation()
        LessonKit.Notebook.end(0)
        LessonKit.Notebook.begin(1)
        #sourceLocation(file: "lessons/01-a.md", line: 8)
        let b = 2
        #sourceLocation()
        LessonKit.Notebook.end(1)
        LessonKit.generator = LessonKit.SeededGenerator(seed: 5)
        LessonKit.Notebook.begin(2, seconds: 1.5)
        #sourceLocation(file: "lessons/01-a.md", line: 13)
        fatalError("\\(a)")
        #sourceLocation()
        LessonKit.Notebook.end(2)

        """,
      ])
  }

  @Test func `the parser finds names, the last expression and colours`() throws {
    let code = """
      import Foundation
      let (a, b) = (1, "é")
      func f<T>(_ x: T, to y: Int) -> T { x }
      struct S {}
      for i in 0..<3 { print(i, #line) }
      a + 1
      """
    let analysis = try workshop.reader.analyses(of: [[code]])[0][0]
    #expect(analysis.itemCount == 6)
    #expect(analysis.declarations.map(\.name) == ["a", "b", "f", "S"])
    #expect(analysis.declarations[2].identity == "f< T > ( _ x : T , to y : Int ) -> T")
    #expect(analysis.readsItsPlace)
    #expect(analysis.firstProblem == nil)
    let shown = try #require(analysis.shownExpression)
    #expect(String(decoding: Array(code.utf8)[shown], as: UTF8.self) == "a + 1")
    #expect(analysis.markedItems.count == 1)
    let first = analysis.spans.prefix(5).map { span in
      "\(span.kind) "
        + String(decoding: Array(code.utf8)[span.start..<span.start + span.length], as: UTF8.self)
    }
    #expect(
      first == ["keyword import", "identifier Foundation", "keyword let", "identifier a", "identifier b"])
  }

  @Test(arguments: ["func f() {", "let = 3", "a +", "}", "\"open", "print(1))"])
  func `code that is not Swift is known before it is compiled`(_ code: String) throws {
    let analysis = try workshop.reader.analyses(of: [[code + "\n"]])[0][0]
    #expect(analysis.firstProblem != nil)
    #expect(analysis.shownExpression == nil)
  }
}
