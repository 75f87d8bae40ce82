import CourseModel
import LessonMarkdown
import Testing

@Suite struct ClaimTests {
  private static let claims = """
    S1:
      where: '2.1'
      says: {zh: 有界, en: 'It is bounded'}
    S2:
      where: abstract
      says: {zh: 更快, en: Faster}

    """

  private static let block = "```swift id=bound\n//| label: fig-bound\n//| fig-cap: Bounds\n1\n```\n\n"

  private func course(_ lessons: [String: String], claims: String? = Self.claims) -> Parsed<Course> {
    parseCourse(
      configuration: SourceFile(path: "course.yml", text: "title: {en: A, zh: B}\nlanguages: [en, zh]\n"),
      references: nil, claims: claims.map { SourceFile(path: "claims.yml", text: $0) },
      lessons: lessons.sorted { $0.key < $1.key }.map {
        SourceFile(path: $0.key, text: "---\ntitle: T\n---\n" + $0.value)
      })
  }

  @Test func `claims are read in the order of the file, the original's language first`() throws {
    let list = try #require(course([:]).value.claims)
    #expect(list.claims.map(\.id) == ["S1", "S2"])
    #expect(list.claims[0].section == "2.1")
    #expect(list.claims[0].says == ["zh": "有界", "en": "It is bounded"])
    #expect(list.claims[0].originalLanguage == "zh")
    #expect(list.claims[1].position == Position(line: 4))
  }

