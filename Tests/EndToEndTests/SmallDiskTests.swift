import Foundation
import Testing

/// What a lesson printed is on its page in full, or the build says that it could not be kept.
@Suite(.enabled(if: geteuid() == 0)) struct SmallDiskTests {
  /// Runs `body` with a disk of one megabyte at `path`.
  private func withSmallDisk(at path: String, _ body: () throws -> Void) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard Self.call("/bin/mount", "-t", "tmpfs", "-o", "size=1m", "none", path) == 0 else { return }
    defer { _ = Self.call("/bin/umount", "-l", path) }
    try body()
  }

  @Test func `text that does not fit is a fault with a place, and is not kept as a result`() throws {
    let text = swift("for i in 0..<200_000 { print(\"line\", i) }", "setup") + swift("1 + 1")
    let course = try TemporaryCourse(["lessons/01-a.md": lesson("A", text)])
    let scratch = course.folder + "/scratch"
    try withSmallDisk(at: scratch) {
      for _ in 0..<2 {
        let checked = try TemporaryCourse.run(
          executable: "/usr/bin/env", ["TMPDIR=" + scratch, TemporaryCourse.products + "/lessons", "check"],
          in: course.folder)
        #expect(checked.status == 1)
        #expect(checked.errors.contains("[output-lost]") && checked.errors.contains("lessons/01-a.md:"))
      }
    }
    let checked = try course.run("check")
    #expect(checked.status == 0)
  }

  private static func call(_ arguments: String...) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: arguments[0])
    process.arguments = Array(arguments.dropFirst())
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
