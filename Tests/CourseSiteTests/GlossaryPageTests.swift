import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct GlossaryPageTests {
  private static let here = Position(line: 3)

  private static func term(
    _ id: String, _ english: String, _ chinese: String, also: [String: [String]] = [:], see: [String] = [],
    pinyin: String? = nil
  ) -> GlossaryTerm {
    GlossaryTerm(
      id: id, names: ["en": english, "zh": chinese], otherNames: also,
      definitions: ["en": "What \(english) is: `x` < 1.", "zh": "\(chinese)的意思。"], related: see,
      pinyin: pinyin, position: here)
  }

  private static let glossary = Glossary(
    path: "lessons/glossary.yml",
    terms: [
      term("kink", "kink", "折点", also: ["en": ["kinks", "corner"]], see: ["descent"]),
      term("gradient", "gradient", "梯度"),
      term("descent", "gradient descent", "梯度下降"),
      term("layer", "layer", "层"),
      term("relu", "ReLU", "ReLU"),
    ])

  /// The sample whose second lesson ends in `english`, in Chinese in `chinese`.
  private func sample(_ english: [Inline] = [], _ chinese: [Inline] = []) throws -> SiteSample {
    var sample = try SiteSample()
    sample.useOwnStore()
    sample.course.glossary = Self.glossary
    sample.course.lessons[1].blocks = [Block(.paragraph(english), at: Self.here)]
    sample.course.lessons[2].blocks = [Block(.paragraph(chinese), at: Self.here)]
    return sample
  }

  @Test func `the search finds terms by all their names, and what they mean`() throws {
    let sample = try sample()
    defer { sample.remove() }
    let entry =
      "[\"glossary.html#term.kink\",\"Glossary › kink\",\"kinks corner What kink is: x \\u003c 1.\"]"
    #expect(sample.page("assets/search-en.js")?.contains(entry) == true)
    let chinese = "[\"zh/glossary.html#term.kink\",\"术语表 › 折点\",\"折点的意思。\"]"
    #expect(sample.page("assets/search-zh.js")?.contains(chinese) == true)
  }

  /// The last paragraph of a lesson with its links to terms cut down to `[id: words]`.
  private func marked(_ english: [Inline] = [], chinese: [Inline] = []) throws -> String {
    let sample = try sample(english, chinese)
    defer { sample.remove() }
    let page = try #require(sample.page(chinese.isEmpty ? "kinks.html" : "zh/kinks.html"))
    let start = try #require(page.firstRange(of: "\n<p>", in: "</section>"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</p>"))
    var text = ""
    for piece in page[start.upperBound..<end.lowerBound].components(
      separatedBy: "<a class=\"term\" href=\"glossary.html#term.")
    {
      guard !text.isEmpty || piece.contains("</a>"), let close = piece.firstRange(of: "\" title=\"") else {
        text += piece
        continue
      }
      let words = piece[close.upperBound...].drop { $0 != ">" }.dropFirst()
      text += "[\(piece[..<close.lowerBound]): " + words.replacing("</a>", with: "]", maxReplacements: 1)
    }
    return text
  }

  @Test func `the first use of a term is linked, the longest first, with plurals, in any case`() throws {
    #expect(
      try marked([.text("Gradient descent needs gradients and a gradient; kinks, a Corner and relus.")])
        == "[descent: Gradient descent] needs [gradient: gradients] and a gradient; [kink: kinks], a Corner and [relu: relus]."
    )
  }

  @Test func `parts of words, code, links and text in other terms are no uses`() throws {
    let link = Link(destination: "https://a.org", title: "", content: [.text("kink")], position: Self.here)
    #expect(
      try marked([
        .text("Kinky layered ReLU-like non-gradient "), .code("kink"), .link(link), .text(" and "),
        .emphasis([.text("a kink")]),
      ]) == "Kinky layered ReLU-like non-gradient <code>kink</code><a href=\"https://a.org\">kink</a> and "
        + "<em>a [kink: kink]</em>")
  }

  @Test func `a term goes over the end of a line`() throws {
    #expect(
      try marked([.text("By gradient"), .softBreak, .text("descent we go.")])
        == "By [descent: gradient\ndescent] we go.")
    #expect(
      try marked(chinese: [.text("用梯"), .softBreak, .text("度下降，逐层找 ReLU 的折点。")])
        == "用[descent: 梯度下降]，逐层找 [relu: ReLU] 的[kink: 折点]。")
  }

  @Test func `headings, quotations, tables and claims keep their text`() throws {
    var sample = try sample([.text("Nothing.")])
    defer { sample.remove() }
    let kink: [Inline] = [.text("A kink")]
    let table = TextTable(alignments: [.none], header: [kink], rows: [[kink]], caption: kink)
    sample.course.lessons[1].blocks += [
      Block(.heading(Heading(level: 2, content: kink, anchor: "a-kink")), at: Self.here),
      Block(.blockQuote([Block(.paragraph(kink), at: Self.here)]), at: Self.here),
      Block(.table(table), at: Self.here),
    ]
    #expect(sample.page("kinks.html")?.contains("class=\"term\"") == false)
  }

  @Test func `lists and remarks are text like any other`() throws {
    var sample = try sample([.text("Nothing.")])
    defer { sample.remove() }
    let kink: [Inline] = [.text("A kink")]
    let item = Block(
      .list(List(start: nil, isTight: true, items: [[Block(.paragraph(kink), at: Self.here)]])), at: Self.here
    )
    let note = Block(.callout(Callout(kind: .tip, content: [item])), at: Self.here)
    sample.course.lessons[1].blocks.append(note)
    #expect(sample.page("kinks.html")?.contains("href=\"glossary.html#term.kink\"") == true)
  }

  @Test(arguments: ["glossary.html", "zh/glossary.html"])
  func `the page of all terms`(path: String) throws {
    let sample = try sample([.text("A layer, a kink.")], [.text("梯度与折点。")])
    defer { sample.remove() }
    try snapshot(sample.text(of: path), named: "main-" + path.replacing("/", with: "-"))
    #expect(SiteMarkup(try #require(sample.page(path))).problems.isEmpty)
  }

  @Test func `Chinese terms stand in the order of the file, or of how they are read`() throws {
    var sample = try sample()
    defer { sample.remove() }
    func order() throws -> [String] {
      try #require(sample.page("zh/glossary.html")).components(separatedBy: "id=\"term.").dropFirst()
        .map { String($0.prefix { $0 != "\"" }) }
    }
    #expect(try order() == ["kink", "gradient", "descent", "layer", "relu"])
    for (index, pinyin) in ["zhe dian", "ti du", "ti du xia jiang", "ceng"].enumerated() {
      sample.course.glossary?.terms[index].pinyin = pinyin
    }
    #expect(try order() == ["layer", "relu", "gradient", "descent", "kink"])
  }

  @Test func `a definition whose formula cannot be read is an error at its term`() throws {
    var sample = try sample()
    defer { sample.remove() }
    sample.course.glossary?.terms[1].definitions["en"] = "Good: $\\sigma$"
    #expect(sample.page("glossary.html")?.contains("class=\"katex\"") == true)
    #expect(sample.page("glossary.html")?.contains("katex.css") == true)
    sample.course.glossary?.terms[1].definitions["en"] = "Bad: $\\foo{$"
    let problems = sample.site().files().diagnostics
    #expect(problems.map(\.path) == ["lessons/glossary.yml"])
    #expect(problems.first?.message.hasPrefix("in the definition in 'en': ") == true)
  }

  @Test func `another definition makes other pages, and no glossary none`() throws {
    var sample = try sample([.text("A kink.")])
    defer { sample.remove() }
    #expect(sample.page("kinks.html")?.contains("What kink is") == true)
    sample.course.glossary?.terms[0].definitions["en"] = "A bend."
    #expect(sample.page("kinks.html")?.contains("title=\"A bend.\"") == true)
    #expect(sample.page("glossary.html")?.contains("A bend.") == true)
    sample.course.glossary = nil
    #expect(sample.page("glossary.html") == nil)
    #expect(sample.page("kinks.html")?.contains("glossary") == false)
  }
}

extension String {
  /// The first `wanted` after the first `before`, or the first of all if there is no `before`.
  fileprivate func firstRange(of wanted: String, in before: String) -> Range<Index>? {
    let start = firstRange(of: before)?.upperBound ?? startIndex
    return self[start...].firstRange(of: wanted)
  }
}
