import CourseModel
import LessonMarkdown
import Testing

/// Every file that can name an address, and the one rule for all of them.
@Suite struct AddressGateTests {
  static let unsafe = [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,a", "vbscript:a", "file:///a", "blob:a",
  ]

  @Test(arguments: unsafe)
  func `Markdown's links, images, definitions and automatic links are held`(address: String) {
    let texts = [
      "[a](\(address))", "[a](<\(address)>)", "![a](\(address))", "<\(address)>", "[a]\n\n[a]: \(address)",
      "![a][b]\n\n[b]: \(address)", "> - [a](\(address))", "| a |\n|---|\n| [a](\(address)) |",
      "# [a](\(address))",
      "a[^1]\n\n[^1]: [a](\(address))", "[![a](\(address))](b)", "**[a](\(address))**",
    ]
    for text in texts {
      let parsed = parseText(SourceFile(path: "a.md", text: text))
      #expect(parsed.diagnostics.map(\.rule) == ["unsafe-address"], "\(text)")
      #expect(parsed.diagnostics.allSatisfy { $0.severity == .error })
      #expect(!parsed.value.outline.contains("link(\(address)"), "\(text)")
    }
  }

  @Test(arguments: [
    "java&#x73;cript:a", "java&Tab;script:a", "javascript&colon;a", "&#1;javascript:a", "javascript\\:a",
  ])
  func `what stands for characters is read first`(address: String) {
    let parsed = parseText(SourceFile(path: "a.md", text: "[a](<\(address)>)"))
    #expect(parsed.diagnostics.map(\.rule) == ["unsafe-address"])
  }

  @Test(arguments: unsafe)
  func `the works' addresses are held, at their place`(address: String) {
    let parsed = course(references: "a:\n  title: b\n  url: \"\(address)\"\n")
    #expect(parsed.value.bibliography.map(\.url) == [nil])
    #expect(
      parsed.diagnostics.map { "\($0.path):\($0.position.line):\($0.position.column) \($0.rule)" }
        == ["lessons/references.yml:3:8 unsafe-address"])
  }

  @Test(arguments: [
    ("10.1/x", "https://doi.org/10.1/x"), ("https://doi.org/10.1/x", "https://doi.org/10.1/x"),
    ("javascript:a", "https://doi.org/javascript:a"), ("httpx:a", "https://doi.org/httpx:a"),
  ])
  func `a DOI leads to doi_org, whatever it says`(doi: String, address: String) {
    let parsed = course(references: "a:\n  title: b\n  doi: \"\(doi)\"\n")
    #expect(parsed.value.bibliography.map(\.url) == [address])
  }

  @Test func `a translation's addresses are held like the lesson's`() {
    let parsed = course(lessons: [
      "01-a.md": "---\ntitle: a\n---\n\n[a](b:c)\n", "01-a.zh.md": "---\ntitle: a\n---\n\n[a](b:c)\n",
    ])
    #expect(parsed.diagnostics.map(\.rule) == ["unsafe-address", "unsafe-address"])
  }

  @Test(arguments: [
    ("<a href=\"javascript:a\">b</a>", "5:1"), ("b <a href='JavaScript:a'>b</a>", "5:3"),
    ("<div>\n<a\nhref=java&#115;cript:a>\n</div>", "6:1"),
    ("<img srcset='a.png 1x, data:text/html,b 2x'>", "5:1"),
    ("<p style='background:url(javascript:a)'>b</p>", "5:1"),
    ("<meta http-equiv=refresh content='0;url=b'>", "5:1"),
    ("<base href=\"b/\">", "5:1"), ("<div\n\nb", "5:1"), ("> <a href=//b>c</a>", "5:3"),
  ])
  func `raw HTML's addresses are held, and what belongs to a page's head`(text: String, place: String) {
    let parsed = course(
      lessons: ["01-a.md": "---\ntitle: a\n---\n\n\(text)\n"], configuration: "raw_html: true\n")
    let errors = parsed.diagnostics.filter { $0.severity == .error }
    #expect(errors.map { "\($0.position.line):\($0.position.column)" } == [place])
    #expect(!parsed.value.lessons[0].outline.contains("javascript"))
  }

  @Test func `with raw HTML, Markdown's addresses are held all the same`() {
    let parsed = course(
      lessons: ["01-a.md": "---\ntitle: a\n---\n\n[a](javascript:b)\n"], configuration: "raw_html: true\n")
    #expect(parsed.diagnostics.map(\.rule) == ["unsafe-address"])
  }

  @Test(arguments: [
    "<script>a</script>", "<p onclick=\"a\">b</p>", "<iframe src=\"https://a.b\"></iframe>",
    "<iframe srcdoc=\"a\"></iframe>",
    "<link rel=stylesheet href=a>", "<form action=\"a\">b</form>", "<object data=\"a\"></object>",
  ])
  func `what the pages' policy keeps from working is pointed out`(text: String) {
    let parsed = course(
      lessons: ["01-a.md": "---\ntitle: a\n---\n\n\(text)\n"], configuration: "raw_html: true\n")
    #expect(Set(parsed.diagnostics.map(\.rule)) == ["idle-html"])
    #expect(
      parsed.diagnostics.allSatisfy { $0.severity == .warning && $0.position == Position(line: 5, column: 1) }
    )
  }

  private func course(
    lessons: [String: String] = ["01-a.md": "---\ntitle: a\n---\n"],
    configuration: String = "languages: [en, zh]\n",
    references: String? = nil
  ) -> Parsed<Course> {
    parseCourse(
      configuration: SourceFile(path: "lessons/course.yml", text: configuration),
      references: references.map { SourceFile(path: "lessons/references.yml", text: $0) },
      lessons: lessons.sorted { $0.key < $1.key }.map {
        SourceFile(path: "lessons/" + $0.key, text: $0.value)
      })
  }
}