  @Test func `mistakes in the list of claims have places`() {
    let text = "S1: {where: 1, says: {zh: a, en: b}, sais: c}\nS2: {says: {zh: a, fr: b}}\nS3: true\n"
    #expect(
      describe(course([:], claims: text).diagnostics) == [
        "claims.yml:1:38: error: unknown key 'sais' [unknown-key]; did you mean 'says'?",
        "claims.yml:2:1: error: the claim 'S2' lacks 'where' [incomplete-claim]; "
          + "every claim says where it stands, and what it says in each language of the course",
        "claims.yml:2:20: error: 'fr' is no language of the course [unknown-language]; use one of: en, zh",
        "claims.yml:3:1: error: the claim 'S3' does not say where it stands and what it says [invalid-value]; "
          + "indent 'where: …' and 'says: {…}' below the name",
      ])
  }

  @Test func `a fence judges claims; the fact is Markdown, its places are the file's`() {
    let text = """
      ```claims
      S1:
        verdict: partly
        fact: "Up to *one*, $x$, `{swift} y`, [](#fig-bound)."
        shown: [fig-bound, bound]
      ```
      """
    #expect(
      outline(text) == """
        claims @1:1
          S1 @2:1 partly [fig-bound @5:11 bound @5:22] Up to em(one), math(x @4:24), value(y @4:37), \
        reference(fig-bound @4:41: ).
        """)
  }

  @Test func `mistakes in a fence have places`() {
    let text = """
      ```claims now
      S1:
        verdict: rihgt
        facts: none
      S2: right
      ```
      """
    #expect(
      problems(text) == [
        "lessons/03-feedback.md:1:11: error: unknown word 'now' after 'claims' [unknown-word]; "
          + "remove it: nothing may stand here",
        "lessons/03-feedback.md:3:12: error: 'rihgt' is no verdict [unknown-verdict]; did you mean 'right'?",
        "lessons/03-feedback.md:4:3: error: unknown key 'facts' [unknown-key]; did you mean 'fact'?",
        "lessons/03-feedback.md:2:1: error: the claim 'S1' has no fact [incomplete-claim]; "
          + "add 'fact: …' below its name",
        "lessons/03-feedback.md:2:1: error: the claim 'S1' has no shown [incomplete-claim]; "
          + "add 'shown: …' below its name",
        "lessons/03-feedback.md:5:1: error: the claim 'S2' has no verdict and no fact [invalid-value]; "
          + "indent 'verdict: …' and 'fact: …' below its name",
      ])
  }

  @Test func `a claim must be known, judged once, and shown by a block that runs`() {
    let fence = "```claims\nS1: {verdict: right, fact: a, shown: %}\n```\n"
    let parsed = course([
      "01-a.md": Self.block + fence.replacing("%", with: "fig-bond"),
      "02-b.md": "```swift id=idle norun\n1\n```\n\n"
        + "```claims\nS1: {verdict: right, fact: a, shown: idle}\nS22: {verdict: right, fact: a, shown: idle}\n```\n",
    ])
    #expect(
      describe(parsed.diagnostics) == [
        "01-a.md:11:38: error: no block of this lesson is called 'fig-bond' [unknown-block]; "
          + "did you mean 'fig-bound'?",
        "02-b.md:9:1: error: the claim 'S1' is judged twice [claim-judged-twice]; keep one of the two",
        "02-b.md:9:38: error: the block 'idle' is not run, so it shows nothing [shows-nothing]; "
          + "name a block that runs and is on the page",
        "02-b.md:10:1: error: claims.yml has no claim 'S22' [unknown-claim]; did you mean 'S2'?",
        "02-b.md:10:39: error: the block 'idle' is not run, so it shows nothing [shows-nothing]; "
          + "name a block that runs and is on the page",
      ])
  }

  @Test func `a table of the text shows nothing that runs`() {
    let table = "| a | b |\n| - | - |\n| 1 | 2 |\n\n: Numbers {#tbl-numbers}\n\n"
    let parsed = course([
      "01-a.md": table + "```claims\nS1: {verdict: right, fact: a, shown: tbl-numbers}\n```\n"
    ])
    #expect(parsed.diagnostics.map(\.message) == ["'tbl-numbers' is no block that runs"])
  }

  @Test func `a translation has the base lesson's claims and only their facts`() {
    let base = Self.block + "```claims\nS1: {verdict: right, fact: a, shown: bound}\n```\n"
    let chinese = "```swift use=bound\n```\n\n```claims\nS2: {fact: 乙}\n```\n"
    #expect(
      describe(course(["01-a.md": base, "01-a.zh.md": chinese]).diagnostics) == [
        "01-a.zh.md:8:1: error: 01-a.md does not judge the claim 'S2' [translation-claims]; "
          + "did you mean 'S1'?",
        "01-a.zh.md:8:1: error: the translation lacks the claim 'S1' [translation-claims]; "
          + "add 'S1:' with its fact",
      ])
    let judged = chinese.replacing("S2: {", with: "S1: {verdict: right, ")
    #expect(
      describe(course(["01-a.md": base, "01-a.zh.md": judged]).diagnostics) == [
        "01-a.zh.md:8:6: error: a translation takes 'verdict' from the base lesson [translated-claim]; "
          + "remove it; only the fact is translated"
      ])
    let right = chinese.replacing("S2", with: "S1")
    #expect(course(["01-a.md": base, "01-a.zh.md": right]).diagnostics.isEmpty)
  }

  @Test func `without a list of claims a fence is an error that says so`() {
    let parsed = course(["01-a.md": "```claims\nS1: {verdict: right, fact: a, shown: b}\n```\n"], claims: nil)
    #expect(
      describe(parsed.diagnostics) == [
        "01-a.md:4:1: error: there is no claims.yml that says which claims there are [no-claims]; "
          + "write it beside course.yml, or remove this fence"
      ])
    #expect(parsed.value.unjudgedClaims.isEmpty)
  }

  @Test func `a claim that no lesson judges is an error where it is written`() {
    let parsed = course([
      "01-a.md": Self.block + "```claims\nS1: {verdict: opinion, fact: a, shown: bound}\n```\n"
    ])
    #expect(parsed.diagnostics.isEmpty)
    #expect(
      describe(parsed.value.unjudgedClaims) == [
        "claims.yml:4:1: error: no lesson judges the claim 'S2' [unjudged-claim]; "
          + "judge it in a ```claims fence of the lesson that shows what is true"
      ])
  }

  @Test func `a list of claims that is no YAML is reported, and so is a claim written twice`() {
    #expect(course([:], claims: "S1: [\n").diagnostics.map(\.rule) == ["invalid-yaml"])
    let twice = Self.claims + Self.claims
    #expect(course([:], claims: twice).diagnostics.map(\.rule) == ["duplicate-key"])
  }
}
