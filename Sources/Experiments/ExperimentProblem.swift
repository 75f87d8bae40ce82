/// Something wrong with the parameters a lesson gives.
public struct ExperimentProblem: Error, Sendable, Hashable {
  /// The name of the parameter, as written.
  public var parameter: String
  /// What is wrong.
  public var message: String
  /// What to write instead, if there is a guess.
  public var suggestion: String?

  init(_ parameter: String, _ message: String, suggestion: String? = nil) {
    self.parameter = parameter
    self.message = message
    self.suggestion = suggestion
  }
}

extension ExperimentProblem: CustomStringConvertible {
  /// The message with its suggestion.
  public var description: String { suggestion.map { "\(message); \($0)" } ?? message }
}
