import ContentStore
import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct PrintPageTests {
  @Test func `one page holds all lessons in order, with one title`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let page = try #require(sample.page("print.html"))
    let first = try #require(page.firstRange(of: "<section class=\"lesson\" id=\"lesson1\">"))
    let second = try #require(page.firstRange(of: "<section class=\"lesson\" id=\"lesson2\">"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(page.contains("<h2>Where lines bend</h2>"))
    #expect(page.contains("<h3 id=\"lesson2-a-definition\">A definition"))
    #expect(!page.contains("<nav") && !page.contains("course.js"))
  }

  @Test func `links between lessons stay on the page, and ids of different lessons differ`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let page = try #require(sample.page("print.html"))
    #expect(page.contains("See <a href=\"#lesson2-fig-relu\">Figure 2.1</a>"))
    #expect(page.contains("<a href=\"#lesson1\">lesson 1</a>"))
    #expect(page.contains("<a href=\"#lesson2-sec-wrong\">What is wrong</a>"))
    let markup = SiteMarkup(page)
    #expect(markup.problems.isEmpty)
    #expect(Set(markup.ids).count == markup.ids.count)
    for address in markup.addresses where address.hasPrefix("#") {
      #expect(markup.ids.contains(String(address.dropFirst())), "\(address)")
    }
    #expect(!markup.addresses.contains { $0.hasPrefix("kinks.html") || $0.hasPrefix("background.html") })
  }

  @Test func `a lesson without translation stands on the page in its own language`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let page = try #require(sample.page("zh/print.html"))
    #expect(page.contains("<section class=\"lesson\" id=\"lesson1\" lang=\"en\">"))
    #expect(page.contains("<section class=\"lesson\" id=\"lesson2\">"))
    #expect(page.contains("<h3 id=\"lesson2-定义\">定义"))
    // The English lesson refers to the English figure, which is on another page.
    #expect(page.contains("See <a href=\"../kinks.html#fig-relu\">Figure 2.1</a>"))
  }

  @Test func `drawings keep the marks and names that their ids bind to them`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let diagram = DiagramSource(text: "graph LR\n  a --> b\n", firstLine: 7, caption: "A step")
    for index in 0...1 {
      sample.course.lessons[index].blocks = [Block(.diagram(diagram), at: Position(line: 6))]
    }
    let page = try #require(sample.page("print.html"))
    for lesson in ["lesson1", "lesson2"] {
      let id = "\(lesson)-diagram_1-drawing"
      #expect(page.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(id)\""))
      #expect(page.contains("aria-labelledby=\"\(id)-title \(id)-desc\""))
      #expect(page.contains("url(#\(id)-arrow)") && page.contains("<marker id=\"\(id)-arrow\""))
    }
    #expect(!page.contains("#diagram_1"))
  }

  @Test func `folds are open on paper`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    sample.course.lessons[1].cells[0].options.codeFold = .folded
    let page = try #require(sample.page("print.html"))
    #expect(page.contains("<details class=\"fold\" open>"))
    #expect(page.contains("<details class=\"data\">") && !page.contains("<details class=\"data\" open>"))
  }

  @Test func `an address elsewhere comes along as it is`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let address = Link(
      destination: "https://example.org/a?b=1#c", title: "", content: [.text("1 < 2")],
      position: Position(line: 3))
    sample.course.lessons[0].blocks = [Block(.paragraph([.link(address)]), at: Position(line: 3))]
    #expect(
      sample.page("print.html")?.contains("<a href=\"https://example.org/a?b=1#c\">1 &lt; 2</a>") == true)
  }

  @Test func `a page for a PDF has no links to files that lie elsewhere`() {
    let page =
      "<link href=\"a.css\"><a href=\"#x\">in</a> <a class=\"term\" href=\"glossary.html#term.x\">term</a>"
      + " <a href=\"https://example.org/\">out</a> 1 <a b"
    let paper = String(decoding: PaperPage.withoutFileLinks(Array(page.utf8)), as: UTF8.self)
    #expect(paper == page.replacingOccurrences(of: " href=\"glossary.html#term.x\"", with: ""))
  }
}
