import ContentStore
import CourseModel
import CourseSite
import Testing

@Suite struct PolicyTests {
  @Test func `every page states a policy before anything that it concerns, and holds no style sheet`() throws
  {
    let sample = try SiteSample()
    defer { sample.remove() }
    let pages = sample.site().files().value.filter { $0.path.hasSuffix(".html") }
    #expect(pages.count > 8)
    for page in pages {
      let text = String(decoding: page.bytes, as: UTF8.self)
      let policy = try #require(text.firstRange(of: "http-equiv=\"Content-Security-Policy\""), "\(page.path)")
      let first = try #require(text.firstRange(of: "<link"))
      #expect(policy.upperBound < first.lowerBound && text.contains("default-src 'none'"), "\(page.path)")
      #expect(!text.contains("<style") && !text.contains(" onclick="), "\(page.path)")
    }
  }

  @Test func `pictures from elsewhere are allowed by their origin, on the pages that show them`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let sources = [
      "HTTPS://pics.example.org:8080/a.png", "http://b.example/c.png", "a.png", "https://é.example/d",
      "data:image/png,a",
    ]
    let images = sources.map {
      Inline.image(Image(source: $0, title: "", content: [], position: Position(line: 6)))
    }
    sample.course.lessons[1].blocks = [Block(.paragraph(images), at: Position(line: 6))]
    let wanted = "img-src 'self' data: https://pics.example.org:8080 http://b.example https:;"
    #expect(try #require(sample.page("kinks.html", isDraft: true)).contains(wanted))
    #expect(try #require(sample.page("print.html", isDraft: true)).contains(wanted))
    #expect(try #require(sample.page("background.html", isDraft: true)).contains("img-src 'self' data:;"))
  }

  @Test func `a style sheet in raw HTML is allowed by its hash`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    sample.course.lessons[1].blocks = [Block(.html("<style>p{color:red}</style>"), at: Position(line: 6))]
    let hash = "style-src 'self' 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=';"
    #expect(try #require(sample.page("kinks.html")).contains(hash))
    #expect(try #require(sample.page("print.html")).contains(hash))
    #expect(try #require(sample.page("background.html")).contains("style-src 'self';"))
  }

  @Test func `an address that no reader has held is left out by the writer`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    for index in sample.course.bibliography.indices {
      sample.course.bibliography[index].url = "javascript:alert(1)"
    }
    let link = Link(
      destination: "javascript:a", title: "", content: [.text("b")], position: Position(line: 6))
    let image = Image(source: "javascript:a", title: "", content: [], position: Position(line: 6))
    sample.course.lessons[0].blocks = [
      Block(.paragraph([.link(link), .image(image)]), at: Position(line: 6))
    ]
    for file in sample.site(isDraft: true).files().value where file.path.hasSuffix(".html") {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("=\"javascript:"), "\(file.path)")
    }
  }

  @Test func `a served page may ask its server, and both its policies say so`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let page = try #require(sample.page("kinks.html"))
    let served = try #require(ServedPage(Array(page.utf8), script: "<script src=\"/a\"></script>"))
    let text = String(decoding: served.bytes, as: UTF8.self)
    #expect(
      text.contains("form-action 'none'; connect-src 'self'\">")
        && text.contains("<script src=\"/a\"></script></body>"))
    #expect(served.policy.hasSuffix("form-action 'none'; connect-src 'self'; frame-ancestors 'none'"))
    #expect(ServedPage(Array("<p>an author's own</p>".utf8), script: "") == nil)
  }

  @Test func `the page for paper allows the one style sheet that it gets`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let page = try #require(sample.page("print.html"))
    let paper = String(decoding: PaperPage.onA4(Array(page.utf8)), as: UTF8.self)
    let hash = "'sha256-"
    #expect(
      paper.contains("style-src 'self' \(hash)") && paper.contains("<style>@page { size: A4 }</style></head>")
    )
  }
}
