import ContentStore
import CourseModel
import Evaluation
import Foundation
import Synchronization
import Testing

/// What is remembered, and what must not be.
@Suite struct CacheTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private let text = """
    Prose.
    ```swift
    let a = 1
    print(a)
    ```
    ```swift traps
    [a][a]
    ```
    """

  @Test func `edited prose runs nothing, and places follow the code`() throws {
    let warned = text + "\n```swift\nvar unused: Int { let b = 1; return 2 }\n```"
    let first = try workshop.evaluate(Lesson(warned))
    #expect(first.source == .run)
    #expect(first.diagnostics.map(\.rule) == ["swift-warning"])
    let moved = try workshop.evaluate(Lesson("More prose.\n\n" + warned))
    #expect(moved.source == .reused)
    #expect(moved.cells == first.cells)
    #expect(moved.diagnostics[0].position.line == first.diagnostics[0].position.line + 2)
    #expect(moved.diagnostics[0].message == first.diagnostics[0].message)
  }

  @Test func `edited code runs again, and a renamed lesson does not`() throws {
    _ = try workshop.evaluate(Lesson(text))
    #expect(try workshop.evaluate(Lesson(text, path: "lessons/02-b.md")).source == .reused)
    let edited = try workshop.evaluate(Lesson(text.replacing("let a = 1", with: "let a = 2")))
    #expect(edited.source == .run)
    #expect(edited.cells[0].outputs == [.standardOutput("2\n")])
  }

  @Test func `code that asks for its line runs again when it moves`() throws {
    let code = "```swift\nprint(#line)\n```"
    #expect(try workshop.evaluate(Lesson(code)).cells[0].outputs == [.standardOutput("2\n")])
    #expect(try workshop.evaluate(Lesson("\n" + code)).cells[0].outputs == [.standardOutput("3\n")])
  }

  @Test func `refreshing runs everything`() throws {
    _ = try workshop.evaluate(Lesson(text))
    var settings = workshop.settings()
    settings.refresh = true
    #expect(try workshop.evaluate(Lesson(text), settings: settings).source == .run)
  }

  @Test func `faults are not remembered`() throws {
    let bad = Lesson("```swift\nlet a: Int = true\n```")
    #expect(try workshop.evaluate(bad).source == .run)
    #expect(try workshop.evaluate(bad).source == .run)
  }

  @Test func `damaged entries count as absent`() throws {
    let first = try workshop.evaluate(Lesson(text))
    for path in try #require(FileManager.default.subpaths(atPath: workshop.store.folder)) {
      let file = workshop.store.folder + "/" + path
      guard var bytes = FileBytes.read(file), !bytes.isEmpty, !path.hasPrefix("modules") else { continue }
      bytes[bytes.count / 2] ^= 1
      try Data(bytes).write(to: URL(fileURLWithPath: file))
    }
    let second = try workshop.evaluate(Lesson(text))
    #expect(second.source == .run)
    #expect(second.cells == first.cells)
  }

  @Test func `a stored result that is no result of the program counts as absent`() {
    #expect(UnitResult(stored: []) == nil)
    #expect(UnitResult(stored: [1, 200, 200, 200, 1]) == nil)
    var result = UnitResult(count: 2)
    result.problems = [Problem(.error, "trap", "text", at: Place(piece: 0, line: 1, column: 2), help: "help")]
    let bytes = result.encoded()
    #expect(UnitResult(stored: bytes) == result)
    for length in bytes.indices { #expect(UnitResult(stored: Array(bytes[..<length])) == nil) }
  }

  @Test func `two builds at the same time agree`() async throws {
    let lessons = (0..<4).map { index in
      Lesson("```swift\nlet a = \(index)\na * a\n```", path: "lessons/0\(index)-l.md", id: "l\(index)")
    }
    var configuration = CourseConfiguration()
    configuration.languages = ["en"]
    let course = Course(configuration: configuration, lessons: lessons)
    async let one = workshop.evaluate(course)
    async let other = workshop.evaluate(course)
    let outcomes = await [one, other]
    #expect(outcomes[0].mapValues(\.cells) == outcomes[1].mapValues(\.cells))
    #expect(
      lessons.map { outcomes[0][$0.key]?.cells[0].outputs } == (0..<4).map { [.figure(.text("\($0 * $0)"))] })
  }

  @Test func `events tell what is run and what is reused`() throws {
    let course = Course(
      of: Lesson(text), Lesson("no code", path: "lessons/02-b.md", id: "b"))
    let evaluator = Evaluator(
      kit: workshop.kit, toolchain: workshop.toolchain, store: workshop.store, settings: workshop.settings())
    let events = Mutex<[String]>([])
    let note: @Sendable (EvaluationEvent) -> Void = { event in
      events.withLock { list in
        switch event {
        case .started(let lesson): list.append("started \(lesson)")
        case .training: Issue.record("nobody asked to be told of trainings")
        case .finished(let lesson, let hasErrors, let source, _):
          list.append("finished \(lesson) \(hasErrors) \(source)")
        }
      }
    }
    _ = evaluator.evaluate(course, progress: note)
    _ = evaluator.evaluate(course, progress: note)
    _ = evaluator.evaluate(course, only: ["b"], progress: note)
    #expect(
      events.withLock { $0 } == [
        "finished b false empty", "started a", "finished a false run", "finished a false reused",
        "finished b false empty", "finished b false empty",
      ])
  }
}
