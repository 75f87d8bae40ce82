import ArgumentParser
import CourseModel
import Experiments

/// `lessons experiments`: what a lesson may refer to.
struct ExperimentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiments", abstract: "Lists the experiments, or describes one.")

  @Argument(help: "The experiment to describe; default all, a line each.")
  var name: String?

  @Option(help: ArgumentHelp("human or json.", valueName: "format"))
  var format = ListFormat.human

  func run() throws {
    let chosen = try name.map { [try find($0)] } ?? Experiment.catalog
    if format == .json {
      Terminal.standardOutput(try JSON.text(chosen.map(Description.init)))
    } else if name == nil {
      Terminal.standardOutput(columns(chosen.map { [$0.name, $0.summary] }))
    } else {
      chosen.forEach { Terminal.standardOutput(describe($0)) }
    }
  }

  private func find(_ name: String) throws -> Experiment {
    if let experiment = Experiment.named(name) { return experiment }
    let advice = suggestion(for: name, among: Experiment.catalog.map(\.name))
    throw UsageFailure(message: "there is no experiment '\(name)'; \(advice)")
  }

  private func describe(_ experiment: Experiment) -> String {
    let rows = experiment.parameters.map {
      ["  " + $0.name, "\($0.defaultValue)", "\($0.kind.inBrief): \($0.summary)"]
    }
    return """
      \(experiment.name)
      \(experiment.summary)

      In a lesson, with the defaults written out:

      ```experiment \(experiment.name)
      \(experiment.parameters.map { "\($0.name): \($0.defaultValue)" }.joined(separator: "\n"))
      ```

      Parameters and defaults:

      \(columns(rows))
      """ + experiment.parameters.filter { $0.kind.inBrief != $0.kind.description }.map(words).joined()
  }

  /// All words of a list that is too long for its line.
  private func words(of parameter: Parameter) -> String {
    var lines = [" "]
    for word in parameter.allowed {
      if lines[lines.count - 1].count + word.count > 78 { lines.append(" ") }
      lines[lines.count - 1] += " " + word
    }
    return "\n\(parameter.name) knows\n\(lines.joined(separator: "\n"))\n"
  }

  private struct Description: Encodable {
    struct Entry: Encodable {
      var name: String, kind: String, defaultValue: String, summary: String
    }

    var name: String
    var summary: String
    var parameters: [Entry]

    init(_ experiment: Experiment) {
      name = experiment.name
      summary = experiment.summary
      parameters = experiment.parameters.map {
        Entry(name: $0.name, kind: "\($0.kind)", defaultValue: "\($0.defaultValue)", summary: $0.summary)
      }
    }
  }
}
