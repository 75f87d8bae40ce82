import ContentStore
import Foundation
import Testing

/// What is not the tool's is neither published nor removed.
@Suite struct FolderSafetyTests {
  private func course() throws -> TemporaryCourse {
    try TemporaryCourse(["lessons/01-one.md": lesson("One", "Text."), "secret.txt": "secret"])
  }

  private func link(_ course: TemporaryCourse, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: course.folder + "/" + name, withDestinationPath: target)
  }

  @Test(arguments: ["x.txt", "02-two.md", "course.yml", "figures.zh.yml", "folder", "claims.yml"])
  func `a link that leads out of the lessons folder is an error, and not read`(name: String) throws {
    let course = try course()
    #expect(try course.run("build").status == 0)
    try link(course, "lessons/" + name, to: name == "folder" ? ".." : "../secret.txt")
    let result = try course.run("build")
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        "lessons/\(name):1:1: error: the symbolic link '\(name)' leads out of the lessons folder"),
      "\(result.errors)")
    #expect(!result.errors.contains("2 errors"))
  }

  @Test(arguments: ["x.txt", "folder/secret.txt"])
  func `an image or file behind a link that leads outside is not published, even in a draft`(name: String)
    throws
  {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", "![A picture](\(name)) [a file](\(name))"), "secret.txt": "secret",
    ])
    try link(course, "lessons/x.txt", to: course.folder + "/secret.txt")
    try link(course, "lessons/folder", to: "..")
    #expect(try course.run("build", "--draft").status == 1)
    for (path, bytes) in course.bytes(below: "output") {
      #expect(!path.hasSuffix(name) && bytes != Data("secret".utf8), "\(path)")
    }
  }

  @Test func `links that stay inside are followed, and circles end`() throws {
    let course = try course()
    try course.write("lessons/data/a.txt", "one")
    try course.write("lessons/01-one.md", lesson("One", "[a](link.txt) [b](folder/a.txt)"))
    try link(course, "lessons/link.txt", to: "data/a.txt")
    try link(course, "lessons/folder", to: "data")
    try link(course, "lessons/data/loop", to: "..")
    try link(course, "lessons/circle", to: "circle")
    #expect(try course.run("build").status == 0)
    #expect(course.read("output/assets/files/link.txt") == "one")
    try course.write("lessons/data/a.txt", "two")
    #expect(try course.run("build").status == 0)
    #expect(course.read("output/assets/files/link.txt") == "two")
    #expect(course.read("output/assets/files/folder/a.txt") == "two")
  }

  @Test(arguments: [
    ["--output", "lessons"], ["--output", "lessons/site"], ["--output", "."],
    ["--output", "lessons/../lessons"],
    ["--cache", "lessons"], ["--cache", "."], ["--cache", "output"], ["--cache", "output/cache"],
    ["--cache", "lessons/cache"], ["--output", "link"], ["--output", "link/site"],
  ])
  func `folders that lie in each other are refused before anything is done`(arguments: [String]) throws {
    let course = try course()
    try link(course, "link", to: "lessons")
    let before = course.bytes(below: "")
    let result = try TemporaryCourse.run(["build"] + arguments, in: course.folder)
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.errors.contains(arguments[0]), "\(result.errors)")
    #expect(course.bytes(below: "").filter { !$0.key.hasPrefix(".") } == before)
  }

  @Test func `lessons below the output are refused although the output is a site of the tool`() throws {
    let course = try course()
    #expect(try course.run("build", "--output", "site").status == 0)
    #expect(rename(course.folder + "/lessons", course.folder + "/site/lessons") == 0)
    let result = try course.run("build", "--lessons", "site/lessons", "--output", "site")
    #expect(result.status == 2 && result.errors.contains("the lessons lie in 'site'"), "\(result.errors)")
  }

  @Test func `a repository and notes in the output survive builds and a lost cache`() throws {
    let course = try course()
    for text in ["Text.", "Other text.", "Text."] {
      try course.write("lessons/01-one.md", lesson("One", text))
      #expect(try course.run("build").status == 0)
      for path in ["output/.git/HEAD", "output/CNAME", "output/assets/mine.css"] {
        if text == "Text.", course.read(path) == nil { try course.write(path, "mine") }
        #expect(course.read(path) == "mine")
      }
      #expect(try course.run("clean").status == 0)
    }
  }

  @Test(arguments: [[], ["--cache", "results"]])
  func `cleaning removes the whole cache of a course that has run`(cache: [String]) throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", swift("print(1)") + "\n$x^2$\n\n```python\nprint(1)\n```\n")
    ])
    #expect(try TemporaryCourse.run(["build"] + cache, in: course.folder).status == 0)
    let result = try TemporaryCourse.run(["clean"] + cache, in: course.folder)
    let folder = cache.last ?? ".lessons-cache"
    #expect(result.status == 0 && result.errors == "removed \(folder)\n", "\(result.errors)")
    #expect(access(course.folder + "/" + folder, F_OK) != 0)
    #expect(course.read("output/one.html") != nil)
  }

  @Test(arguments: [
    ".", "..", "../lessons", "../secret.txt", "../output", "empty", "link", "../lessons/..", "thesis",
  ])
  func `cleaning refuses every folder that is no cache`(folder: String) throws {
    let course = try course()
    #expect(try course.run("build").status == 0)
    // The command runs in a folder of the course, so that a mistake of it does not reach beyond the course.
    let inner = course.folder + "/inner"
    try course.write("inner/thesis/chapter.tex", "work")
    try link(course, "inner/link", to: "thesis")
    #expect(mkdir(inner + "/empty", 0o755) == 0)
    let before = course.bytes(below: "")
    let result = try TemporaryCourse.run(["clean", "--cache", folder], in: inner)
    #expect(result.status == 2 && result.errors.contains("nothing was removed"), "\(result.errors)")
    #expect(course.bytes(below: "") == before)
  }

  @Test(arguments: ["course.yml", "01-one.md", ".git/HEAD"])
  func `cleaning refuses a cache in which somebody works`(path: String) throws {
    let course = try course()
    #expect(try course.run("build").status == 0)
    try course.write(".lessons-cache/" + path, "work")
    let before = course.bytes(below: "")
    #expect(try course.run("clean").status == 2)
    #expect(course.bytes(below: "") == before)
  }
}
