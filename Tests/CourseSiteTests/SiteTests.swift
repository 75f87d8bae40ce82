import ContentStore
import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct SiteTests {
  @Test func `two builds give the same bytes`() throws {
    var first = try SiteSample(), second = try SiteSample()
    defer {
      first.remove()
      second.remove()
    }
    first.useOwnStore()
    second.useOwnStore()
    #expect(contents(first.site()) == contents(second.site()))
  }

  @Test func `what the store holds gives the same bytes as rendering anew`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let rendered = contents(sample.site())
    #expect(contents(sample.site()) == rendered)
  }

  @Test func `a damaged store costs time and nothing else`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let rendered = contents(sample.site())
    let files = sample.site().files().value
    try FileManager.default.removeItem(atPath: sample.store.folder)
    #expect(Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }) == rendered)
  }

  @Test func `style sheet and script are the theme's own files, the figures' colours filled in`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let files = contents(sample.site())
    let theme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/CTheme")
    let script = try Data(contentsOf: theme.appending(path: "course.js"))
    #expect(files["assets/course.js"] == Array(script))
    #expect(script.count <= 20_000, "the script is to stay small")
    let style = try String(contentsOf: theme.appending(path: "course.css"), encoding: .utf8)
    let text = String(decoding: try #require(files["assets/course.css"]), as: UTF8.self)
    let parts = style.components(separatedBy: "/* figures: ")
    #expect(parts.count > 1 && text.hasPrefix(parts[0]) && text.hasSuffix(style.suffix(1000)))
    #expect(!text.contains("/* figures: "))
  }

  @Test func `no file tells where it was made`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    for (path, bytes) in contents(sample.site()) where path.hasSuffix(".html") || path.hasSuffix(".json") {
      let text = String(decoding: bytes, as: UTF8.self)
      for trace in [sample.folder.path, "/usr/", FileManager.default.currentDirectoryPath] {
        #expect(!text.contains(trace), "\(path) holds \(trace)")
      }
    }
  }

  @Test(arguments: [false, true])
  func `every link leads somewhere, every id is the only one, every element is closed`(isDraft: Bool) throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let pages = contents(sample.site(isDraft: isDraft))
    let markup = pages.filter { $0.key.hasSuffix(".html") }
      .mapValues { SiteMarkup(String(decoding: $0, as: UTF8.self)) }
    #expect(markup.count == 18)
    for (path, page) in markup {
      #expect(page.problems.isEmpty, "\(path)")
      #expect(Set(page.ids).count == page.ids.count, "\(path)")
      for address in page.addresses where !address.hasPrefix("data:") && !address.hasPrefix("https:") {
        let (file, anchor) = target(of: address, from: path)
        #expect(pages[file] != nil, "\(path) links to \(address)")
        if !anchor.isEmpty {
          #expect(markup[file]?.ids.contains(anchor) == true, "\(path) links to \(address)")
        }
      }
    }
  }

  @Test func `headings may be called what the page's own parts are called, and a block may be shown twice`()
    throws
  {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    var lesson = sample.course.lessons[2]
    for name in ["text", "menu", "words", "block-1", "note-1", "page-text"] {
      let heading = Heading(level: 2, content: [.text(name)], anchor: name)
      lesson.blocks.append(Block(.heading(heading), at: Position(line: 9)))
    }
    var again = lesson.cells[0]
    again.index = 1
    again.numbered = nil
    lesson.cells.append(again)
    lesson.blocks.append(Block(.cell(1), at: Position(line: 20)))
    sample.course.lessons[2] = lesson
    let ids = SiteMarkup(try #require(sample.page("zh/kinks.html"))).ids
    #expect(ids.contains("block.relu") && ids.contains("block.relu.2"))
    #expect(Set(ids).count == ids.count)
  }

  @Test func `a lesson that failed has a page only in a draft, which says what failed`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.outcomes[SiteSample.kinks.key]?.diagnostics = [
      Diagnostic(
        .error, "compile-error", "cannot find 'x' in scope", path: "lessons/02-kinks.md",
        at: Position(line: 3, column: 5), length: 5, help: "declare it")
    ]
    #expect(sample.page("kinks.html") == nil)
    let draft = try #require(sample.page("kinks.html", isDraft: true))
    #expect(draft.contains("cannot find 'x' in scope [compile-error]"))
    #expect(
      draft.contains(
        "lessons/02-kinks.md:3:5\n3 | The kinks' text.\n  |     <span class=\"caret\">^~~~~</span>\ndeclare it"
      ))
  }

  @Test func `a lesson marked as a draft is left out of what is published`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.course.lessons[0].frontMatter.isDraft = true
    #expect(sample.page("background.html") == nil)
    #expect(sample.page("background.html", isDraft: true) != nil)
    #expect(sample.page("index.html")?.contains("Background") == false)
  }

  @Test func `a formula that cannot be drawn is an error at its place`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    let file = SourceFile(path: "lessons/01-background.md", text: "title\n\nwith $a + \\foo$ in it\n")
    sample.course.lessons[0].file = file
    sample.course.lessons[0].blocks = [
      Block(.paragraph([.math("a + \\foo", Position(line: 3, column: 7))]), at: Position(line: 3))
    ]
    let diagnostics = sample.site().files().diagnostics
    #expect(diagnostics.map(\.message) == ["Undefined control sequence: \\foo"])
    #expect(diagnostics.first?.position == Position(line: 3, column: 11))
    #expect(sample.site().files().diagnostics == diagnostics, "also when the page is in the store")
  }

  @Test func `a formula in a heading or a caption is drawn, and reported once where it is wrong`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let heading = Heading(
      level: 2, content: [.math("\\foo", Position(line: 5, column: 5))], anchor: "foo")
    sample.course.lessons[1].blocks.append(Block(.heading(heading), at: Position(line: 5)))
    sample.course.lessons[1].cells[0].options.figureCaption = "The $\\bar$"
    sample.course.lessons[1].frontMatter.objectives = ["draw $x^2$"]
    let problems = sample.site().files().diagnostics.filter { $0.path == "lessons/02-kinks.md" }
    let places = problems.map(\.position.line)
    #expect(places.sorted() == [5, 9])
    #expect(sample.page("kinks.html")?.contains("<li>draw <span class=\"katex\">") == true)
  }

  @Test func `a formula of several lines in a list has its errors where they are`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.course.lessons[0].file = SourceFile(path: "01.md", text: "- item\n\n  $$\n  a\n  + \\foo\n  $$\n")
    let math = DisplayMath(tex: "a\n+ \\foo", position: Position(line: 4, column: 3))
    sample.course.lessons[0].blocks = [Block(.math(math), at: Position(line: 3, column: 3))]
    #expect(sample.site().files().diagnostics.first?.position == Position(line: 5, column: 5))
  }

  @Test func `a diagram that cannot be drawn is an error at its line`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let diagram = DiagramSource(text: "graph TB\n  A[one --> B\n", firstLine: 7)
    sample.course.lessons[0].blocks = [Block(.diagram(diagram), at: Position(line: 6))]
    let diagnostics = sample.site().files().diagnostics
    #expect(diagnostics.first?.rule == "diagram")
    #expect(diagnostics.first?.position.line == 8)
  }

  @Test func `an image comes along, one that is missing is an error where it is named`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let picture = sample.folder.appending(path: "lessons/images/net work.png")
    try FileManager.default.createDirectory(
      at: picture.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data([1, 2, 3]).write(to: picture)
    let images = ["images/net work.png", "./images/lost.png", "../secret.png"].enumerated().map {
      line, source in
      Inline.image(
        Image(source: source, title: "", content: [.text("a net")], position: Position(line: line + 1)))
    }
    sample.course.lessons[0].blocks = [Block(.paragraph(images), at: Position(line: 1))]
    let parsed = sample.site().files()
    #expect(parsed.value.first { $0.path == "assets/files/images/net work.png" }?.bytes == [1, 2, 3])
    #expect(parsed.diagnostics.map(\.rule) == ["missing-file", "missing-file"])
    #expect(parsed.diagnostics.map(\.position.line) == [2, 3])
    #expect(
      sample.page("background.html")?.contains("src=\"assets/files/images/net%20work.png\" alt=\"a net\"")
        == true)
  }

  @Test func `a lesson cannot take the name of a page of the site`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.course.lessons[0].id = "report"
    #expect(sample.site().files().diagnostics.map(\.rule).contains("reserved-name"))
  }

  @Test func `a change of prose changes its page, the search and the pages to print, nothing else`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    let before = Dictionary(
      uniqueKeysWithValues: sample.site().files().value.map { ($0.path, $0.fingerprint) })
    sample.course.lessons[0].file = SourceFile(path: "lessons/01-background.md", text: "other prose")
    sample.course.lessons[0].blocks.append(Block(.paragraph([.text("More.")]), at: Position(line: 9)))
    let after = sample.site().files().value
    #expect(
      after.filter { before[$0.path] != $0.fingerprint }.map(\.path).sorted() == [
        "assets/search-en.js", "background.html", "print.html", "zh/print.html",
      ])
  }

  private func contents(_ site: Site) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: site.files().value.map { ($0.path, $0.bytes) })
  }

  private func target(of address: String, from page: String) -> (file: String, anchor: String) {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.removingPercentEncoding ?? "" }
    let anchor = parts.count > 1 ? parts[1] : ""
    guard !parts[0].isEmpty else { return (page, anchor) }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for part in parts[0].split(separator: "/") {
      if part == ".." { folders.removeLast() } else { folders.append(String(part)) }
    }
    return (folders.joined(separator: "/"), anchor)
  }
}
