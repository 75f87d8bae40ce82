import CourseModel
import Evaluation
import Testing

/// Every fault ends in a diagnostic at its line, and what came before keeps its output.
@Suite struct FaultTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  /// The outcome of a lesson whose second block, from line 5 on, is `code`.
  private func outcome(of code: String, timeout: Double = 20) throws -> LessonOutcome {
    let lesson = Lesson(
      """
      ```swift
      print("kept")
      ```
      ```swift
      \(code)
      ```
      ```swift
      print("not reached")
      ```
      """)
    let outcome = try workshop.evaluate(lesson, settings: workshop.settings(timeout: timeout))
    #expect(outcome.cells[0].state == .ran)
    #expect(outcome.cells[0].outputs == [.standardOutput("kept\n")])
    #expect(outcome.cells[2].state == .skipped)
    return outcome
  }

  @Test func `a compile error`() throws {
    let outcome = try outcome(of: "let a = 1\nlet b: Int = a + \"text\"")
    #expect(outcome.cells[1].state == .failed)
    #expect(
      outcome.diagnostics.map(\.headline) == [
        "lessons/01-a.md:6:18: error: cannot convert value of type 'String' to expected argument type 'Int' [compile-error]"
      ])
  }

  @Test func `code that is not Swift`() throws {
    let outcome = try outcome(of: "func f() {\n  print(1)\n")
    #expect(outcome.cells[1].state == .failed)
    #expect(outcome.diagnostics.map(\.rule) == ["compile-error"])
    #expect(outcome.diagnostics[0].position.line == 5)
  }

  @Test func `a trap in a function that the block calls`() throws {
    let outcome = try outcome(of: "func third(_ a: [Int]) -> Int {\n  a[2]\n}\nprint(\"now\")\nthird([1])")
    #expect(
      outcome.outline == """
        0 ran
          prints "kept\\n"
        1 failed
          prints "now\\n"
        2 skipped
        lessons/01-a.md:6:4: error: the block traps here: Index out of range [trap]
        """)
  }

  @Test func `an overflow`() throws {
    let outcome = try outcome(of: "let big = [Int.max]\nbig[0] + 1")
    #expect(
      outcome.diagnostics.map(\.message) == [
        "the block traps here: Swift runtime failure: arithmetic overflow"
      ])
    #expect(outcome.diagnostics.map(\.position.line) == [6])
  }

  @Test func `an error that nothing catches`() throws {
    let outcome = try outcome(
      of:
        "struct Refusal: Error { var code = 3 }\nfunc refuse() throws { throw Refusal() }\nprint(1)\ntry refuse()"
    )
    #expect(
      outcome.diagnostics.map(\.headline) == [
        "lessons/01-a.md:8:1: error: nothing catches the error that the block throws: Refusal(code: 3) [uncaught-error]"
      ])
  }

  @Test func `an error that is thrown while waiting`() throws {
    let outcome = try outcome(
      of: "struct Refusal: Error {}\nfunc refuse() async throws { throw Refusal() }\ntry await refuse()")
    #expect(outcome.diagnostics.map(\.rule) == ["uncaught-error"])
    #expect(outcome.diagnostics.map(\.position.line) == [7])
  }

  @Test func `a trap in a value of a sentence`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        let a = [1]
        ```
        Values: `{swift} a[0]`, `{swift} a[3]`, `{swift} a.count`.
        """))
    #expect(outcome.inlineValues == ["1", nil, nil])
    #expect(
      outcome.diagnostics.map(\.headline) == [
        "lessons/01-a.md:4:35: error: the block traps here: Index out of range [trap]"
      ])
  }

  @Test func `a complaint of the block itself is kept apart from the runtime's`() throws {
    let outcome = try outcome(of: "import Glibc\nfputs(\"careful\\n\", stderr)\nfatalError(\"enough\")")
    #expect(outcome.cells[1].outputs == [.standardError("careful\n")])
    #expect(
      outcome.diagnostics.filter { $0.severity == .error }.map(\.message) == ["the block traps here: enough"])
  }

  @Test func `an endless loop, by the line that loops`() throws {
    let outcome = try outcome(
      of:
        "func loop(_ start: Int) -> Int {\n  var n = start\n  while n > 0 { n = n / 2 + 1 }\n  return n\n}\nprint(\"go\")\nprint(loop(5))",
      timeout: 1)
    #expect(outcome.diagnostics.map(\.rule) == ["timeout"])
    #expect(outcome.diagnostics[0].message == "the block was still running here after 1 seconds")
    #expect(outcome.diagnostics[0].position.line == 7)
    #expect(outcome.cells[1].outputs == [.standardOutput("go\n")])
  }

  @Test func `a block that takes longer than its own limit`() throws {
    let outcome = try outcome(of: "//| timeout: 0.5\nimport Foundation\nwhile true { usleep(1000) }")
    #expect(outcome.diagnostics.map(\.rule) == ["timeout"])
    #expect(outcome.diagnostics[0].message.contains("0.5 seconds"))
    #expect(outcome.diagnostics[0].position.line == 7)
  }

  @Test func `endless recursion`() throws {
    let outcome = try outcome(of: "func deep(_ n: Int) -> Int {\n  deep(n + 1) + 1\n}\ndeep(0)")
    #expect(outcome.diagnostics.map(\.rule).sorted() == ["endless-recursion", "swift-warning"])
    #expect(outcome.diagnostics[0].message == "the call stack is full: likely endless recursion")
    #expect((5...8).contains(outcome.diagnostics[0].position.line))
  }

  @Test func `a hundred gigabytes`() throws {
    let outcome = try outcome(of: "print(1)\nlet huge = [Double](repeating: 0, count: 13_000_000_000)")
    #expect(outcome.diagnostics.map(\.rule) == ["out-of-memory"])
    #expect((5...6).contains(outcome.diagnostics[0].position.line))
  }

  @Test func `a gigabyte of text`() throws {
    let outcome = try outcome(of: "for i in 0..<30_000_000 {\n  print(\"line after line after line\", i)\n}")
    #expect(outcome.diagnostics.map(\.rule) == ["output-flood"])
    #expect((5...6).contains(outcome.diagnostics[0].position.line))
    #expect(outcome.cells[1].outputs.count == 2)
    guard case .notice? = outcome.cells[1].outputs.last else {
      Issue.record("the cut text has no notice")
      return
    }
  }

  @Test func `a block that ends the program`() throws {
    let outcome = try outcome(of: "import Glibc\nprint(\"last\")\nexit(3)")
    #expect(outcome.cells[1].outputs == [.standardOutput("last\n")])
    #expect(
      outcome.diagnostics.filter { $0.severity == .error }.map(\.headline) == [
        "lessons/01-a.md:7:1: error: the block ends the program: exit(3) [program-exit]"
      ])
  }

  @Test func `nothing is said of the tool's own lines after a call that never returns`() throws {
    let outcome = try outcome(of: "import Glibc\nexit(3)")
    #expect(outcome.diagnostics.map(\.rule) == ["program-exit"])
    let compiled = try workshop.evaluate(Lesson("```swift norun\nfatalError()\n```"))
    #expect(compiled.diagnostics == [])
  }

  @Test func `a run that waits for ever, by the line that waits`() throws {
    let outcome = try outcome(of: "import Foundation\nprint(1)\nsleep(100)", timeout: 1)
    #expect(outcome.diagnostics.map(\.position.line) == [7])
  }

  @Test func `a signal that leaves no last words`() throws {
    let outcome = try outcome(of: "import Glibc\nkill(getpid(), SIGKILL)")
    #expect(
      outcome.diagnostics.map(\.headline) == [
        "lessons/01-a.md:6:1: error: the block traps here: signal 9 ended the program [trap]"
      ])
  }

  @Test func `what confinement refuses says so`() throws {
    let outcome = try outcome(
      of: "import Foundation\ntry \"x\".write(toFile: \"/tmp/no\", atomically: false, encoding: .utf8)")
    #expect(outcome.diagnostics[0].help?.contains("reaches no network") == true)
  }

  @Test func `a process that lives on in the memory of a run is ended and told of`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        import Foundation
        typealias Body = @convention(c) (UnsafeMutableRawPointer?) -> Int32
        typealias Clone = @convention(c) (Body, UnsafeMutableRawPointer, Int32, UnsafeMutableRawPointer?) -> Int32
        let clone = unsafeBitCast(dlsym(nil, "clone")!, to: Clone.self)
        let stack = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16) + (1 << 16)
        Thread { _ = clone({ _ in while true { sleep(1) } }, stack, 0x4100 | SIGCHLD, nil) }.start()
        usleep(200_000)
        ```
        """))
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message) == ["the run left 1 process behind; ended now"])
  }

  @Test func `writing elsewhere, starting programs and the network are refused`() throws {
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        import Glibc
        open("/tmp/evaluation-must-not-write", O_WRONLY | O_CREAT, 0o600)
        ```
        ```swift
        open("here", O_WRONLY | O_CREAT, 0o600) >= 0
        ```
        ```swift
        [socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0), socket(AF_INET6, Int32(SOCK_DGRAM.rawValue), 0)]
        ```
        ```swift
        var process = pid_t()
        let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        posix_spawn(&process, "/bin/true", nil, nil, arguments, nil) == EACCES
        ```
        """))
    #expect(
      outcome.cells.map(\.outputs) == [
        [.figure(.text("-1"))], [.figure(.text("true"))], [.figure(.text("[-1, -1]"))],
        [.figure(.text("true"))],
      ])
  }

  @Test func `one lesson's fault leaves the others alone`() throws {
    let bad = Lesson("```swift\nlet a: Int = \"\"\n```")
    let good = Lesson("```swift\n1 + 1\n```", path: "lessons/02-b.md", id: "b")
    let outcomes = workshop.evaluate(Course(of: bad, good))
    #expect(outcomes[bad.key]?.hasErrors == true)
    #expect(outcomes[good.key]?.outline == "0 ran\n  shows \"2\"")
  }

  @Test func `after the first error nothing new is begun, where that is wanted`() throws {
    let bad = Lesson("```swift\nlet a: Int = \"\"\n```")
    let good = Lesson("```swift\n1 + 1\n```", path: "lessons/02-b.md", id: "b")
    var settings = workshop.settings(jobs: 1)
    settings.failFast = true
    let outcomes = workshop.evaluate(Course(of: bad, good), settings: settings)
    #expect(outcomes[good.key]?.outline == "0 skipped")
  }
}
