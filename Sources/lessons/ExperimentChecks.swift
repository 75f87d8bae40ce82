import CourseModel
import Experiments

/// Checks a course's experiments against the experiments' own lists of parameters.
enum ExperimentChecks {
  /// What is wrong with the experiments that `course` refers to, each at its place.
  static func diagnostics(for course: Course) -> [Diagnostic] {
    course.lessons.flatMap { lesson in
      var log = DiagnosticLog(path: lesson.file.path)
      for cell in lesson.cells {
        if case .experiment(let name, let arguments) = cell.kind { check(name, arguments, cell, log: &log) }
      }
      return log.diagnostics
    }
  }

  private static func check(
    _ name: String, _ arguments: [ExperimentArgument], _ cell: Cell, log: inout DiagnosticLog
  ) {
    guard let experiment = Experiment.named(name) else {
      let names = Experiment.catalog.map(\.name)
      log.error(
        "unknown-experiment", at: cell.position, "there is no experiment '\(name)'",
        help: suggestion(for: name, among: names))
      return
    }
    var given = arguments.map { (name: $0.name, value: ParameterValue($0.value)) }
    if let seed = cell.options.seed, experiment.parameters.contains(where: { $0.name == "seed" }) {
      given.append((name: "seed", value: .number(Double(seed))))
    }
    for problem in experiment.validate(given).problems {
      let place = arguments.first { $0.name == problem.parameter }?.position ?? cell.position
      log.error(
        "experiment-parameter", at: place, length: problem.parameter.utf8.count, problem.message,
        help: problem.suggestion)
    }
  }
}

extension ParameterValue {
  /// The value that a lesson wrote.
  init(_ value: ExperimentArgument.Value) {
    switch value {
    case .bool(let flag): self = .bool(flag)
    case .number(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .list(let values): self = .list(values.map(ParameterValue.init))
    }
  }
}
