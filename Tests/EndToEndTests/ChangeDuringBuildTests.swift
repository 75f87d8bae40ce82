import ContentStore
import Foundation
import Synchronization
import Testing

/// A build during which files change tells no lie afterwards: the next one makes the pages of the files as they are.
@Suite struct ChangeDuringBuildTests {
  private static let reader = swift(
    "//| needs: data\nimport Foundation\ntry String(contentsOfFile: \"data/a.txt\", encoding: .utf8)")

  private static func text(_ number: Int) -> String {
    lesson("One", "The text of \(number).\n\n\(reader)\n[A file](shown.txt).")
  }

  @Test(arguments: ["lessons/data/a.txt", "lessons/shown.txt", "lessons/01-one.md"])
  func `a file that is saved again and again during builds is on the pages as it was left`(path: String)
    throws
  {
    let course = try TemporaryCourse([
      "lessons/01-one.md": Self.text(0), "lessons/data/a.txt": "number 0", "lessons/shown.txt": "number 0",
    ])
    let folder = course.folder
    for round in 1...3 {
      let isOver = Mutex(false)
      DispatchQueue.concurrentPerform(iterations: 2) { index in
        if index == 0 {
          _ = try? TemporaryCourse.run(["build"], in: folder)
          isOver.withLock { $0 = true }
        }
        var number = round * 1000
        while index == 1 && !isOver.withLock({ $0 }) {
          number += 1
          Self.save(number, path, folder)
          usleep(20_000)
        }
      }
      // Back to a state that was there before: the times tell the difference, the content does not.
      Self.save(7, path, folder)
      #expect(try course.run("build").status == 0)
      #expect(shown(path, course).contains("7"), "round \(round)")
      let pages = course.bytes(below: "output")
      #expect(try course.run("build").errors == "output is up to date\n")
      #expect(try course.run("build", "--refresh").status == 0)
      #expect(course.bytes(below: "output") == pages)
    }
  }

  private static func save(_ number: Int, _ path: String, _ folder: String) {
    let text = path.hasSuffix(".md") ? text(number) : "number \(number)"
    #expect(FileBytes.replace(folder + "/" + path, with: Array(text.utf8)))
  }

  /// What the pages show of the file.
  private func shown(_ path: String, _ course: TemporaryCourse) -> String {
    if path.hasSuffix("shown.txt") { return course.read("output/assets/files/shown.txt") ?? "" }
    let page = course.read("output/one.html") ?? ""
    let mark = path.hasSuffix(".md") ? "The text of " : "number "
    return page.components(separatedBy: mark).dropFirst().first.map { String($0.prefix(4)) } ?? ""
  }
}
