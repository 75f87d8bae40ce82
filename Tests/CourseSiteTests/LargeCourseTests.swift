import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct LargeCourseTests {
  /// The pages of a course of `count` lessons by path; `part` names the part of each.
  private func pages(_ count: Int, part: (Int) -> String? = { _ in nil }) throws -> [String: String] {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    sample.course.configuration.languages = ["en"]
    sample.course.lessons = (1...count).map { number in
      var matter = FrontMatter()
      matter.title = "Lesson number \(number)"
      matter.part = part(number)
      let text = [Block(.paragraph([.text("Words.")]), at: Position(line: 1))]
      return Lesson(
        file: SourceFile(path: "lessons/\(number)-l\(number).md", text: "\(number)"), id: "l\(number)",
        order: number, language: "en", frontMatter: matter, blocks: text)
    }
    sample.outcomes = [:]
    let files = sample.site().files().value.filter { $0.path.hasSuffix(".html") }
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// The pages that the page at `path` leads to, without a script.
  private func links(from path: String, _ pages: [String: String]) -> [String] {
    (pages[path] ?? "").components(separatedBy: "href=\"").dropFirst()
      .compactMap { $0.components(separatedBy: "\"").first?.components(separatedBy: "#").first }
      .filter { pages[$0] != nil }
  }

  /// How many steps from the cover each page is, by links alone.
  private func distances(_ pages: [String: String]) -> [String: Int] {
    var found = ["index.html": 0], open = ["index.html"]
    while let path = open.first {
      open.removeFirst()
      for next in links(from: path, pages) where found[next] == nil && !path.hasPrefix("print") {
        found[next] = (found[path] ?? 0) + 1
        open.append(next)
      }
    }
    return found
  }

  @Test(arguments: [nil, 7, 150])
  func `a page does not grow with the course, and every lesson is three steps from the cover`(size: Int?)
    throws
  {
    let part = { (number: Int) in size.map { "Part \((number - 1) / $0 + 1)" } }
    let large = try pages(300, part: part), larger = try pages(900, part: part)
    for path in ["l1.html", "l101.html", "l120.html", "l300.html"] {
      let (before, after) = (try #require(large[path]).utf8.count, try #require(larger[path]).utf8.count)
      #expect(abs(after - before) < 2500, "\(path) \(before) \(after)")
    }
    let distances = distances(larger)
    for number in 1...900 { #expect(distances["l\(number).html"].map { $0 <= 3 } == true, "\(number)") }
  }

  @Test func `a course of a hundred lessons names all of them beside every page`() throws {
    let pages = try pages(100)
    let page = try #require(pages["l1.html"])
    #expect((1...100).allSatisfy { page.contains("<a href=\"l\($0).html\"") || $0 == 1 })
    #expect(!pages.keys.contains { $0.hasPrefix("part-") })
  }

  @Test func `a part of many lessons is cut into pieces that say which lessons they hold`() throws {
    let pages = try pages(210) { $0 <= 150 ? "Slopes" : nil }
    let titles = { (path: String) in
      pages[path]?.components(separatedBy: "<h1>").last?.components(separatedBy: "</h1>").first
    }
    #expect(titles("part-slopes.html") == "Slopes: lessons 1–100")
    #expect(titles("part-slopes-2.html") == "Slopes: lessons 101–150")
    #expect(titles("part-3.html") == "lessons 151–210")
    let page = try #require(pages["l120.html"])
    #expect(page.contains("<a href=\"part-slopes-2.html\">Slopes: lessons 101–150</a> · Lesson 120"))
    #expect(page.contains("<a href=\"l120.html\" aria-current=\"page\">"))
    #expect(page.contains("<a href=\"l119.html\">") && !page.contains("href=\"l42.html\""))
    #expect(page.contains("<h2><a href=\"index.html\">Contents</a></h2>"))
  }

  @Test func `the last lesson of one piece leads to the first of the next`() throws {
    let pages = try pages(201)
    #expect(pages["l100.html"]?.contains("class=\"next\" rel=\"next\" href=\"l101.html\"") == true)
    #expect(pages["l101.html"]?.contains("class=\"prev\" rel=\"prev\" href=\"l100.html\"") == true)
  }
}
