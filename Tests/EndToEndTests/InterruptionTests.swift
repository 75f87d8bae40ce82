import Foundation
import Testing

/// However the tool ends, what it has started ends with it, and nothing of it stays.
@Suite struct InterruptionTests {
  private static let endless = lesson("Endless", swift("print(1)\nwhile true {}"))

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGKILL])
  func `nothing outlives a build that is ended`(by signal: Int32) throws {
    let course = try TemporaryCourse(["lessons/01-a.md": Self.endless, "lessons/02-b.md": Self.endless])
    let scratch = course.folder + "/scratch"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    let process = try start(course, inScratch: scratch)
    #expect(eventually { !Self.processes(naming: scratch).isEmpty && Self.isRunning(in: scratch) })
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(eventually { Self.processes(naming: scratch) == [] })
    #expect(eventually { Self.remains(in: scratch) == [] })
  }

  @Test func `nothing outlives a build that is ended while it compiles`() throws {
    let slow = lesson(
      "Slow", swift("print([" + (0..<20_000).map { "\($0)" }.joined(separator: ", ") + "].count)"))
    let course = try TemporaryCourse(["lessons/01-a.md": slow])
    let scratch = course.folder + "/scratch"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    let process = try start(course, inScratch: scratch)
    #expect(eventually { Self.processes(naming: scratch).contains { $0.contains("-frontend") } })
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(eventually { Self.processes(naming: scratch) == [] })
    #expect(eventually { Self.remains(in: scratch) == [] })
  }

  private func start(_ course: TemporaryCourse, inScratch scratch: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: TemporaryCourse.products + "/lessons")
    process.arguments = ["check"]
    process.currentDirectoryURL = URL(fileURLWithPath: course.folder)
    process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": scratch]) { $1 }
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Whether `condition` comes to hold within a minute.
  private func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<600 {
      if condition() { return true }
      usleep(100_000)
    }
    return false
  }

  /// What there is in the folder for temporary files.
  private static func remains(in scratch: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: scratch)) ?? []
  }

  /// Whether a lesson's program has begun to print.
  private static func isRunning(in scratch: String) -> Bool {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: scratch)) ?? []
    return folders.contains { FileManager.default.fileExists(atPath: "\(scratch)/\($0)/record") }
  }

  /// The command lines of the processes in which `text` occurs.
  private static func processes(naming text: String) -> [String] {
    let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).filter {
      Int($0) != nil
    }
    let lines = numbers.compactMap { FileManager.default.contents(atPath: "/proc/\($0)/cmdline") }
    return lines.map { String(decoding: $0, as: UTF8.self) }.filter { $0.contains(text) }
  }
}
