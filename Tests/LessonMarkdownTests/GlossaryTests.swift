import CourseModel
import LessonMarkdown
import Testing

@Suite struct GlossaryTests {
  private func parsed(_ glossary: String) -> Parsed<Course> {
    parseCourse(
      configuration: SourceFile(path: "course.yml", text: "title: {en: A, zh: B}\nlanguages: [en, zh]\n"),
      references: nil, glossary: SourceFile(path: "glossary.yml", text: glossary), lessons: [])
  }

  @Test func `terms are read with their other words, definitions and relatives`() throws {
    let parsed = parsed(
      """
      kink:
        term: {en: kink, zh: 折点}
        also: {en: [corner, bend]}
        definition: {en: "Where the *slope* jumps, $x = 0$.", zh: 斜率跳变之处。}
        see: [slope]
        pinyin: zhe dian
      slope:
        term: {en: slope, zh: 斜率}
        definition: {en: a, zh: b}
      """)
    #expect(parsed.diagnostics.isEmpty)
    let terms = try #require(parsed.value.glossary?.terms)
    #expect(terms.map(\.id) == ["kink", "slope"])
    #expect(terms[0].forms(in: "en") == ["kink", "corner", "bend"])
    #expect(terms[0].forms(in: "zh") == ["折点"])
    #expect(terms[0].definitions["zh"] == "斜率跳变之处。")
    #expect(terms[0].related == ["slope"])
    #expect(terms[0].pinyin == "zhe dian")
    #expect(terms[1].position == Position(line: 7))
  }

  @Test(arguments: [
    (
      "kink: {term: {en: a, zh: b}, definition: {en: c, zh: d}, se: [e]}",
      "1:58: error: unknown key 'se' [unknown-key]; did you mean 'see'?"
    ),
    (
      "kink: {term: {en: a, zh: b}, definition: {en: c, zh: d}, see: [knik]}",
      "1:64: error: there is no term 'knik' [unknown-term]; did you mean 'kink'?"
    ),
    (
      "kink: {term: {en: a}, definition: {en: c, zh: d}}",
      "1:1: error: the term 'kink' lacks 'term: zh' [incomplete-term]; "
        + "every term has a word and a definition in each language of the course"
    ),
    (
      "kink: {term: {en: a, zh: b}}",
      "1:1: error: the term 'kink' lacks 'definition: en' [incomplete-term]; "
        + "every term has a word and a definition in each language of the course"
    ),
    (
      "kink: {term: {en: a, zh: b}, also: {fr: [c]}, definition: {en: c, zh: d}}",
      "1:37: error: 'fr' is no language of the course [unknown-language]; use one of: en, zh"
    ),
    (
      "kink: bend",
      "1:1: error: the term 'kink' has no word and no definition [invalid-value]; "
        + "indent 'term: {…}' and 'definition: {…}' below the name"
    ),
    (
      "a: {term: {en: x, zh: y}, definition: {en: c, zh: d}}\n"
        + "b: {term: {en: z, zh: w}, also: {en: [X]}, definition: {en: c, zh: d}}",
      "2:1: error: 'x' stands for two terms, 'a' and 'b' [duplicate-term]; keep it with one of them"
    ),
  ])
  func `mistakes are reported at their places`(glossary: String, problem: String) {
    #expect(describe(parsed(glossary).diagnostics) == ["glossary.yml:" + problem])
  }
}
