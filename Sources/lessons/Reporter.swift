import CourseModel

/// Prints problems in the format that was asked for.
struct Reporter {
  let options: ReportOptions
  let sources: [String: SourceFile]

  /// Reports all of `diagnostics`, in order; throws `ContentFailure` if one of them fails the build.
  func report(_ diagnostics: [Diagnostic], lessons: [LessonVerdict] = []) throws {
    let ordered = ordered(diagnostics)
    switch options.format {
    case .human: printForPeople(ordered)
    case .json: try printDocument(ordered, lessons)
    case .github: Terminal.standardOutput(ordered.map { $0.workflowCommand + "\n" }.joined())
    }
    if ordered.contains(where: isFatal) { throw ContentFailure() }
  }

  /// The problems in order, each once.
  func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let ordered = diagnostics.sorted().withoutRepetition()
    guard ordered.contains(where: { $0.rule == Self.refusal }) else { return ordered }
    let said = Dictionary(grouping: ordered.filter { $0.rule != Self.refusal }, by: \.path)
      .mapValues { Set($0.map(\.message)) }
    return ordered.filter { !repeats($0, said[$0.path] ?? []) }
  }

  private static let refusal = "run-refused"

  /// How many errors and warnings there are, such as "2 errors, 1 warning"; empty if there are none.
  func summary(of diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    return [counted(errors, "error"), counted(warnings, "warning")].compactMap { $0 }.joined(separator: ", ")
  }

  /// Whether a problem fails the build.
  func isFatal(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error || options.strict
  }

  /// The files in which a problem fails the build.
  func failedPaths(_ diagnostics: [Diagnostic]) -> Set<String> {
    Set(diagnostics.filter(isFatal).map(\.path))
  }

  private func printForPeople(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      let report = diagnostic.report(color: Terminal.hasColor) { sources[$0] }
      Terminal.standardError(report + "\n\n")
    }
    let summary = summary(of: diagnostics)
    if !summary.isEmpty { Terminal.standardError(summary + "\n") }
  }

  private func printDocument(_ diagnostics: [Diagnostic], _ lessons: [LessonVerdict]) throws {
    let document = ReportDocument(
      diagnostics: diagnostics.map(ReportDocument.Problem.init), lessons: lessons.isEmpty ? nil : lessons)
    Terminal.standardOutput(try JSON.text(document))
  }

  /// Whether a refused run says what a check of the lesson's text has said already, at a better place.
  private func repeats(_ diagnostic: Diagnostic, _ said: Set<String>) -> Bool {
    diagnostic.rule == Self.refusal && said.contains { diagnostic.message.contains($0) }
  }
}

/// What became of one lesson, for programs.
struct LessonVerdict: Encodable {
  var id: String
  var language: String
  var path: String
  var state: String
}

/// The document that `--format json` prints.
private struct ReportDocument: Encodable {
  struct Problem: Encodable {
    struct Note: Encodable {
      var path: String, line: Int, column: Int, message: String
    }

    var severity: String, rule: String, message: String, path: String, line: Int, column: Int, length: Int
    var help: String?
    var notes: [Note]

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity.rawValue
      rule = diagnostic.rule
      message = diagnostic.message
      path = diagnostic.path
      line = diagnostic.position.line
      column = diagnostic.position.column
      length = diagnostic.length
      help = diagnostic.help
      notes = diagnostic.notes.map {
        Note(path: $0.path, line: $0.position.line, column: $0.position.column, message: $0.message)
      }
    }
  }

  var diagnostics: [Problem]
  var lessons: [LessonVerdict]?
}
