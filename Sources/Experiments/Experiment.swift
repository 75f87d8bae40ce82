import Figures

/// A run that a lesson may refer to by name.
///
/// It is deterministic: the same parameters show the same figures, bit for bit.
public struct Experiment: Sendable {
  /// The name by which lessons refer to it.
  public var name: String
  /// What it shows, in one sentence.
  public var summary: String
  /// What a lesson can choose.
  public var parameters: [Parameter]
  /// Values with which it is over in a moment, to try that it runs; what they do not name has its default.
  public var trial: [(name: String, value: ParameterValue)]
  /// What must hold between the values of several parameters.
  let constraint: @Sendable (ExperimentParameters) -> [ExperimentProblem]
  let body: @Sendable (ExperimentParameters, (Figure) -> Void, @escaping (TrainingProgress) -> Void) -> Void

  init(
    _ name: String, _ summary: String, parameters: [Parameter],
    trial: [(name: String, value: ParameterValue)] = [],
    constraint: @escaping @Sendable (ExperimentParameters) -> [ExperimentProblem] = { _ in [] },
    body: @escaping @Sendable (ExperimentParameters, (Figure) -> Void) -> Void
  ) {
    self.init(name, summary, parameters: parameters, trial: trial, constraint: constraint) {
      parameters, show, _ in
      body(parameters, show)
    }
  }

  /// An experiment that trains: its body also tells how far it has come, best through a `StepCounter`.
  init(
    _ name: String, _ summary: String, parameters: [Parameter],
    trial: [(name: String, value: ParameterValue)] = [],
    constraint: @escaping @Sendable (ExperimentParameters) -> [ExperimentProblem] = { _ in [] },
    body:
      @escaping @Sendable (ExperimentParameters, (Figure) -> Void, @escaping (TrainingProgress) -> Void) ->
      Void
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.trial = trial
    self.constraint = constraint
    self.body = body
  }

  /// Runs the experiment, handing over each figure as soon as there is one.
  ///
  /// An experiment that trains tells its progress in between, which does not change what it shows.
  public func run(
    _ parameters: ExperimentParameters, progress: @escaping (TrainingProgress) -> Void = { _ in },
    show: (Figure) -> Void
  ) {
    body(parameters, show, progress)
  }

  /// Runs the experiment and collects its figures.
  public func figures(_ parameters: ExperimentParameters) -> [Figure] {
    var figures: [Figure] = []
    run(parameters) { figures.append($0) }
    return figures
  }

  /// Fills in what is not given, and says everything that is wrong with what is.
  ///
  /// There are parameters to run with exactly when there are no problems.
  public func validate(
    _ given: [(name: String, value: ParameterValue)]
  ) -> (parameters: ExperimentParameters?, problems: [ExperimentProblem]) {
    var values: [String: ParameterValue] = [:]
    var problems: [ExperimentProblem] = []
    for (name, value) in given {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        problems.append(unknown(name))
        continue
      }
      if values[name] != nil { problems.append(ExperimentProblem(name, "'\(name)' is given twice")) }
      problems += parameter.problems(with: value)
      values[name] = parameter.normalized(value)
    }
    for parameter in parameters where values[parameter.name] == nil {
      values[parameter.name] = parameter.normalized(parameter.defaultValue)
    }
    guard problems.isEmpty else { return (nil, problems) }
    let complete = ExperimentParameters(values: values)
    let conflicts = constraint(complete)
    return conflicts.isEmpty ? (complete, []) : (nil, conflicts)
  }

  private func unknown(_ name: String) -> ExperimentProblem {
    let known = parameters.map(\.name)
    return ExperimentProblem(
      name, "the experiment '\(self.name)' has no parameter '\(name)'",
      suggestion: nearest(to: name, among: known) ?? "it has \(known.joined(separator: ", "))")
  }
}
