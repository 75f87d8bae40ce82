import ContentStore
import Foundation
import Testing

/// After every build the pages are those of the lessons as they are, whatever happened to either of them before.
@Suite struct ExactPagesTests {
  private static let cat = lesson("One", "A cat.\n\n[A file](data.txt).")
  private static let dog = lesson("One", "A dog.\n\n[A file](data.txt).")

  /// A course that is built and its pages.
  private func built() throws -> (course: TemporaryCourse, pages: [String: Data]) {
    let course = try TemporaryCourse(["lessons/01-one.md": Self.cat, "lessons/data.txt": "one"])
    try build(course)
    return (course, course.bytes(below: "output"))
  }

  private func build(_ course: TemporaryCourse, _ arguments: String...) throws {
    let result = try TemporaryCourse.run(["build"] + arguments, in: course.folder)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func `an edit that is undone is undone on the page`() throws {
    let (course, pages) = try built()
    for _ in 1...2 {
      try course.write("lessons/01-one.md", Self.dog)
      try build(course)
      #expect(course.read("output/one.html")?.contains("A dog.") == true)
      try course.write("lessons/01-one.md", Self.cat)
      try build(course)
      #expect(course.bytes(below: "output") == pages)
    }
  }

  @Test(arguments: [["--draft"], ["one"], ["--cache", "other"], ["--refresh"], ["--strict"]])
  func `a build in between, with other settings, of one lesson or with another cache, makes no difference`(
    arguments: [String]
  ) throws {
    let (course, pages) = try built()
    try course.write("lessons/01-one.md", Self.dog)
    try course.write("lessons/02-two.md", "---\ntitle: Two\ndraft: true\n---\n\nText.\n")
    let result = try TemporaryCourse.run(["build"] + arguments, in: course.folder)
    #expect(result.status == 0, "\(result.errors)")
    try course.write("lessons/01-one.md", Self.cat)
    unlink(course.folder + "/lessons/02-two.md")
    try build(course)
    #expect(course.bytes(below: "output") == pages)
  }

  @Test(arguments: [
    "output/one.html", "output/assets/course.css", "output/report.json", "output/assets/files/data.txt",
  ])
  func `damage of equal size is repaired, in place or by a copy with the old times`(path: String) throws {
    let (course, pages) = try built()
    try build(course)
    let file = course.folder + "/" + path
    for isReplaced in [false, true] {
      var bytes = try #require(FileBytes.read(file))
      let stamp = try #require(FileStamp(file))
      bytes[bytes.count / 2] ^= 1
      #expect(isReplaced ? FileBytes.replace(file, with: bytes) : FileBytes.write(bytes, to: file))
      let time = timespec(tv_sec: stamp.seconds, tv_nsec: stamp.nanoseconds)
      #expect(utimensat(AT_FDCWD, file, [time, time], 0) == 0)
      try build(course)
      #expect(course.bytes(below: "output") == pages, "replaced: \(isReplaced)")
    }
  }

  @Test func `pages that were taken away, moved, swapped or made links are written again`() throws {
    let (course, pages) = try built()
    let output = course.folder + "/output"
    #expect(rename(output, course.folder + "/elsewhere") == 0)
    try build(course)
    #expect(course.bytes(below: "output") == pages)
    #expect(rename(output + "/one.html", output + "/spare") == 0)
    #expect(rename(output + "/index.html", output + "/one.html") == 0)
    #expect(rename(output + "/spare", output + "/index.html") == 0)
    try build(course)
    #expect(course.bytes(below: "output") == pages)
    #expect(unlink(output + "/one.html") == 0 && symlink("index.html", output + "/one.html") == 0)
    try build(course)
    #expect(course.bytes(below: "output") == pages)
    #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: output + "/one.html")) == nil)
  }

  @Test func `files that were only touched are not written again, nor is anything run`() throws {
    let (course, _) = try built()
    let inode = FileStamp(course.folder + "/output/one.html")?.inode
    for path in ["output/one.html", "lessons/data.txt", "lessons/01-one.md"] {
      #expect(utimensat(AT_FDCWD, course.folder + "/" + path, nil, 0) == 0)
    }
    #expect(try course.run("build").errors == "output is up to date\n")
    #expect(FileStamp(course.folder + "/output/one.html")?.inode == inode)
  }

  @Test func `a file that came along is followed when it is overwritten with its old size and times`() throws
  {
    let (course, _) = try built()
    let file = course.folder + "/lessons/data.txt"
    sleep(4)
    try build(course)
    let stamp = try #require(FileStamp(file))
    #expect(FileBytes.write(Array("two".utf8), to: file))
    let time = timespec(tv_sec: stamp.seconds, tv_nsec: stamp.nanoseconds)
    #expect(utimensat(AT_FDCWD, file, [time, time], 0) == 0)
    try build(course)
    #expect(course.read("output/assets/files/data.txt") == "two")
  }
}
