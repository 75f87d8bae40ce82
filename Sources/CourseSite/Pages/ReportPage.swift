import Figures
import CourseModel

/// What this build compiled, ran and compared, each with its place.
struct ReportPage {
  /// A lesson and what its build came to.
  struct Row {
    /// The lesson.
    let lesson: Lesson
    /// What its build came to.
    let report: LessonReport
  }

  /// What stands around the text.
  let frame: PageFrame
  /// The lessons in order.
  let rows: [Row]
  /// The sums.
  let totals: LessonReport
  /// The compiler and the tool.
  let settings: SiteSettings

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }
  private var language: String { frame.language }

  /// The page's file.
  var path: String { context.map.path(PageName.report, in: language) }

  /// The page.
  var page: [UInt8] {
    let part = PageFrame.Page(
      title: words.report, path: path, style: "report",
      translations: context.translations(of: PageName.report))
    return frame.page(part) { html in
      html.element("article") { html in
        html.element("h1", text: words.report)
        html.element("p", ["class": "lead"], text: words.reportLead)
        writeVersions(to: &html)
        writeConfinement(to: &html)
        TotalsHTML(totals: totals, words: words, isComplete: true).write(to: &html)
        for row in rows { write(row, to: &html) }
      }
      BottomHTML(context: context).write(to: &html) { html in
        let address = context.map.address(of: "report.json", from: language)
        html.element("p") { $0.element("a", ["href": address], text: "report.json") }
      }
    }
  }

  private func writeVersions(to html: inout HTMLBuffer) {
    guard !settings.compilerVersion.isEmpty else { return }
    html.element("p") { html in
      html.text(words.compiler + words.colon)
      html.element("code", text: settings.compilerVersion)
    }
  }

  private func writeConfinement(to html: inout HTMLBuffer) {
    guard let isConfined = settings.isConfined else { return }
    html.element("p", text: isConfined ? words.confined : words.unconfined)
    guard isConfined, !settings.readable.isEmpty else { return }
    html.element("p") { html in
      html.text(words.alsoReadable + words.colon)
      for (index, path) in settings.readable.enumerated() {
        if index > 0 { html.text(words.listComma) }
        html.element("code", text: path)
      }
    }
  }

  private func write(_ row: Row, to html: inout HTMLBuffer) {
    let lesson = row.lesson
    let isForeign = lesson.language != language
    html.element("section", ["id": isForeign ? nil : PageAnchor.lesson(lesson.id)]) { html in
      html.element("h2") { html in
        html.element(
          "a",
          ["href": context.address(of: lesson, from: language), "lang": isForeign ? lesson.language : nil]
        ) {
          $0.text("\(lesson.order) \(lesson.title)")
        }
      }
      html.element("p") { html in
        html.element("code", text: lesson.file.name)
        html.text(" · " + summary(row.report))
      }
      writeChecks(row, to: &html)
      writeComparisons(row, to: &html)
      writeExperiments(row, to: &html)
    }
  }

  private func summary(_ report: LessonReport) -> String {
    let parts = [
      (report.run, words.blocksRun), (report.rejected, words.blocksRejected),
      (report.trapped, words.blocksTrapped),
      (report.compiled, words.blocksCompiled), (report.shown, words.blocksShown),
      (report.failed, words.failed),
      (report.comparisons.count, words.outputsCompared), (report.values, words.valuesComputed),
    ]
    let texts = parts.filter { $0.0 > 0 }.map { $0.1 + words.colon + "\($0.0)" }
    return texts.isEmpty ? words.nothingRun : texts.joined(separator: words.listComma)
  }

  private func writeChecks(_ row: Row, to html: inout HTMLBuffer) {
    guard !row.report.checks.isEmpty else { return }
    let header = [
      words.checks, words.verdict, words.points, words.worstAt, words.difference, words.allowed, words.margin,
      words.place,
    ]
    table(header, to: &html) { html in
      for check in row.report.checks {
        html.element("tr") { html in
          html.element("td", text: check.name)
          html.element("td") { verdict(check, to: &$0) }
          html.element("td", ["class": "right"], text: "\(check.points)")
          for number in [check.worstPoint, check.error, check.bound, check.margin] {
            html.element("td", ["class": "right"], text: significant(number, 3))
          }
          html.element("td") { place(row.lesson, check.anchor, check.line, to: &$0) }
        }
      }
    }
  }

  private func verdict(_ check: LessonReport.CheckRow, to html: inout HTMLBuffer) {
    let text = check.passed ? "✓ " + words.agrees : "✗ " + words.disagrees
    html.element("span", ["class": check.isExpected ? "badge good" : "badge bad"], text: text)
    guard !check.passed, check.isExpected else { return }
    html.element("small", ["class": "remark"], text: words.failsAsExpected)
  }

  private func writeComparisons(_ row: Row, to html: inout HTMLBuffer) {
    guard !row.report.comparisons.isEmpty else { return }
    html.element("p") { html in
      html.text(words.outputsCompared.capitalizedFirst + words.colon)
      for (index, comparison) in row.report.comparisons.enumerated() {
        if index > 0 { html.text(words.listComma) }
        place(row.lesson, comparison.anchor, comparison.line, to: &html)
        html.text(" (\(comparison.lines))")
      }
    }
  }

  private func writeExperiments(_ row: Row, to html: inout HTMLBuffer) {
    guard !row.report.experiments.isEmpty else { return }
    table([words.experiments, words.parameters, words.place], to: &html) { html in
      for experiment in row.report.experiments {
        html.element("tr") { html in
          html.element("td") { $0.element("code", text: experiment.name) }
          html.element("td", text: experiment.parameters.isEmpty ? words.none : experiment.parameters)
          html.element("td") { place(row.lesson, experiment.anchor, experiment.line, to: &$0) }
        }
      }
    }
  }

  private func place(_ lesson: Lesson, _ anchor: String, _ line: Int, to html: inout HTMLBuffer) {
    let address = context.address(of: lesson, anchor: anchor, from: language)
    html.element("a", ["href": address], text: words.line.replacingNumber(with: "\(line)"))
  }

  private func table(
    _ header: [String], to html: inout HTMLBuffer, _ rows: (inout HTMLBuffer) -> Void
  ) {
    html.element("div", ["class": "table-wrap", "tabindex": "0"]) {
      html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in for cell in header { html.element("th", text: cell) } }
        }
        html.element("tbody", [:], rows)
      }
    }
  }
}

extension String {
  /// The text with a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
