/// A parameter of an experiment: its name, what it may be, and what it is when nobody says.
public struct Parameter: Sendable, Hashable {
  /// What a value may be.
  public enum Kind: Sendable, Hashable {
    /// A number between two limits.
    case number(ClosedRange<Double>)
    /// A whole number between two limits.
    case integer(ClosedRange<Int>)
    /// Some numbers between two limits, at least one.
    case numbers(ClosedRange<Double>)
    /// Some whole numbers between two limits, at least one.
    case integers(ClosedRange<Int>)
    /// Any text.
    case text
    /// One of these words.
    case choice([String])
    /// Some of these words, at least one.
    case choices([String])
    /// Yes or no.
    case flag
  }

  /// The name, in a lesson the key before the colon.
  public var name: String
  /// What a value may be.
  public var kind: Kind
  /// The value when a lesson gives none.
  public var defaultValue: ParameterValue
  /// What the parameter does, in one sentence.
  public var summary: String

  /// A parameter with its default.
  public init(_ name: String, _ kind: Kind, default defaultValue: ParameterValue, _ summary: String) {
    self.name = name
    self.kind = kind
    self.defaultValue = defaultValue
    self.summary = summary
  }

  /// The words that are allowed, where only words of a list are.
  public var allowed: [String] {
    switch kind {
    case .choice(let words), .choices(let words): words
    default: []
    }
  }

  /// What is wrong with `value`, nothing if it can be used.
  func problems(with value: ParameterValue) -> [ExperimentProblem] {
    switch (kind, value) {
    case (.number(let limits), .number(let number)):
      limits.contains(number) ? [] : [outside(limits, value)]
    case (.integer(let limits), .number(let number)):
      integerProblems(number, limits)
    case (.numbers(let limits), .list(let values)):
      listProblems(values) { Parameter(name, .number(limits), default: $0, summary).problems(with: $0) }
    case (.integers(let limits), .list(let values)):
      listProblems(values) { Parameter(name, .integer(limits), default: $0, summary).problems(with: $0) }
    case (.numbers, .number), (.integers, .number): problems(with: .list([value]))
    case (.text, .string), (.flag, .bool): []
    case (.choice(let words), .string(let word)): problems(with: word, among: words)
    case (.choices(let words), .list(let values)):
      listProblems(values) { value in
        guard case .string(let word) = value else {
          return [ExperimentProblem(name, "'\(name)' must be \(kind.noun), but one is \(value)")]
        }
        return problems(with: word, among: words)
      }
    case (.choices(let words), .string(let word)): problems(with: word, among: words)
    default: [ExperimentProblem(name, "'\(name)' must be \(kind.noun), not \(value)")]
    }
  }

  /// The value in the form in which it is read: a single word or number where a list may stand becomes a list.
  func normalized(_ value: ParameterValue) -> ParameterValue {
    switch (kind, value) {
    case (.choices, .string), (.numbers, .number), (.integers, .number): .list([value])
    default: value
    }
  }

  private func outside(_ limits: ClosedRange<Double>, _ value: ParameterValue) -> ExperimentProblem {
    let (lower, upper) = (ParameterValue.number(limits.lowerBound), ParameterValue.number(limits.upperBound))
    return ExperimentProblem(name, "'\(name)' must lie between \(lower) and \(upper), but is \(value)")
  }

  private func integerProblems(_ number: Double, _ limits: ClosedRange<Int>) -> [ExperimentProblem] {
    guard let integer = Int(exactly: number) else {
      return [ExperimentProblem(name, "'\(name)' must be a whole number, but is \(number)")]
    }
    let ends = Double(limits.lowerBound)...Double(limits.upperBound)
    return limits.contains(integer) ? [] : [outside(ends, .number(number))]
  }

  private func listProblems(
    _ values: [ParameterValue], _ problems: (ParameterValue) -> [ExperimentProblem]
  ) -> [ExperimentProblem] {
    guard !values.isEmpty else { return [ExperimentProblem(name, "'\(name)' must name at least one")] }
    return values.flatMap(problems)
  }

  private func problems(with word: String, among words: [String]) -> [ExperimentProblem] {
    guard !words.contains(word) else { return [] }
    return [
      ExperimentProblem(
        name, "unknown value '\(word)' for '\(name)'",
        suggestion: nearest(to: word, among: words)
          ?? "known are \(Self.list(words))")
    ]
  }
}

extension Parameter.Kind: CustomStringConvertible {
  /// The kind in words: `a number from 0 to 1`.
  public var description: String {
    switch self {
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .choices(let words): "a list out of \(words.joined(separator: ", "))"
    default: inBrief
    }
  }

  /// The kind in words that fit a line, long lists cut off: `one of identity, step, … and 38 more`.
  public var inBrief: String {
    switch self {
    case .number(let limits): "a number \(Self.limits(limits.lowerBound, limits.upperBound))"
    case .integer(let limits):
      "a whole number \(Self.limits(Double(limits.lowerBound), Double(limits.upperBound)))"
    case .numbers(let limits): "a list of numbers \(Self.limits(limits.lowerBound, limits.upperBound))"
    case .integers(let limits):
      "a list of whole numbers \(Self.limits(Double(limits.lowerBound), Double(limits.upperBound)))"
    default: noun
    }
  }

  /// What a value must be, for a message.
  fileprivate var noun: String {
    switch self {
    case .number: "a number"
    case .integer: "a whole number"
    case .numbers: "a list of numbers"
    case .integers: "a list of whole numbers"
    case .text: "a text"
    case .choice(let words): "one of \(Parameter.list(words))"
    case .choices(let words): "a list out of \(Parameter.list(words))"
    case .flag: "true or false"
    }
  }

  private static func limits(_ lower: Double, _ upper: Double) -> String {
    "from \(ParameterValue.number(lower)) to \(ParameterValue.number(upper))"
  }
}

extension Parameter {
  /// The words of a list, of a long one the first twelve.
  fileprivate static func list(_ words: [String]) -> String {
    let shown = words.count > 16 ? 12 : words.count
    let rest = words.count - shown
    return words.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
