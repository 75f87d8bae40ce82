import ContentStore
import CourseModel
import Evaluation
import Foundation
import Testing

/// Code that is too much for the Swift parser, and what it does to the code beside it.
@Suite struct ParserLimitTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private static func nested(_ open: String, _ close: String = "", _ count: Int) -> String {
    "let x = " + String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
  }

  /// Shapes for which the parser takes for ever, or crashes.
  static let tooMuch = [
    nested("[", "]", 11), nested("[", "]", 30), nested("[", "", 30), nested("[", "]", 1500),
    nested("[(", ")]", 20), nested("[a<", ">]", 20), nested("(", ")", 100_000), nested("{", "}", 100_000),
    nested("a<", ">", 3000), nested("a<\n", ">", 3000), nested("\"\\(", ")\"", 3000),
    nested("f { [", "] }", 30),
    nested("if a {", "}", 20_000), nested("a ? ", " : b", 3000), nested("try ", "", 200_000),
    nested("a.b(", ")", 3000), nested("1", ".a", 200_000), nested("#if A\n", "\n#endif\n", 20_000),
  ]

  @Test(arguments: tooMuch.indices)
  func `code that is too much is refused alone, soon, and at its place`(index: Int) throws {
    let lessons = [["let a = 1"], ["a", Self.tooMuch[index], "a + 1"], ["a + 2"]]
    let analyses = try workshop.reader.analyses(of: lessons)
    #expect(analyses.map { $0.map { $0.refusal == nil } } == [[true], [true, false, true], [true]])
    #expect(analyses[1][2].shownExpression == 0..<5 && analyses[2][0].shownExpression == 0..<5)
    let refusal = try #require(analyses[1][1].refusal)
    #expect(refusal.offset >= 0 && refusal.offset < Self.tooMuch[index].utf8.count)
    #expect(try workshop.reader.analyses(of: lessons) == analyses)
  }

  @Test func `several blocks that are too much leave the others as they are`() throws {
    let sources = Self.tooMuch.suffix(4).flatMap { [$0, "let a\($0.utf8.count) = 1"] } + ["print(1)"]
    let refused = try workshop.reader.analyses(of: [sources])[0].map { $0.refusal != nil }
    #expect(refused == [true, false, true, false, true, false, true, false, false])
  }

  @Test(arguments: [
    nested("[", "]", 10), nested("(", ")", 60), nested("f {", "}", 60), nested("a<", ">", 60),
    "let s = \"" + String(repeating: "[", count: 100) + "\"", "// " + String(repeating: "[", count: 100),
    "/* /* " + String(repeating: "[(", count: 100) + " */ */", "let s = #\"\\([[[[[[[[[[[[[[[\"#",
    "let s = \"\"\"\n\" [[[[[[[[[[[[[[[ \\(a[0]) [[[[\n\"\"\"", "let r = /[[[[[[[[a(]]]]]]]]/\nlet b = [1]",
    String(repeating: "let a = [[1], [2]]\n", count: 200),
    String(repeating: "for i in 0..<n where i<m { }\n", count: 99),
    "let s = \"\\(a[\"\\(b[\"c\"])\"])\"\n" + String(repeating: "f([1])\n", count: 99), "let k = \\A.b[0].c",
    String(repeating: "if a<b, c<d { print(\"(\") }\n", count: 99),
    "let c: Character = \"\\\"\"; let d = [\"[\"]",
  ])
  func `code that is simple enough is read, whatever its strings and comments hold`(source: String) throws {
    #expect(try workshop.reader.analyses(of: [[source]])[0][0].refusal == nil)
  }

  @Test func `a lesson says at which block it fails, another is evaluated, and so they do again`() throws {
    let bad = Lesson(
      """
      ```swift
      let a = 1
      a
      ```
      ```swift ignore
      let b = [[[[[[[[[[[[1]]]]]]]]]]]]
      ```
      ```swift
      let c =
        [[[[[[[[[[[[a]]]]]]]]]]]]
      ```
      ```swift
      c
      ```
      `{swift} c`
      """)
    let good = Lesson("```swift\n2\n```", path: "lessons/02-b.md", id: "b")
    for _ in 0..<2 {
      let outcomes = workshop.evaluate(Course(of: bad, good))
      let outcome = try #require(outcomes[bad.key])
      #expect(
        outcome.outline == """
          0 ran
            shows "1"
          1 shown
          2 failed
          3 skipped
          = nothing
          lessons/01-a.md:6:19: error: square brackets nest more than 10 deep from here on [unreadable-code]
          lessons/01-a.md:10:13: error: square brackets nest more than 10 deep from here on [unreadable-code]
          """)
      #expect(outcomes[good.key]?.outline == "0 ran\n  shows \"2\"")
    }
  }

  @Test func `any bytes are scanned in one pass`() throws {
    let signs = [
      "[", "(", "{", "<", "\"", "#\"", "\"\"\"", "\\(", "\\", "/*", "//", "#", ")", "]", "}", ">", "\n", "a",
    ]
    for first in signs {
      for second in signs {
        _ = try workshop.reader.analyses(of: [[String(repeating: first + second, count: 40)]])
      }
    }
  }

  @Test func `a parser that does not run at all is named, not a block`() throws {
    let folder = workshop.folder + "/kit"
    try workshop.writeProgram("", to: folder + "/lesson-runner")
    try workshop.write("", to: "kit/Modules/LessonKit.swiftmodule")
    for script in ["exit 3", "kill -SEGV $$", "echo nonsense"] {
      try workshop.writeProgram(script, to: folder + "/lesson-syntax")
      let kit = try Kit(folder: folder)
      let reader = BlockReader(kit: kit, toolchain: workshop.toolchain, store: workshop.store)
      #expect(throws: MissingTool.self, "\(script)") { try reader.analyses(of: [["a"]]) }
    }
  }
}
