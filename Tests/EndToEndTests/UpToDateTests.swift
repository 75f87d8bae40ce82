import Foundation
import Testing

/// A build that would write what is there already does nothing; any other does not take itself for one.
@Suite struct UpToDateTests {
  private static let files = [
    "lessons/course.yml": "title: A word\nlanguages: [en]\n",
    "lessons/01-one.md": lesson("One", "A word.\n\n" + reader + "\n![A dot.](dot.svg)\n\n" + claims),
    "lessons/claims.yml": "S1: {where: title, says: {en: A word}}\n",
    "lessons/glossary.yml": "dot: {term: {en: dot}, definition: {en: Less than a word.}}\n",
    "lessons/text.txt": "a word",
    "lessons/dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- word --></svg>\n",
  ]

  private static let reader = swift(
    "//| needs: text.txt\nimport Foundation\ntry String(contentsOfFile: \"text.txt\", encoding: .utf8)",
    "id=reader")

  private static let claims = "```claims\nS1: {verdict: right, fact: It is one, shown: reader}\n```\n"

  private func built() throws -> TemporaryCourse {
    let course = try TemporaryCourse(Self.files)
    let result = try course.run("build")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try isUpToDate(course))
    return course
  }

  private func isUpToDate(_ course: TemporaryCourse, _ arguments: String...) throws -> Bool {
    try TemporaryCourse.run(["build"] + arguments, in: course.folder).errors == "output is up to date\n"
  }

  @Test(arguments: files.keys.sorted())
  func `a change of any file of the lessons folder reaches the output`(path: String) throws {
    let course = try built()
    let before = course.bytes(below: "output")
    try course.write(path, (Self.files[path] ?? "").replacingOccurrences(of: "word", with: "phrase"))
    let result = try course.run("build")
    #expect(result.status == 0, "\(result.errors)")
    #expect(course.bytes(below: "output") != before)
  }

  @Test func `a lesson that is added gets its page, and one that is taken away loses it`() throws {
    let course = try built()
    try course.write("lessons/02-two.md", lesson("Two", "Text."))
    #expect(try !isUpToDate(course))
    #expect(course.read("output/two.html") != nil)
    unlink(course.folder + "/lessons/02-two.md")
    #expect(try !isUpToDate(course))
    #expect(course.read("output/two.html") == nil)
  }

  @Test func `another output folder and a draft are other builds`() throws {
    let course = try built()
    #expect(try !isUpToDate(course, "--output", "elsewhere"))
    #expect(course.read("elsewhere/one.html") != nil)
    try course.write("lessons/02-two.md", "---\ntitle: Two\ndraft: true\n---\n\nText.\n")
    #expect(try course.run("build").status == 0)
    #expect(course.read("output/two.html") == nil)
    #expect(try course.run("build", "--draft").status == 0)
    #expect(course.read("output/two.html") != nil)
    #expect(try course.run("build").status == 0)
    #expect(course.read("output/two.html") == nil)
  }

  @Test func `a page that was cut short is written again`() throws {
    let course = try built()
    let page = try #require(course.read("output/one.html"))
    unlink(course.folder + "/output/one.html")
    try course.write("output/one.html", "cut")
    #expect(try !isUpToDate(course))
    #expect(course.read("output/one.html") == page)
  }
}
