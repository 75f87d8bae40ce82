import ContentStore
import CourseModel
import Evaluation
import Foundation
import Testing

/// What a lesson uses is bounded in all, not only a file or a process at a time, and nothing of it stays.
@Suite struct TotalTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func outcome(of code: String, timeout: Double = 20) throws -> LessonOutcome {
    try workshop.evaluate(
      Lesson("```swift\nimport Foundation\n\(code)\n```"), settings: workshop.settings(timeout: timeout))
  }

  @Test(arguments: [
    "many files": """
    let megabyte = Data(count: 9_000_000)
    for i in 0..<120 { try megabyte.write(to: URL(fileURLWithPath: "file\\(i)")); usleep(20_000) }
    """,
    "very many empty files": """
    for i in 0..<1_000_000 { close(open("file\\(i)", O_WRONLY | O_CREAT, 0o600)) }
    """,
    "very many folders, one in another": """
    for _ in 0..<1_000_000 { mkdir("d", 0o700); chdir("d"); usleep(10) }
    """,
  ])
  func `a lesson that fills the disk is stopped`(_ name: String, _ code: String) throws {
    let outcome = try outcome(of: code)
    #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.rule) == ["storage-limit"])
  }

  @Test func `a hundred gigabytes in many pieces are no more than in one`() throws {
    let outcome = try outcome(
      of: """
        var kept: [UnsafeMutableRawPointer] = []
        while true {
          let piece = malloc(1 << 24)!
          memset(piece, 1, 1 << 24)
          kept.append(piece)
        }
        """)
    #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.rule) == ["trap"])
  }

  @Test func `what a lesson needs does not count as what it writes`() throws {
    let data = workshop.folder + "/lessons/large.bin"
    #expect(FileBytes.write([UInt8](repeating: 7, count: 110_000_000), to: data))
    let outcome = try workshop.evaluate(
      Lesson(
        """
        ```swift
        //| needs: large.bin
        import Foundation
        usleep(300_000)
        try Data(contentsOf: URL(fileURLWithPath: "large.bin")).count
        ```
        """))
    #expect(outcome.outline == "0 ran\n  shows \"110000000\"")
  }

  @Test func `folders that are deep or closed are removed`() throws {
    let before = try scratchFolders()
    let outcome = try outcome(
      of: """
        for _ in 0..<3000 { mkdir("ddddddddddddddddddddddddddddddddddddddd", 0o700); chdir("ddddddddddddddddddddddddddddddddddddddd") }
        mkdir("closed", 0o700); close(open("closed/file", O_CREAT | O_WRONLY, 0)); mkdir("closed/inner", 0)
        """)
    #expect(outcome.diagnostics.filter { $0.rule != "storage-limit" && $0.severity == .error } == [])
    #expect(try scratchFolders().subtracting(before) == [])
  }

  private func scratchFolders() throws -> Set<String> {
    let prefix = "lessons-run-\(getpid())-"
    return Set(try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter { $0.hasPrefix(prefix) })
  }
}

/// What a lesson says of itself is no proof of anything.
@Suite struct ForgingTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func rules(of code: String) throws -> [String] {
    let outcome = try workshop.evaluate(Lesson("```swift\nimport Glibc\n\(code)\n```"))
    return outcome.diagnostics.filter { $0.severity == .error }.map(\.rule)
  }

  private let failing = """
    show(Check(
      name: "five", comparison: "5 with 0", points: 1, worstPoint: 0, stated: 5, measured: 0, bound: 1e-9, resolution: 0,
      passed: true))
    """

  @Test func `a check that calls itself passed is judged by its numbers`() throws {
    #expect(try rules(of: failing) == ["derivative-check"])
  }

  @Test func `numbers that are none pass no check`() throws {
    #expect(try rules(of: failing.replacing("stated: 5", with: "stated: .nan")) == ["derivative-check"])
  }

  @Test func `what was recorded cannot be taken back`() throws {
    let cut = "for number in 3..<64 as Range<Int32> { ftruncate(number, 0); lseek(number, 0, SEEK_SET) }"
    #expect(try rules(of: failing + "\n" + cut) == ["derivative-check"])
  }

  @Test func `what was printed cannot be taken back`() throws {
    let outcome = try workshop.evaluate(
      Lesson("```swift\nimport Glibc\nprint(\"first\")\nfflush(nil)\nftruncate(1, 0)\nprint(\"second\")\n```")
    )
    #expect(outcome.cells[0].outputs.map(\.outline) == ["prints \"first\\nsecond\\n\""])
  }

  @Test(arguments: [
    "exited 0\\n", "begun 0\\nexited 0\\n", "printed 0\\n", "signal 0\\n", "landlock 7\\n", "listener 3\\n",
  ])
  func `a run that is killed is no success, whatever it has told its supervisor`(_ lie: String) throws {
    let code = """
      for number in 3..<64 as Range<Int32> { write(number, "\(lie)", \(lie.utf8.count - lie.filter { $0 == "\\" }.count)) }
      Notebook.end(0)
      kill(getpid(), SIGKILL)
      """
    #expect(try !rules(of: code).isEmpty)
  }

  @Test func `messages without end hold nobody up`() throws {
    let code = "for _ in 0..<200_000 { write(4, \"positions 0\", 11) }"
    #expect(try rules(of: code) == [] || rules(of: code) == ["timeout"])
  }
}
