import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct PageTests {
  @Test(arguments: ["kinks.html", "zh/kinks.html", "background.html", "index.html"])
  func `the text of a page`(path: String) throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let page = try #require(sample.page(path))
    let start = try #require(page.firstRange(of: "<main")), end = try #require(page.firstRange(of: "</main>"))
    let name = "main-" + path.replacing("/", with: "-")
    let text = Self.withoutDrawings(String(page[start.lowerBound..<end.upperBound]))
    try snapshot(text + "\n", named: name)
  }

  /// The page with every drawing cut down to its beginning, which others test.
  private static func withoutDrawings(_ page: String) -> String {
    var parts = page.components(separatedBy: "<svg")
    for index in parts.indices.dropFirst() {
      let after = parts[index].components(separatedBy: "</svg>").dropFirst().joined(separator: "</svg>")
      parts[index] = "…</svg>" + after
    }
    return parts.joined(separator: "<svg")
  }

  @Test func `the way to the other language knows the sections' counterparts`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let page = try #require(sample.page("kinks.html"))
    #expect(page.contains("<a href=\"#a-definition\" data-zh=\"定义\">A definition</a>"))
    #expect(page.contains("href=\"zh/kinks.html\" lang=\"zh\" hreflang=\"zh\" data-language=\"zh\">中文</a>"))
    let chinese = try #require(sample.page("zh/kinks.html"))
    #expect(
      chinese.contains("href=\"../kinks.html\" lang=\"en\" hreflang=\"en\" data-language=\"en\">English</a>"))
  }

  @Test func `a lesson without translation stands in the contents in its own language`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let page = try #require(sample.page("zh/kinks.html"))
    #expect(page.contains("<a href=\"../background.html\" lang=\"en\"><span class=\"number\">1</span>"))
  }

  @Test func `formulas bring their style sheet, pages without them do not`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    #expect(sample.page("kinks.html")?.contains("assets/katex/katex.css") == true)
    #expect(sample.page("index.html")?.contains("katex") == false)
  }

  @Test func `a page asks nobody for anything`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    for file in sample.site().files().value where file.path.hasSuffix(".html") {
      let page = SiteMarkup(String(decoding: file.bytes, as: UTF8.self))
      #expect(
        page.addresses.filter { $0.hasPrefix("http") }
          == (page.ids.contains("ref-nair2010") ? ["https://example.org/nair"] : []))
    }
  }

  @Test func `a long output loses its middle, and says so`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    let lines = (1...1000).map { "\u{1B}[31mline \($0)\u{1B}[0m\n" }.joined()
    sample.outcomes[SiteSample.kinks.key]?.cells[0].outputs = [.standardOutput(lines)]
    let page = try #require(sample.page("kinks.html"))
    #expect(page.contains("line 350</pre><p class=\"notice\">… lines left out here: 600</p>"))
    #expect(page.contains("lang=\"en\">line 951\nline 952"))
    #expect(!page.contains("\u{1B}") && !page.contains("[31m"))
  }

  @Test func `a label of a block without a figure leads to the block`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.outcomes[SiteSample.kinks.key]?.cells[0].outputs = [.standardOutput("0.5\n")]
    #expect(sample.page("kinks.html")?.contains("<div class=\"cell\" id=\"fig-relu\"") == true)
  }

  @Test func `a number that was not computed is not made up`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.outcomes[SiteSample.kinks.key]?.inlineValues = [nil]
    #expect(
      sample.page("kinks.html", isDraft: true)?.contains(
        "<span class=\"value missing\" title=\"not computed\">?</span>") == true)
  }

  @Test func `a block that nobody ran says so`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.outcomes[SiteSample.kinks.key] = LessonOutcome()
    let page = try #require(sample.page("kinks.html"))
    #expect(page.contains("<span class=\"badge\">not run</span>"))
    #expect(!page.contains("<div class=\"result"))
  }
}
