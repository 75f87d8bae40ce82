import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct SearchTests {
  private func entries(_ language: String) throws -> [[String]] {
    let sample = try SiteSample()
    defer { sample.remove() }
    let script = try #require(sample.page("assets/search-\(language).js"))
    let start = "lessonSections(\"\(language)\",", end = ",\n]);\n"
    try #require(script.hasPrefix(start) && script.hasSuffix(end))
    let list = script.dropFirst(start.count).dropLast(end.count) + "]"
    return try #require(try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [[String]])
  }

  @Test func `every section has its address, title and words`() throws {
    let english = try entries("en")
    #expect(
      english.map { $0[0] } == [
        "background.html", "kinks.html", "kinks.html#a-definition", "kinks.html#sec-wrong",
        "kinks.html#compared",
      ])
    #expect(english[2][1] == "Where lines bend › A definition")
    #expect(english[0][2] == "Where the question comes from. See Figure 2.1 & ask. A formula: x_1 < x_2")
    #expect(english[2][2].hasSuffix("plot(.relu) Mind the kink."))
  }

  @Test func `computed numbers can be found, hidden code cannot`() throws {
    let english = try entries("en")
    #expect(english[1][2].contains("we find 0.5"))
    #expect(!english.contains { $0[2].contains("hidden") })
  }

  @Test func `addresses lead from the root, also for other languages`() throws {
    let chinese = try entries("zh")
    #expect(chinese.first?[0] == "zh/kinks.html")
    #expect(chinese.contains { $0[0] == "zh/kinks.html#%E5%AE%9A%E4%B9%89" })
  }
}
