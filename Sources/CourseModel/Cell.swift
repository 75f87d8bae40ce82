/// A block that is evaluated: Swift code or an experiment.
public struct Cell: Sendable, Hashable {
  /// What is evaluated.
  public enum Kind: Sendable, Hashable {
    /// The Swift code in `source`.
    case swift
    /// The experiment of that name, with the parameters written in `source`.
    case experiment(name: String, parameters: [ExperimentArgument])
    /// The block of the base lesson with that `id`, shown again.
    case use(id: String)
  }

  /// What must happen.
  public enum Expectation: String, Sendable, Hashable, CaseIterable {
    /// It compiles and runs to its end.
    case runs
    /// It does not compile.
    case fails
    /// It compiles, and running it traps.
    case traps
    /// It compiles; it is not run.
    case norun
    /// Nothing: it is only shown.
    case ignore
  }

  /// Its place among the lesson's cells, counted from 0.
  public var index: Int
  /// What is evaluated.
  public var kind: Kind
  /// The name given by `id=`, if any.
  public var id: String?
  /// What must happen.
  public var expectation: Expectation
  /// Whether it runs without being shown.
  public var isSetup: Bool
  /// Whether it is a program of its own.
  public var isIsolated: Bool
  /// The `//|` options.
  public var options: CellOptions
  /// The code without its `//|` lines, each line ended by LF.
  public var source: String
  /// The place of the opening fence.
  public var position: Position
  /// The line of the file on which `source` begins.
  public var firstLine: Int
  /// How many bytes of each of the file's lines come before the code's own text.
  public var indentation: Int
  /// What it must print, if an `output` fence follows.
  public var expectedOutput: ExpectedOutput?
  /// Its number and label, if it has a caption or a label.
  public var numbered: Numbered?

  /// A block to evaluate.
  public init(
    index: Int, kind: Kind, id: String? = nil, expectation: Expectation = .runs, isSetup: Bool = false,
    isIsolated: Bool = false, options: CellOptions = CellOptions(), source: String, position: Position,
    firstLine: Int, indentation: Int = 0, expectedOutput: ExpectedOutput? = nil, numbered: Numbered? = nil
  ) {
    self.index = index
    self.kind = kind
    self.id = id
    self.expectation = expectation
    self.isSetup = isSetup
    self.isIsolated = isIsolated
    self.options = options
    self.source = source
    self.position = position
    self.firstLine = firstLine
    self.indentation = indentation
    self.expectedOutput = expectedOutput
    self.numbered = numbered
  }
}

/// One parameter of an experiment as the lesson writes it, not yet checked against the experiment's own list.
public struct ExperimentArgument: Sendable, Hashable {
  /// A value as YAML writes it.
  public indirect enum Value: Sendable, Hashable {
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([Value])
  }

  /// The parameter's name.
  public var name: String
  /// Its value.
  public var value: Value
  /// Where the name stands.
  public var position: Position

  /// A parameter and its value.
  public init(name: String, value: Value, position: Position) {
    self.name = name
    self.value = value
    self.position = position
  }
}

extension ExperimentArgument.Value {
  /// The value as a lesson writes it; a whole number without a decimal point.
  public var text: String {
    switch self {
    case .bool(let truth): "\(truth)"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .string(let text): text
    case .list(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
    }
  }
}

/// The text of an `output` fence: what the block before it must print.
public struct ExpectedOutput: Sendable, Hashable {
  /// The text, each line ended by LF.
  public var text: String
  /// The relative tolerance for numbers, if the fence gives one; otherwise the precision written decides.
  public var tolerance: Double?
  /// The place of the opening fence.
  public var position: Position
  /// The lines of the file between the fences; empty where the fence holds nothing.
  public var lines: Range<Int>
  /// What stands before the text on each line: the containers' markers or spaces.
  public var linePrefix: String

  /// A stated output.
  public init(
    text: String, tolerance: Double? = nil, position: Position, lines: Range<Int>, linePrefix: String = ""
  ) {
    self.text = text
    self.tolerance = tolerance
    self.position = position
    self.lines = lines
    self.linePrefix = linePrefix
  }
}

/// An expression in a sentence, `` `{swift} expression` ``.
public struct InlineValue: Sendable, Hashable {
  /// The Swift expression.
  public var expression: String
  /// The place of the expression's first character.
  public var position: Position
  /// How many of the lesson's cells stand before it.
  public var precedingCells: Int

  /// An expression in a sentence.
  public init(expression: String, position: Position, precedingCells: Int) {
    self.expression = expression
    self.position = position
    self.precedingCells = precedingCells
  }
}
