import CourseModel
import CourseSite
import Figures
import Foundation
import Testing

@Suite struct PageTests {
  @Test(arguments: [
    "kinks.html", "zh/kinks.html", "background.html", "index.html", "part-mathematics.html",
    "zh/figures.html",
    "experiments.html",
  ])
  func `the text of a page`(path: String) throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    try snapshot(
      Self.withoutDrawings(sample.text(of: path)), named: "main-" + path.replacing("/", with: "-"))
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

  @Test func `punctuation stays on the line of a short formula, a long formula can be broken`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let place = Position(line: 3)
    let sentence: [Inline] = [
      .text("Let (as a point, "), .math("x", place), .text(")，then ("), .math("y", place), .text(") or "),
      .math("a = b + c", place), .text("."),
    ]
    sample.course.lessons[1].blocks = [Block(.paragraph(sentence), at: place)]
    let page = try #require(sample.page("kinks.html"))
    #expect(page.contains("point, <span class=\"whole\"><span class=\"katex\">"))
    #expect(page.contains("</span>)，</span>then <span class=\"whole\">(<span class=\"katex\">"))
    #expect(page.contains("</span>)</span> or <span class=\"katex\">"))
    #expect(page.components(separatedBy: "class=\"whole\"").count == 3)
    #expect(SiteMarkup(page).problems.isEmpty)
  }

  @Test func `formulas bring their style sheet, pages without them do not`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    #expect(sample.page("kinks.html")?.contains("assets/katex/katex.css") == true)
    #expect(sample.page("index.html")?.contains("katex") == false)
  }

  @Test func `plots have the colours that the drawings know, in light and in dark`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let sheet = try #require(sample.page("assets/course.css"))
    #expect(sheet.components(separatedBy: Figure.lightColors).count == 2)
    #expect(sheet.components(separatedBy: Figure.darkColors).count == 3, "chosen, and by the system")
  }

  @Test func `the author's words for a figure stand in the drawing, for several drawings around them`() throws
  {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    sample.course.lessons[1].cells[0].options.figureAlternativeText = "A <bent> line."
    let alone = try #require(sample.page("kinks.html"))
    #expect(alone.contains("-desc\">A &lt;bent&gt; line.</desc>") && !alone.contains("<div role=\"img\""))
    let plot = Figure.plot(Plot(series: [.line("", [0, 1], [0, 1])]))
    sample.outcomes[SiteSample.kinks.key]?.cells[0].outputs = [.figure(.group([plot, plot]))]
    let both = try #require(sample.page("kinks.html"))
    #expect(both.contains("<div role=\"group\" aria-label=\"A &lt;bent&gt; line.\"><svg"))
    #expect(!both.contains("-desc\">A &lt;bent&gt;"))
  }

  @Test func `a wide diagram scrolls in an element that the keyboard reaches`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let diagram = DiagramSource(text: "graph LR\n  a --> b\n", firstLine: 7)
    sample.course.lessons[0].blocks = [Block(.diagram(diagram), at: Position(line: 6))]
    let page = try #require(sample.page("background.html"))
    #expect(page.contains("<div class=\"diagram\" tabindex=\"0\"><svg"))
  }

  @Test func `a line that ends between two Chinese characters leaves no gap`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let words: [Inline] = [
      .text("导数"), .softBreak, .emphasis([.text("就是")]), .softBreak, .text("斜率，"), .softBreak,
      .text("即 slope"),
      .softBreak, .text("之比。"),
    ]
    sample.course.lessons[2].blocks = [Block(.paragraph(words), at: Position(line: 3))]
    let page = try #require(sample.page("zh/kinks.html"))
    #expect(page.contains("<p>导数<em>就是</em>斜率，即 slope\n之比。</p>"))
    #expect(sample.page("assets/search-zh.js")?.contains("导数就是斜率，即 slope 之比。") == true)
  }

  @Test func `a page asks nobody for anything`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    for file in sample.site().files().value where file.path.hasSuffix(".html") {
      let page = SiteMarkup(String(decoding: file.bytes, as: UTF8.self))
      #expect(
        page.addresses.filter { $0.hasPrefix("http") }
          == (page.ids.contains { $0.hasSuffix("work.nair2010") } ? ["https://example.org/nair"] : []))
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
