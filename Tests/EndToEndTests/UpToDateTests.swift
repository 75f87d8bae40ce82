import Foundation
import Testing

/// A build that would write what is there already does nothing; any other does not take itself for one.
@Suite struct UpToDateTests {
  private static let files = [
    "lessons/course.yml": "title: A course\nlanguages: [en]\n",
    "lessons/01-one.md": lesson("One", swift("//| needs: numbers.txt\n1 + 1") + "\n![A dot.](dot.svg)"),
    "lessons/numbers.txt": "1 2 3\n",
    "lessons/dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
  ]

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
  func `a change of any file of the lessons folder is noticed`(path: String) throws {
    let course = try built()
    try course.write(path, (Self.files[path] ?? "").replacingOccurrences(of: "1", with: "2") + "\n")
    #expect(try !isUpToDate(course))
  }

  @Test func `a file that is added or taken away is noticed`() throws {
    let course = try built()
    try course.write("lessons/more.txt", "more")
    #expect(try !isUpToDate(course))
    unlink(course.folder + "/lessons/more.txt")
    try course.write("lessons/02-two.md", lesson("Two", "Text."))
    #expect(try !isUpToDate(course))
    #expect(course.read("output/two.html") != nil)
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
