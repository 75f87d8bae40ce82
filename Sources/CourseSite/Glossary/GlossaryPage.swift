import CourseModel

/// All terms of the glossary in one language, with those of the other languages and the lessons that use them.
struct GlossaryPage {
  /// What stands around the text.
  let frame: PageFrame
  /// The terms in the order of the language.
  let terms: [GlossaryTerm]
  /// The lessons that use each term, by the term's `id`.
  let uses: [String: [Lesson]]
  /// The definitions as HTML, by the term's `id`.
  let definitions: [String: [UInt8]]

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }
  private var language: String { frame.language }

  /// The page for the glossary's terms in the frame's language; nil without a glossary.
  init?(_ rendered: RenderedLessons, _ definitions: GlossaryDefinitions, _ frame: PageFrame) {
    guard let glossary = frame.context.course.glossary else { return nil }
    self.frame = frame
    self.definitions = definitions.html[frame.language] ?? [:]
    terms = glossary.terms(sortedFor: frame.language)
    var uses: [String: [Lesson]] = [:]
    for entry in rendered.entries where entry.lesson.language == frame.language {
      for term in entry.summary.terms { uses[term, default: []].append(entry.lesson) }
    }
    self.uses = uses
  }

  /// The page's file.
  var path: String { context.map.path(PageName.glossary, in: language) }

  /// The page.
  var page: [UInt8] {
    let part = PageFrame.Page(
      title: words.glossary.glossary, path: path,
      hasMathematics: definitions.values.contains { $0.firstRange(of: "katex".utf8) != nil },
      lesson: PageName.glossary,
      translations: context.translations(of: PageName.glossary))
    return frame.page(part) { html in
      html.element("article") { html in
        html.element("h1", text: words.glossary.glossary)
        html.element("p", ["class": "lead"], text: words.glossary.lead)
        html.element("dl", ["class": "glossary"]) { html in
          for term in terms { write(term, to: &html) }
        }
      }
      BottomHTML(context: context).write(to: &html) { _ in }
    }
  }

  private func write(_ term: GlossaryTerm, to html: inout HTMLBuffer) {
    html.raw("\n")
    html.element("div", ["id": PageAnchor.term(term.id)]) { html in
      html.element("dt") { writeNames(of: term, to: &$0) }
      html.element("dd") { html in
        html.raw(definitions[term.id] ?? [])
        writeLinks(words.glossary.see, term.related.map(link), to: &html)
        writeLinks(words.glossary.usedIn, (uses[term.id] ?? []).map(link), to: &html)
      }
    }
  }

  /// The term and other words for it, then what the other languages call it.
  private func writeNames(of term: GlossaryTerm, to html: inout HTMLBuffer) {
    html.element("dfn", text: term.names[language] ?? term.id)
    let others = term.distinctNames(in: language)
    if !others.isEmpty {
      html.raw(" ")
      html.element("span", ["class": "also"], text: others.joined(separator: words.listComma))
    }
    for other in context.course.configuration.languages where other != language {
      guard let name = term.names[other], name != term.names[language] else { continue }
      html.raw(" ")
      html.element("span", ["class": "foreign", "lang": other], text: name)
    }
  }

  private func writeLinks(
    _ title: String, _ links: [(address: String, text: String)], to html: inout HTMLBuffer
  ) {
    guard !links.isEmpty else { return }
    html.element("p") { html in
      html.text(title)
      for (index, link) in links.enumerated() {
        if index > 0 { html.text(words.listComma) }
        html.element("a", ["href": link.address], text: link.text)
      }
    }
  }

  private func link(_ term: String) -> (address: String, text: String) {
    let name = context.course.glossary?.term(term)?.names[language] ?? term
    return (SiteMap.address(ofAnchor: PageAnchor.term(term)), name)
  }

  private func link(_ lesson: Lesson) -> (address: String, text: String) {
    let address = context.address(of: lesson, from: language)
    return (address, "\(lesson.order) \(lesson.frontMatter.shortTitle ?? lesson.title)")
  }
}

extension Glossary {
  /// The terms by their names in alphabetical order; in Chinese by how they are read, if the file says so.
  fileprivate func terms(sortedFor language: String) -> [GlossaryTerm] {
    let isChinese = language == "zh" || language.hasPrefix("zh-")
    if isChinese, !terms.contains(where: { $0.pinyin != nil }) { return terms }
    func key(_ term: GlossaryTerm) -> String {
      ((isChinese ? term.pinyin : nil) ?? term.names[language] ?? term.id).lowercased()
    }
    return terms.map { (key($0), $0) }.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }
}

extension GlossaryTerm {
  /// The other words for the term that are more than its plural.
  fileprivate func distinctNames(in language: String) -> [String] {
    let forms = forms(in: language), known = Set(forms)
    return forms.dropFirst().filter { form in
      ["s", "es"].allSatisfy { !form.hasSuffix($0) || !known.contains(String(form.dropLast($0.count))) }
    }
  }
}
