import Foundation
import Testing

/// What stands where a file of the course is expected, and is none.
@Suite struct OddFileTests {
  /// A kind of thing that is no readable text, and how the messages call it.
  struct Oddity: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Whether it leads out of the lessons folder, where it is not looked at.
    var leadsOut = false
    var isMadeAt: @Sendable (String) throws -> Void

    /// The error where it stands in the lessons folder as `name`.
    func error(_ name: String) -> String {
      leadsOut
        ? "the symbolic link '\(name)' leads out of the lessons folder [outside-folder]"
        : "'\(name)' \(testDescription) [unreadable-file]"
    }
  }

  private static let oddities = [
    Oddity(testDescription: "is a pipe, not a file") { path in #expect(mkfifo(path, 0o644) == 0) },
    Oddity(testDescription: "is a folder, not a file") { path in #expect(mkdir(path, 0o755) == 0) },
    Oddity(testDescription: "is a socket or a device, not a file") { path in try makeSocket(path) },
    Oddity(testDescription: "is a device, not a file", leadsOut: true) { path in
      #expect(symlink("/dev/zero", path) == 0)
    },
    Oddity(testDescription: "is a link that leads to no file") { path in
      #expect(symlink("nowhere", path) == 0)
    },
    Oddity(testDescription: "is a link that leads to no file") { path in
      #expect(symlink((path as NSString).lastPathComponent, path) == 0)
    },
    Oddity(testDescription: "is too large: it has 10737418240 bytes, and at most 67108864 are read") { path in
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      #expect(truncate(path, 10 << 30) == 0)
    },
    Oddity(testDescription: "cannot be read: Permission denied") { path in
      #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0]))
    },
  ]

  private static let names = [
    "02-two.md", "course.yml", "references.yml", "claims.yml", "glossary.yml", "figures.zh.yml",
  ]

  private static func makeSocket(_ path: String) throws {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    // The path of a socket is short: it is bound in a folder of its own and moved.
    let short = "/tmp/\(UUID().uuidString.prefix(8))"
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: short.utf8) }
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(result == 0 && rename(short, path) == 0)
  }

  @Test(arguments: oddities, names)
  func `what is no file is an error at its name, and nothing waits for it`(oddity: Oddity, name: String)
    throws
  {
    if oddity.testDescription.hasSuffix("denied") && geteuid() == 0 { return }
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", "Text.")])
    #expect(try course.run("build").status == 0)
    try oddity.isMadeAt(course.folder + "/lessons/" + name)
    let expected = "lessons/\(name):1:1: error: \(oddity.error(name))"
    for command in ["build", "check", "list"] {
      let result = try course.run(command)
      #expect(result.status == 1 && result.errors.contains(expected), "\(command): \(result)")
      #expect(result.errors.components(separatedBy: "error: ").count == 2, "\(command): \(result.errors)")
    }
  }

  @Test(arguments: oddities)
  func `a course of one lesson that is no file says so`(oddity: Oddity) throws {
    if oddity.testDescription.hasSuffix("denied") && geteuid() == 0 { return }
    let course = try TemporaryCourse(["lessons/text.txt": ""])
    try oddity.isMadeAt(course.folder + "/lessons/01-one.md")
    let result = try course.run("check")
    #expect(
      result.status == 1 && result.errors.contains(oddity.error("01-one.md")), "\(result)")
  }

  @Test(arguments: oddities)
  func `a text to render that is no file is wrong usage`(oddity: Oddity) throws {
    if oddity.testDescription.hasSuffix("denied") && geteuid() == 0 { return }
    let course = try TemporaryCourse()
    try oddity.isMadeAt(course.folder + "/text.md")
    let result = try course.run("render", "text.md")
    #expect(result.status == 2 && result.errors.contains("'text.md' \(oddity.testDescription)"), "\(result)")
  }

  @Test(arguments: oddities.prefix(6))
  func `an image that is no file is an error where it is shown`(oddity: Oddity) throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", "![a](a.png)\n\n[b](a.csv)")])
    for name in ["a.png", "a.csv"] { try oddity.isMadeAt(course.folder + "/lessons/" + name) }
    let result = try course.run("build")
    #expect(result.status == 1)
    for (line, name) in [(5, "a.png"), (7, "a.csv")] {
      #expect(result.errors.contains("01-one.md:\(line):"), "\(result)")
      #expect(result.errors.contains(name), "\(result)")
    }
  }

  @Test(arguments: names.dropFirst())
  func `a file of the course that is not UTF-8 says where`(name: String) throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", "Text."), "lessons/course.yml": "languages: [en, zh]\n",
    ])
    let bytes = Array("# a remark\n# caf".utf8) + [0xE9, 0x0A] + Array("languages: [en, zh]\n".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: course.folder + "/lessons/" + name))
    let result = try course.run("check")
    #expect(result.status == 1)
    #expect(
      result.errors.contains("lessons/\(name):2:6: error: the text is not UTF-8 from here on [encoding]"),
      "\(result)")
  }

  @Test(arguments: ["Case", "CASE", "cAsE"])
  func `names that differ in the size of letters alone are an error in both files`(name: String) throws {
    let course = try TemporaryCourse([
      "lessons/01-case.md": lesson("One", "Text."), "lessons/02-\(name).md": lesson("Two", "Text."),
    ])
    let result = try course.run("check")
    #expect(result.status == 1)
    for file in ["01-case.md", "02-\(name).md"] {
      #expect(result.errors.contains("lessons/\(file):1:1: error: "), "\(result)")
    }
    #expect(result.errors.contains("differ in the size of letters alone [duplicate-lesson]"))
  }

  @Test func `names that are composed in two ways are one name`() throws {
    let course = try TemporaryCourse([
      "lessons/01-caf\u{E9}.md": lesson("One", "Text."), "lessons/02-cafe\u{301}.md": lesson("Two", "Text."),
    ])
    let result = try course.run("check")
    #expect(result.status == 1 && result.errors.contains("[duplicate-lesson]"), "\(result)")
  }

  @Test(arguments: ["Index", "ASSETS", "Part-1"])
  func `a lesson is not named like a page of the site in other letters`(name: String) throws {
    let course = try TemporaryCourse(["lessons/01-\(name).md": lesson("One", "Text.")])
    #expect(try course.run("check").status == 1)
  }

  @Test func `an entry of the cache that is no file counts as absent`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", swift("1 + 1"))])
    #expect(try course.run("build").status == 0)
    let files = course.bytes(below: ".lessons-cache").keys.filter { !$0.hasPrefix("modules") }
    #expect(!files.isEmpty)
    for file in files {
      let path = course.folder + "/.lessons-cache/" + file
      try FileManager.default.removeItem(atPath: path)
      #expect(mkfifo(path, 0o644) == 0)
    }
    let result = try course.run("build")
    #expect(result.status == 0, "\(result)")
  }

  @Test func `what is written into rendering without end is refused`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: TemporaryCourse.products + "/lessons")
    process.arguments = ["render"]
    process.standardInput = FileHandle(forReadingAtPath: "/dev/zero")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }
}
