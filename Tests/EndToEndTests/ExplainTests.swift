import Foundation
import Testing

/// Why `lessons explain` says that something is run again, or not.
@Suite struct ExplainTests {
  private static let reading = swift(
    "//| needs: data.txt\nimport Foundation\ntry String(contentsOfFile: \"data.txt\", encoding: .utf8)",
    "id=reading")

  private func course() throws -> TemporaryCourse {
    let blocks = [
      swift("let a = 1", "id=first"), Self.reading, "It is `{swift} a + 1`.\n",
      swift("[a][1]", "traps id=beyond"),
      "```experiment derivative-check\nactivation: relu\n```\n",
    ]
    let files = [
      "lessons/01-one.md": lesson("One", blocks.joined(separator: "\n")), "lessons/data.txt": "data",
    ]
    return try TemporaryCourse(files)
  }

  /// What is said of each run, by its title.
  private func reasons(_ course: TemporaryCourse) throws -> [String] {
    let result = try course.run("explain", "one")
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map { String($0.split(separator: "  ").last ?? "") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func edit(_ course: TemporaryCourse, _ old: String, _ new: String) throws {
    let text = try #require(course.read("lessons/01-one.md"))
    #expect(text.contains(old))
    try course.write("lessons/01-one.md", text.replacingOccurrences(of: old, with: new))
  }

  private static let reused = "reused: all it depends on is as it was when it ran"

  @Test func `before the first build nothing is known, after it everything is reused`() throws {
    let course = try course()
    #expect(try reasons(course) == Array(repeating: "runs: no earlier run of it is known", count: 3))
    #expect(try course.run("build").status == 0)
    #expect(try reasons(course) == Array(repeating: Self.reused, count: 3))
    try edit(course, "It is", "Prose is free: it is")
    #expect(try reasons(course) == Array(repeating: Self.reused, count: 3))
  }

  @Test func `what changed is named: a block, a value, a file, the settings, an experiment's parameters`()
    throws
  {
    let course = try course()
    #expect(try course.run("build").status == 0)
    try course.write("lessons/data.txt", "other data")
    #expect(try reasons(course)[0] == "runs: the file data.txt changed")
    try edit(course, "let a = 1", "let a = 2")
    try edit(course, "a + 1`", "a + 2`")
    let reasons = try reasons(course)
    #expect(
      reasons[0] == "runs: block first changed, `{swift} a + 2` is new, the file data.txt changed and 1 more")
    #expect(reasons[1] == "runs: block first changed, the file data.txt changed")
    #expect(reasons[2] == Self.reused)
    try edit(course, "activation: relu", "activation: gelu")
    try edit(course, "title: One", "title: One\nseed: 7")
    #expect(
      try self.reasons(course)[2]
        == "runs: what the lesson says of seed and optimisation changed, its parameters changed")
  }

  @Test func `a needed file counts by its name, too: under another one the block does not find it`() throws {
    let course = try course()
    #expect(try course.run("build").status == 0)
    try course.write("lessons/copy.txt", "data")
    try edit(course, "needs: data.txt", "needs: copy.txt")
    #expect(try reasons(course)[0] == "runs: the file copy.txt is new, the file data.txt is gone")
    #expect(try course.run("build").status == 1)
  }

  @Test func `what failed is run again, and what was forgotten`() throws {
    let course = try course()
    try edit(course, "[a][1]", "[a][0]")
    #expect(try course.run("build").status == 1)
    #expect(try reasons(course) == [Self.reused, "runs: it failed when it last ran", Self.reused])
    try FileManager.default.removeItem(atPath: course.folder + "/.lessons-cache/result")
    #expect(try reasons(course)[0] == "runs: its result is no longer in the cache")
  }

  @Test func `one block is told in full, by its id, its label or its number`() throws {
    let course = try course()
    #expect(try course.run("build").status == 0)
    for name in ["beyond", "3"] {
      let text = try course.run("explain", "one#\(name)").output
      #expect(
        text.hasPrefix("lessons/01-one.md:17\nblock beyond, which must trap\n\(Self.reused)\n"), "\(text)")
      #expect(text.contains("  block first ") && text.contains("  the compiler "))
    }
    let json = try course.run("explain", "one#first", "--format", "json").output
    #expect(json.contains("\"runs\" : false") && json.contains("\"name\" : \"block first\""))
  }

  @Test func `an unknown block or lesson is answered with the nearest known one`() throws {
    let course = try course()
    let block = try course.run("explain", "one#frist")
    #expect(block.status == 2 && block.errors.contains("did you mean 'first'?"), "\(block.errors)")
    let lesson = try course.run("explain", "ones")
    #expect(lesson.status == 2 && lesson.errors.contains("did you mean 'one'?"), "\(lesson.errors)")
  }
}
