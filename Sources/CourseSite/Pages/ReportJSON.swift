/// The report for programs: the same facts as the page's.
struct ReportJSON {
  /// The lessons in order.
  let rows: [ReportPage.Row]
  /// Where the pages stand.
  let map: SiteMap
  /// The compiler and the tool.
  let settings: SiteSettings

  /// The file's bytes: one line a lesson, check, comparison or experiment.
  var bytes: [UInt8] {
    var json = "{\n\"format\": 1,\n\"tool\": \(quoted(settings.toolVersion)),\n"
    json += "\"compiler\": \(quoted(settings.compilerVersion)),\n"
    if let isConfined = settings.isConfined {
      json +=
        "\"confined\": \(isConfined),\n\"readable\": [\(settings.readable.map(quoted).joined(separator: ", "))],\n"
    }
    json += "\"lessons\": [\n"
    json += rows.map(lesson).joined(separator: ",\n")
    return Array((json + "\n]\n}\n").utf8)
  }

  private func quoted(_ text: String) -> String { JSONText.string(text) }

  private func lesson(_ row: ReportPage.Row) -> String {
    let report = row.report
    let page = map.path(row.lesson.id, in: row.lesson.language)
    let counts = [
      ("run", report.run), ("rejected", report.rejected), ("trapped", report.trapped),
      ("compiled", report.compiled), ("shown", report.shown), ("failed", report.failed),
      ("values", report.values),
    ]
    let members = [
      "\"id\": \(quoted(row.lesson.id))", "\"language\": \(quoted(row.lesson.language))",
      "\"file\": \(quoted(row.lesson.file.name))", "\"page\": \(quoted(page))",
      "\"blocks\": {" + counts.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}",
      "\"comparisons\": " + list(report.comparisons.map(comparison)),
      "\"checks\": " + list(report.checks.map(check)),
      "\"experiments\": " + list(report.experiments.map(experiment)),
    ]
    return "{" + members.joined(separator: ", ") + "}"
  }

  private func list(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n  " + items.joined(separator: ",\n  ") + "\n]"
  }

  private func comparison(_ row: LessonReport.ComparisonRow) -> String {
    "{\"anchor\": \(quoted(row.anchor)), \"line\": \(row.line), \"lines\": \(row.lines)}"
  }

  private func check(_ row: LessonReport.CheckRow) -> String {
    let numbers = [
      ("worst", row.worstPoint), ("difference", row.error), ("allowed", row.bound), ("margin", row.margin),
    ]
    let members =
      [
        "\"name\": \(quoted(row.name))", "\"anchor\": \(quoted(row.anchor))", "\"line\": \(row.line)",
        "\"comparison\": \(quoted(row.comparison))", "\"points\": \(row.points)",
      ] + numbers.map { "\"\($0.0)\": \($0.1.isFinite ? "\($0.1)" : "null")" } + [
        "\"passed\": \(row.passed)", "\"expected\": \(row.isExpected)",
      ]
    return "{" + members.joined(separator: ", ") + "}"
  }

  private func experiment(_ row: LessonReport.ExperimentRow) -> String {
    "{\"name\": \(quoted(row.name)), \"anchor\": \(quoted(row.anchor)), \"line\": \(row.line), "
      + "\"parameters\": \(quoted(row.parameters))}"
  }
}
