import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct ListPageTests {
  private static let summary = "Compares slopes < 1 with differences."

  private func sample(_ phrases: [Phrasebook.Phrase]) throws -> SiteSample {
    var sample = try SiteSample()
    sample.useOwnStore()
    sample.experiments = ExperimentSummaries(
      ["derivative-check": Self.summary, "other": "Nobody refers to it."],
      phrasebooks: ["zh": Phrasebook(phrases)])
    let cell = sample.course.lessons[1].cells[3]
    sample.course.lessons[2].cells.append(cell)
    sample.course.lessons[2].cells[1].index = 1
    sample.course.lessons[2].blocks.append(Block(.cell(1), at: cell.position))
    let outcome = try #require(sample.outcomes[sample.course.lessons[1].key]?.cells[3])
    sample.outcomes[sample.course.lessons[2].key]?.cells.append(outcome)
    return sample
  }

  @Test func `the list of experiments says what each shows, in the page's language`() throws {
    let sample = try sample([.init(Self.summary, "把斜率与差分相比。")])
    defer { sample.remove() }
    let english = try sample.text(of: "experiments.html")
    #expect(english.contains("<p>Compares slopes &lt; 1 with differences.</p>"))
    #expect(!english.contains("Nobody"))
    #expect(try sample.text(of: "zh/experiments.html").contains("<p>把斜率与差分相比。</p>"))
  }

  @Test func `what nobody translated says which language it is in`() throws {
    let sample = try sample([])
    defer { sample.remove() }
    #expect(try sample.text(of: "zh/experiments.html").contains("<p lang=\"en\">Compares slopes"))
  }

  @Test func `every page leads to the lists, which mark where the reader is`() throws {
    var sample = try SiteSample()
    defer { sample.remove() }
    sample.useOwnStore()
    for (page, title) in [("figures.html", "Figures and tables"), ("experiments.html", "Experiments")] {
      let lesson = try #require(sample.page("kinks.html")), list = try #require(sample.page(page))
      #expect(lesson.contains("<li><a href=\"\(page)\"><span>\(title)</span>"))
      #expect(list.contains("<li><a href=\"\(page)\" aria-current=\"page\"><span>\(title)</span>"))
    }
    sample.course.lessons.removeSubrange(1...)
    #expect(sample.page("background.html")?.contains("experiments.html") == false)
  }
}
