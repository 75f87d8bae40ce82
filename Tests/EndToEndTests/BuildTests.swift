import Foundation
import Testing

@Suite struct BuildTests {
  @Test func `a course of two lessons becomes pages that hold what the run printed`() throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", swift("let x = 2 + 3\nprint(\"sum\", x)\nx * 10")),
      "lessons/02-two.md": lesson("Two", "The root is `{swift} 81.0.squareRoot()`."),
    ])
    let result = try course.run("build")
    #expect(result.status == 0, "\(result.errors)")
    let one = try #require(course.read("output/one.html"))
    #expect(one.contains("sum 5") && one.contains("50"))
    let two = try #require(course.read("output/two.html"))
    #expect(two.contains("9.0"))
    #expect(course.read("output/index.html")?.contains("two.html") == true)
    #expect(course.read("output/report.json")?.contains("\"one\"") == true)
  }

  @Test func `a second build has nothing to do, and prose runs nothing again`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", swift("print(\"ran\")"))])
    #expect(try course.run("build").status == 0)
    #expect(try course.run("build").errors == "output is up to date\n")
    try course.write("lessons/01-one.md", lesson("One", "New words.\n\n" + swift("print(\"ran\")")))
    let again = try course.run("build")
    #expect(again.status == 0)
    #expect(!again.errors.contains("ran  "), "\(again.errors)")
    #expect(course.read("output/one.html")?.contains("New words.") == true)
  }

  @Test func `a page deleted from the output is written again`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", "Text.")])
    #expect(try course.run("build").status == 0)
    unlink(course.folder + "/output/one.html")
    #expect(try course.run("build").status == 0)
    #expect(course.read("output/one.html") != nil)
  }

  @Test func `a failed build reports every lesson and leaves the last good output as it was`() throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", swift("print(1)")),
      "lessons/02-two.md": lesson("Two", swift("print(2)")),
    ])
    #expect(try course.run("build").status == 0)
    let before = course.bytes(below: "output")
    try course.write("lessons/01-one.md", lesson("One", swift("print(unknownName)")))
    try course.write("lessons/02-two.md", lesson("Two", swift("[1][5]")))
    let result = try course.run("build")
    #expect(result.status == 1)
    #expect(result.errors.contains("lessons/01-one.md:6:7: error: cannot find 'unknownName' in scope"))
    #expect(result.errors.contains("lessons/02-two.md:6:"), "\(result.errors)")
    #expect(course.bytes(below: "output") == before)
  }

  @Test func `a page too heavy for a slow phone is warned of on every build, pictures not counted`() throws {
    var state: UInt32 = 1
    let noise = (0..<240_000).map { _ -> Character in
      state = state &* 1_664_525 &+ 1_013_904_223
      return Character(UnicodeScalar(UInt8(97 + state >> 24 & 15)))
    }
    let words = stride(from: 0, to: noise.count, by: 40).map { String(noise[$0..<$0 + 40]) }
    let picture = swift(
      "show(ImageGrid(images: [.init(width: 300, values: (0..<90_000).map { _ in Double.random(in: 0...1, using: &generator) })]))"
    )
    let course = try TemporaryCourse([
      "lessons/01-light.md": lesson("Light", words.prefix(3500).joined(separator: "\n") + "\n\n" + picture),
      "lessons/02-heavy.md": lesson("Heavy", words.joined(separator: "\n")),
    ])
    for _ in 1...2 {
      let result = try course.run("build")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("lessons/02-heavy.md:1:1: warning: the page of this lesson weighs 1"))
      #expect(!result.errors.contains("01-light.md"), "\(result.errors)")
    }
    #expect(try course.run("build", "--strict").status == 1)
  }

  @Test func `a mistake in the use of the kit is told in the kit's own words, although it is optimised`()
    throws
  {
    let block = swift("let beta = -1.0\nlet f = Activation.softplus(beta: beta)")
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", block)])
    let result = try course.run("build")
    #expect(result.status == 1)
    #expect(result.errors.contains("softplus bends for a finite β > 0, not for -1.0"), "\(result.errors)")
    #expect(result.errors.contains("lessons/01-one.md:7:"), "\(result.errors)")
  }

  @Test func `a draft has a page for the lesson that failed, saying what failed`() throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", swift("print(unknownName)"))])
    let result = try course.run("build", "--draft")
    #expect(result.status == 1)
    #expect(course.read("output/one.html")?.contains("cannot find") == true)
  }

  @Test
  func `building one lesson takes the others from earlier runs, and refuses those that never ran`() throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", swift("print(\"first\")")),
      "lessons/02-two.md": lesson("Two", swift("print(\"second\")")),
    ])
    let alone = try course.run("build", "two")
    #expect(alone.status == 1)
    #expect(alone.errors.contains("lessons/01-one.md:1:1: error: 'one' has not been run as it stands"))
    #expect(course.read("output/two.html") == nil)
    #expect(try course.run("check").status == 0)
    let built = try course.run("build", "two")
    #expect(built.status == 0, "\(built.errors)")
    #expect(course.read("output/one.html")?.contains("first") == true)
  }

  @Test func `checking one lesson reports that lesson only`() throws {
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", "[nowhere](09-gone.md)"),
      "lessons/02-two.md": lesson("Two", "Text."),
    ])
    #expect(try course.run("check", "two").status == 0)
    #expect(try course.run("check", "one").errors.contains("01-one.md:5:"))
  }

  @Test
  func `a stated output that is wrong fails at its line, and accept rewrites the fence and nothing else`()
    throws
  {
    let body = "Before  \n\n" + swift("print(0.1 + 0.2)") + "\n```output\n0.31\n```\n\n\tAfter, no line end"
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", body)])
    let result = try course.run("check")
    #expect(result.status == 1)
    #expect(result.errors.contains("lessons/01-one.md:12:"), "\(result.errors)")
    let accepted = try course.run("check", "--accept")
    #expect(accepted.status == 0, "\(accepted.errors)")
    let expected = lesson("One", body).replacingOccurrences(of: "0.31", with: "0.30000000000000004")
    #expect(course.read("lessons/01-one.md") == expected)
  }

  @Test func `two builds in two folders are equal, byte for byte`() throws {
    let files = [
      "lessons/course.yml": "title: Twice\nlanguages: [en, zh]\n",
      "lessons/01-one.md": lesson("One", "$x^2$\n\n" + swift("plot(.relu, over: -1...1)", "id=p")),
      "lessons/01-one.zh.md": lesson("一", "```swift use=p\n```\n"),
    ]
    let first = try TemporaryCourse(files), second = try TemporaryCourse(files)
    #expect(try first.run("build").status == 0)
    #expect(try second.run("build", "-j", "1").status == 0)
    let pages = first.bytes(below: "output")
    #expect(pages["zh/one.html"] != nil)
    #expect(pages == second.bytes(below: "output"))
    for (path, bytes) in pages where path.hasSuffix(".html") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(first.folder), "\(path) names its folder")
    }
  }

  @Test func `a wrong derivative fails the build at the line that shows the check`() throws {
    let wrong = #"show(Activation("wrong", value: { $0 * $0 }, derivative: { $0 }).checkDerivative())"#
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", swift(wrong))])
    let result = try course.run("check")
    #expect(result.status == 1)
    #expect(result.errors.contains("lessons/01-one.md:6:1: error:"), "\(result.errors)")
    try course.write("lessons/01-one.md", lesson("One", swift("//| expect: failure\n" + wrong)))
    #expect(try course.run("check").status == 0)
  }

  @Test func `a link to a place in another lesson leads there, however it is spelt`() throws {
    let links = "[a](02-two.md#神经) [b](./02-two.md#%E7%A5%9E%E7%BB%8F) [c](#%E7%A5%9E)\n\n## 神"
    let course = try TemporaryCourse([
      "lessons/01-one.md": lesson("One", links), "lessons/02-two.md": lesson("Two", "## 神经"),
    ])
    let result = try course.run("build")
    #expect(result.status == 0, "\(result.errors)")
    let page = try #require(course.read("output/one.html"))
    let address = "two.html#%E7%A5%9E%E7%BB%8F"
    #expect(
      page.contains("<a href=\"\(address)\">a</a> <a href=\"\(address)\">b</a> <a href=\"#%E7%A5%9E\">c</a>"))
  }

  @Test func `builds at the same time leave a whole course`() async throws {
    let course = try TemporaryCourse(["lessons/01-one.md": lesson("One", swift("print(\"whole\")"))])
    let statuses = await withTaskGroup(of: Int32?.self) { group in
      for _ in 0..<4 {
        let folder = course.folder
        group.addTask { try? TemporaryCourse.run(["build", "--refresh"], in: folder).status }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == [0, 0, 0, 0])
    #expect(course.read("output/one.html")?.contains("whole") == true)
  }
}
