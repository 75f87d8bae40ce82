import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct ReportTests {
  @Test func `the report for programs`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let json = try #require(sample.page("report.json"))
    try snapshot(json, named: "report.json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let lessons = try #require(report["lessons"] as? [[String: Any]])
    #expect(lessons.compactMap { $0["id"] as? String } == ["background", "kinks", "kinks"])
  }

  @Test func `the report for readers leads to every place it names`() throws {
    let sample = try SiteSample()
    defer { sample.remove() }
    let page = try #require(sample.page("report.html"))
    #expect(page.contains("<a href=\"kinks.html#block.relu\">line 14</a> (1)"))
    #expect(page.contains("<a href=\"kinks.html#block.4\">line 30</a>"))
    #expect(page.contains("<section id=\"lesson.kinks\">"))
    #expect(page.contains("<td>activation: gelu</td>"))
    #expect(page.contains("<code>Swift 6.3</code>"))
  }

  @Test func `how an outcome came about is not in the report`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    let before = sample.page("report.html")
    sample.outcomes[SiteSample.kinks.key]?.source = .reused
    #expect(sample.page("report.html") == before)
  }

  @Test func `an experiment that a translation shows again counts once`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    let base = sample.course.lessons[1]
    let index = try #require(base.cells.firstIndex { if case .experiment = $0.kind { true } else { false } })
    let outcome = try #require(sample.outcomes[base.key]?.cells[index])
    var cell = base.cells[index]
    cell.index = sample.course.lessons[2].cells.count
    cell.numbered = nil
    let before = try Self.sums(sample)
    sample.course.lessons[2].cells.append(cell)
    sample.course.lessons[2].blocks.append(Block(.cell(cell.index), at: cell.position))
    sample.outcomes[sample.course.lessons[2].key]?.cells.append(outcome)
    let after = try Self.sums(sample)
    #expect(
      before.count > 3
        && after.filter { !$0.hasSuffix("figures drawn") } == before.filter { !$0.hasSuffix("figures drawn") }
    )
    #expect(try #require(sample.page("report.json")).components(separatedBy: "\"parameters\": ").count == 3)
  }

  /// The sums of the report, each with its words.
  private static func sums(_ sample: SiteSample) throws -> [String] {
    let page = try #require(sample.page("report.html"))
    return page.components(separatedBy: "<li><b>").dropFirst().compactMap { tile in
      tile.components(separatedBy: "</li>").first?.replacing("</b>", with: " ")
    }
  }
}
