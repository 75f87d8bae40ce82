import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct PartTests {
  @Test func `a part has one page name in all languages, and the contents lead to it`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    for path in ["part-mathematics.html", "zh/part-mathematics.html", "part-orientation.html"] {
      #expect(sample.page(path) != nil, "\(path)")
    }
    #expect(sample.page("kinks.html")?.contains("<a href=\"part-mathematics.html\">Mathematics</a>") == true)
  }

  @Test func `a lesson says which part it belongs to, and leads there`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let kicker = "<p class=\"kicker\"><a href=\"part-mathematics.html\">"
    #expect(try sample.text(of: "kinks.html").contains(kicker + "Mathematics</a> · Lesson 2</p>"))
    #expect(try sample.text(of: "zh/kinks.html").contains(kicker))
  }

  @Test func `what a part is about stands on its page and on its card on the cover`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    #expect(try sample.text(of: "part-mathematics.html").contains("<p class=\"lead\">Slopes &amp; more.</p>"))
    let card = try #require(try sample.text(of: "zh/index.html").components(separatedBy: "<li><h2>").last)
    #expect(card.contains("<p>斜率等等。</p>"))
    #expect(card.contains("<a href=\"kinks.html\">"))
    #expect(!(try sample.text(of: "part-orientation.html")).contains("class=\"lead\""))
  }

  @Test func `reading time counts words, Chinese characters one by one, and lines of code`() throws {
    let prose = Array(repeating: "word", count: 401).joined(separator: " ")
    #expect(try time(of: .paragraph([.text(prose)])) == "about 3 min")
    #expect(try time(of: .paragraph([.text(String(repeating: "导", count: 351))])) == "about 2 min")
    let code = String(repeating: "x\n\n", count: 13)
    #expect(try time(of: .codeBlock(info: "text", text: code)) == "about 2 min")
  }

  /// The time that the page of a part states for its one lesson, which holds one block.
  private func time(of content: Block.Content) throws -> String? {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    sample.course.lessons[0].blocks = [Block(content, at: Position(line: 3))]
    let page = try #require(sample.page("part-orientation.html"))
    return page.components(separatedBy: "<small class=\"summary\">").last?.components(separatedBy: "<").first
  }

  @Test func `a lesson cannot take the name of a part's page`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    sample.course.lessons[0].id = "part-mathematics"
    #expect(sample.site().files().diagnostics.contains { $0.rule == "reserved-name" })
  }
}
