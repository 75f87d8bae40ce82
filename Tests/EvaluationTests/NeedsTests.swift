import ContentStore
import CourseModel
import Evaluation
import Foundation
import Testing

/// What a block is given of the lessons folder is what its result is kept under.
@Suite struct NeedsTests {
  let workshop: Workshop
  private var lessons: String { workshop.folder + "/lessons" }

  init() throws { workshop = try Workshop() }

  /// A lesson that needs something and prints with the code.
  private func lesson(needs: String, _ code: String) -> Lesson {
    Lesson("```swift\n//| needs: \(needs)\nimport Foundation\n\(code)\n```")
  }

  private static let reading = #"try String(contentsOfFile: "data.txt", encoding: .utf8)"#
  private static let listing = #"""
    let names = (FileManager.default.enumerator(atPath: "data")?.compactMap { $0 as? String } ?? []).sorted()
    names.joined(separator: " ")
    """#

  private func shown(_ lesson: Lesson) throws -> [CellOutput] {
    try workshop.evaluate(lesson).cells[0].outputs
  }

  @Test func `a program is given copies: the lessons folder cannot be changed through them`() throws {
    try workshop.write("one", to: "lessons/data.txt")
    let kind =
      #"try FileManager.default.attributesOfItem(atPath: "data.txt")[.type] as? FileAttributeType == .typeRegular"#
    #expect(try shown(lesson(needs: "data.txt", kind)) == [.figure(.text("true"))])
    let writing =
      #"chmod("data.txt", 0o644); try? "two".write(toFile: "data.txt", atomically: false, encoding: .utf8)"#
    _ = try workshop.evaluate(lesson(needs: "data.txt", writing))
    #expect(FileBytes.read(lessons + "/data.txt") == Array("one".utf8))
  }

  @Test func `a needed file that changes during the build is stored under what was read`() throws {
    try workshop.write("one", to: "lessons/data.txt")
    // The first run changes the file that the second was planned with.
    let changer = Lesson("```swift\nprint(1)\n```", path: "lessons/01-a.md", id: "a")
    let reader = Lesson(
      "```swift\n//| needs: data.txt\nimport Foundation\n\(Self.reading)\n```", path: "lessons/02-b.md",
      id: "b")
    let course = Course(of: changer, reader)
    let evaluator = Evaluator(
      kit: workshop.kit, toolchain: workshop.toolchain, store: workshop.store,
      settings: workshop.settings(jobs: 1))
    let path = lessons + "/data.txt"
    let outcomes = evaluator.evaluate(course) { event in
      if case .started("a") = event { #expect(FileBytes.replace(path, with: Array("two".utf8))) }
    }
    #expect(outcomes[reader.key]?.cells[0].outputs == [.figure(.text("two"))])
    let digests = evaluator.filesRead.compactMap { reading -> Digest? in
      if case .file("data.txt", let digest) = reading { digest } else { nil }
    }
    #expect(Set(digests) == [Digest(of: Array("one".utf8)), Digest(of: Array("two".utf8))])
    #expect(try workshop.evaluate(reader).source == .reused)
    try workshop.write("one", to: "lessons/data.txt")
    #expect(try workshop.evaluate(reader).cells[0].outputs == [.figure(.text("one"))])
  }

  @Test func `a folder is needed with its names and contents, however deep`() throws {
    let lesson = lesson(needs: "data", Self.listing)
    for name in ["a.txt", "sub/b.txt", ".hidden"] { try workshop.write("one", to: "lessons/data/\(name)") }
    #expect(try shown(lesson) == [.figure(.text("a.txt sub sub/b.txt"))])
    #expect(try workshop.evaluate(lesson).source == .reused)
    try workshop.write("two", to: "lessons/data/sub/b.txt")
    #expect(try workshop.evaluate(lesson).source == .run)
    try workshop.write("new", to: "lessons/data/c.txt")
    #expect(try shown(lesson) == [.figure(.text("a.txt c.txt sub sub/b.txt"))])
    #expect(rename(lessons + "/data/c.txt", lessons + "/data/d.txt") == 0)
    #expect(try shown(lesson) == [.figure(.text("a.txt d.txt sub sub/b.txt"))])
    #expect(unlink(lessons + "/data/d.txt") == 0 && mkdir(lessons + "/data/empty", 0o755) == 0)
    #expect(try shown(lesson) == [.figure(.text("a.txt empty sub sub/b.txt"))])
  }

  @Test func `links that stay in the lessons folder are copied as what they lead to`() throws {
    try workshop.write("one", to: "lessons/data/a.txt")
    #expect(
      symlink("data/a.txt", lessons + "/data.txt") == 0 && symlink("../data.txt", lessons + "/data/l") == 0)
    #expect(try shown(lesson(needs: "data.txt", Self.reading)) == [.figure(.text("one"))])
    #expect(try shown(lesson(needs: "data", Self.listing)) == [.figure(.text("a.txt l"))])
  }

  @Test(arguments: [
    "out", "data", "data/out", "../secret", "/etc/passwd", "up/secret", ".hidden", "loop", "gone", ".",
  ])
  func `what leads outside, is hidden, goes in circles or is missing is refused at its block`(need: String)
    throws
  {
    try workshop.write("one", to: "lessons/data/a.txt")
    try workshop.write("one", to: "lessons/.hidden")
    try workshop.write("secret", to: "secret")
    for (name, target) in [("out", "../secret"), ("data/out", "/etc/passwd"), ("up", ".."), ("loop", ".")] {
      #expect(symlink(target, lessons + "/" + name) == 0)
    }
    let outcome = try workshop.evaluate(lesson(needs: need, "1"))
    #expect(outcome.diagnostics.count == 1)
    #expect(["missing-file", "outside-folder"].contains(outcome.diagnostics.first?.rule))
    #expect(outcome.diagnostics.first?.position.line == 2 || outcome.diagnostics.first?.position.line == 3)
    #expect(outcome.cells[0].outputs.isEmpty)
  }
}
