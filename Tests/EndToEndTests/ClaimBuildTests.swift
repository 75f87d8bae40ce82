import Foundation
import Testing

/// All claims are judged, or the course is not written.
@Suite struct ClaimBuildTests {
  private static let judging = """
    ```claims
    S1:
      verdict: wrong
      fact: "It is `{swift} 1 + 1`."
      shown: sum
    ```

    """

  private static let files = [
    "lessons/course.yml": "title: A\nlanguages: [en]\n",
    "lessons/claims.yml":
      "S1: {where: '2.1', says: {en: One and one is three}}\nS2: {where: '–', says: {en: Two}}\n",
    "lessons/01-one.md": lesson("One", "```swift id=sum\n1 + 1\n```\n\n" + judging),
  ]

  @Test func `a claim that no lesson judges fails a build of all lessons, and not of one`() throws {
    let course = try TemporaryCourse(Self.files)
    let whole = try course.run("build")
    #expect(whole.status == 1)
    #expect(
      whole.errors.contains("lessons/claims.yml:2:1: error: no lesson judges the claim 'S2' [unjudged-claim]")
    )
    #expect(course.read("output/index.html") == nil)
    #expect(try course.run("check", "one").status == 0)
  }

  @Test func `facts are computed, and the page of claims shows all of them`() throws {
    var files = Self.files
    files["lessons/01-one.md"]? += "\n```claims\nS2: {verdict: missing, fact: Nothing, shown: sum}\n```\n"
    let course = try TemporaryCourse(files)
    let result = try course.run("build")
    #expect(result.status == 0, "\(result.errors)")
    let page = try #require(course.read("output/claims.html"))
    #expect(page.contains(">2</span>. <span class=\"claim-shown\"><a href=\"one.html#block.sum\">"))
    #expect(page.contains("id=\"claim.S2\""))
  }
}
