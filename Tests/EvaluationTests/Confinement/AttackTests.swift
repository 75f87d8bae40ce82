import ContentStore
import CourseModel
import Evaluation
import Figures
import Foundation
import Testing

/// A hostile lesson, on the kernel as it is.
@Suite struct AttackTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  /// What a lesson of this code printed.
  private func printed(_ code: String, timeout: Double = 60) throws -> String {
    let outcome = try workshop.evaluate(
      Lesson("```swift\n\(code)\n```"), settings: workshop.settings(timeout: timeout))
    let errors = outcome.diagnostics.filter { $0.severity == .error }.map(\.headline)
    #expect(errors == [])
    return outcome.cells[0].outputs.map { output in
      if case .standardOutput(let text) = output { text } else { "" }
    }.joined()
  }

  @Test(.enabled(if: Machine.isX86)) func `everything that a lesson may not do is refused`() throws {
    let outside = workshop.folder + "/outside"
    try workshop.write("a key", to: "outside/secret")
    let lines = try printed(AttackProgram.text(outside: outside)).split(separator: "\n")
    let held = lines.filter { $0.hasPrefix("held ") }
    let open = lines.filter { $0.hasPrefix("OPEN ") }
    print("confinement: tried \(held.count + open.count), held \(held.count)")
    #expect(open == [])
    #expect(held.count > 100)
    #expect(lines.last == "done")
    #expect(FileBytes.read(outside + "/secret") == Array("a key".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == ["secret"])
  }

  @Test func `what a lesson does with its own files goes on as before`() throws {
    let text = try printed(
      """
      import Foundation
      let files = FileManager.default
      try "hello".write(toFile: "a.txt", atomically: true, encoding: .utf8)
      try files.copyItem(atPath: "a.txt", toPath: "b.txt")
      try files.moveItem(atPath: "b.txt", toPath: "c.txt")
      try files.createDirectory(atPath: "x/y", withIntermediateDirectories: true)
      print(try files.contentsOfDirectory(atPath: ".").sorted())
      print(try String(contentsOfFile: "c.txt", encoding: .utf8))
      try files.removeItem(atPath: "x")
      let format = DateFormatter()
      format.dateFormat = "yyyy-MM-dd HH:mm zzzz"
      format.locale = Locale(identifier: "en_GB")
      format.timeZone = TimeZone(identifier: "Asia/Shanghai")
      print(format.string(from: Date(timeIntervalSince1970: 0)))
      DispatchQueue.concurrentPerform(iterations: 4) { _ in usleep(100) }
      let waiting = Task { 3 }
      print(await waiting.value, NSString(string: "abc").length, try JSONEncoder().encode([1]).count)
      """)
    #expect(
      text == """
        ["a.txt", "c.txt", "x"]
        hello
        1970-01-01 08:00 China Standard Time
        3 3 3

        """)
  }

  @Test func `a course may let its lessons read more, by name`() throws {
    try workshop.write("words", to: "dictionary/words")
    let path = workshop.folder + "/dictionary"
    let lesson = Lesson(
      "```swift\nimport Foundation\n(try? String(contentsOfFile: \"\(path)/words\", encoding: .utf8)) ?? \"no\"\n```"
    )
    #expect(try workshop.evaluate(lesson).outline == "0 ran\n  shows \"no\"")
    var settings = workshop.settings()
    settings.sandbox.readable = [path]
    #expect(try workshop.evaluate(lesson, settings: settings).outline == "0 ran\n  shows \"words\"")
    #expect(try workshop.evaluate(lesson).outline == "0 ran\n  shows \"no\"")
  }
}

/// What the tests run on.
enum Machine {
  #if arch(x86_64)
    static let isX86 = true
  #else
    static let isX86 = false
  #endif
  /// Whether the tests run as root, who alone can make small disks and become an ordinary user.
  static let isRoot = geteuid() == 0
}
