import ArgumentParser
import ContentStore
import CourseModel
import Evaluation
import Experiments
import Figures

/// `lessons run`: a lesson or an experiment in the terminal.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a lesson or an experiment in the terminal, figures drawn with characters.",
    discussion: """
      Examples:
        lessons run mathematics
        lessons run derivative-check activation=gelu
      """)

  @OptionGroup var folders: FolderOptions
  @OptionGroup var evaluation: EvaluationOptions

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "Columns to draw in, \(Limits.columns.words); default the terminal's.", valueName: "n"))
  var width: Int?

  @Argument(help: "The lesson's id, or the experiment's name.")
  var name: String

  @Argument(help: ArgumentHelp("An experiment's parameters, as name=value.", valueName: "parameter"))
  var parameters: [String] = []

  func validate() throws {
    try require("--width", width, in: Limits.columns, words: Limits.columns.words)
  }

  func run() throws {
    if let experiment = Experiment.named(name) {
      try run(experiment)
    } else {
      try runLesson()
    }
  }

  private var sheet: TerminalSheet {
    TerminalSheet(
      width: width ?? min(max(Terminal.columns, Limits.columns.lowerBound), Limits.columns.upperBound),
      isUnicode: Terminal.outputIsUnicode && !ascii,
      paint: Paint(isOn: Terminal.outputHasColor))
  }

  private func run(_ experiment: Experiment) throws {
    let given = try parameters.map(Self.argument)
    let validated = experiment.validate(given)
    guard let chosen = validated.parameters else {
      throw UsageFailure(message: validated.problems.map(\.description).joined(separator: "\nerror: "))
    }
    let status = TrainingStatus(experiment.name)
    experiment.run(chosen, progress: status.show) {
      status.clear()
      Terminal.standardOutput(sheet.text($0))
    }
    status.clear()
  }

  private func runLesson() throws {
    guard parameters.isEmpty else {
      throw UsageFailure(message: "a lesson takes no parameters, got '\(parameters[0])'")
    }
    let options = CourseBuild.Options(
      folders: folders, evaluation: evaluation, reporting: try ReportOptions.parse([]), only: [name])
    var build = try CourseBuild(options)
    try build.evaluate()
    if let (lesson, outcome) = build.evaluated(name) { Terminal.standardOutput(sheet.text(lesson, outcome)) }
    try build.reportSelection()
  }

  /// The parameter that `name=value` gives: a number, true or false, a list in commas, or a text.
  private static func argument(_ text: String) throws -> (name: String, value: ParameterValue) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw UsageFailure(message: "a parameter is written name=value, got '\(text)'")
    }
    let values = parts[1].split(separator: ",").map { value(String($0)) }
    return (parts[0], values.count > 1 ? .list(values) : value(parts[1]))
  }

  private static func value(_ text: String) -> ParameterValue {
    if let number = Double(text) { return .number(number) }
    return text == "true" || text == "false" ? .bool(text == "true") : .string(text)
  }
}
