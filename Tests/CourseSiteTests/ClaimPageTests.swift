import ContentStore
import CourseModel
import CourseSite
import Testing

@Suite struct ClaimPageTests {
  /// The sample with two claims, one of which the second lesson judges in both languages.
  private func sample() throws -> SiteSample {
    var sample = try SiteSample()
    sample.useOwnStore()
    let here = Position(line: 3)
    sample.course.claims = ClaimList(
      path: "lessons/claims.yml",
      claims: [
        Claim(
          id: "S1", section: "2.1", says: ["zh": "有界 < 1", "en": "Bounded < 1"], originalLanguage: "zh",
          position: here),
        Claim(
          id: "S2", section: "–", says: ["zh": "（没有谈折点）", "en": "(nothing on kinks)"],
          originalLanguage: "zh", position: here),
      ])
    let shown = ["fig-relu", "relu"].map { ClaimJudgement.Witness(name: $0, position: here) }
    let figure = Reference(label: "fig-relu", content: [], position: here)
    let english = ClaimJudgement(
      claim: "S1", verdict: .wrong,
      fact: [.text("It has "), .emphasis([.text("no")]), .text(" bound: "), .value(0), .reference(figure)],
      shown: shown, position: here)
    let chinese = ClaimJudgement(claim: "S1", fact: [.text("没有上界。")], position: here)
    sample.course.lessons[1].blocks.append(Block(.claims([english]), at: here))
    sample.course.lessons[2].blocks.append(Block(.claims([chinese]), at: here))
    return sample
  }

  @Test func `the search finds claims by their words, in both languages`() throws {
    let sample = try sample()
    defer { sample.remove() }
    let entry =
      "[\"claims.html#claim.S1\",\"The claims, one by one › S1\",\"Bounded \\u003c 1 有界 \\u003c 1\"]"
    #expect(sample.page("assets/search-en.js")?.contains(entry) == true)
    let chinese = "[\"zh/claims.html#claim.S1\",\"逐条核对原文 › S1\",\"有界 \\u003c 1\"]"
    #expect(sample.page("assets/search-zh.js")?.contains(chinese) == true)
  }

  @Test(arguments: ["claims.html", "zh/claims.html"])
  func `the page of all claims`(path: String) throws {
    let sample = try sample()
    defer { sample.remove() }
    try snapshot(sample.text(of: path), named: "main-" + path.replacing("/", with: "-"))
    #expect(SiteMarkup(try #require(sample.page(path))).problems.isEmpty)
  }

  @Test(arguments: ["kinks.html", "zh/kinks.html"])
  func `claims in a lesson`(path: String) throws {
    let sample = try sample()
    defer { sample.remove() }
    let page = try #require(sample.page(path))
    let start = try #require(page.firstRange(of: "<ul class=\"claims\">"))
    let end = try #require(page[start.lowerBound...].firstRange(of: "</ul>"))
    try snapshot(
      String(page[start.lowerBound..<end.upperBound]) + "\n",
      named: "claims-" + path.replacing("/", with: "-"))
    #expect(SiteMarkup(page).problems.isEmpty)
  }

  @Test func `every page leads to the claims, if there are any`() throws {
    let sample = try sample()
    defer { sample.remove() }
    let link = "<li><a href=\"claims.html\"><span>The claims, one by one</span></a></li>"
    #expect(sample.page("index.html")?.contains(link) == true)
    var without = sample
    without.course.claims = nil
    without.course.lessons = try SiteSample().course.lessons
    #expect(without.page("claims.html") == nil)
    #expect(without.page("index.html")?.contains("claims.html") == false)
  }

  @Test func `other words of a claim make other pages`() throws {
    var sample = try sample()
    defer { sample.remove() }
    #expect(sample.page("kinks.html")?.contains("Bounded &lt; 1") == true)
    sample.course.claims?.claims[0].says["en"] = "Limited"
    #expect(sample.page("kinks.html")?.contains("<q>Limited</q>") == true)
    #expect(sample.page("claims.html")?.contains("<q>Limited</q>") == true)
    sample.course.claims?.claims[1].says["en"] = "(no kinks)"
    #expect(sample.page("claims.html")?.contains("(no kinks)") == true)
  }
}
