import Figures

/// Which lesson, in which language, an outcome belongs to.
public struct OutcomeKey: Sendable, Hashable, Comparable {
  /// The lesson's `id`.
  public var id: String
  /// The language of its prose.
  public var language: String

  /// The lesson `id` in `language`.
  public init(id: String, language: String) {
    self.id = id
    self.language = language
  }

  /// Orders by lesson, then by language.
  public static func < (left: OutcomeKey, right: OutcomeKey) -> Bool {
    (left.id, left.language) < (right.id, right.language)
  }
}

extension Lesson {
  /// The key of this lesson's outcome.
  public var key: OutcomeKey { OutcomeKey(id: id, language: language) }
}

/// What became of one lesson: of its cells, of the values in its sentences, and what went wrong.
public struct LessonOutcome: Sendable, Hashable {
  /// One outcome a cell, in the cells' order; for a translation, the base lesson's outcome of each `use`.
  public var cells: [CellOutcome]
  /// The text of each inline value; nil where the run did not get there.
  public var inlineValues: [String?]
  /// Everything that went wrong.
  public var diagnostics: [Diagnostic]
  /// How the outcome came about.
  public var source: Source

  /// How an outcome came about.
  public enum Source: Sendable, Hashable {
    /// Compiled and run now.
    case run
    /// Taken from an earlier run of the same program.
    case reused
    /// There was nothing to run.
    case empty
  }

  /// An outcome.
  public init(
    cells: [CellOutcome] = [], inlineValues: [String?] = [], diagnostics: [Diagnostic] = [],
    source: Source = .empty
  ) {
    self.cells = cells
    self.inlineValues = inlineValues
    self.diagnostics = diagnostics
    self.source = source
  }

  /// Whether anything went wrong that fails the build.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// What became of one cell.
public struct CellOutcome: Sendable, Hashable {
  /// How far the cell got.
  public enum State: String, Sendable, Hashable {
    /// It was run to its end.
    case ran
    /// It was compiled, as `norun` asks.
    case compiled
    /// It was refused by the compiler, as `fails` asks.
    case rejected
    /// It trapped, as `traps` asks.
    case trapped
    /// It was only shown, as `ignore` asks.
    case shown
    /// It should have run and did not, or not to its end.
    case failed
    /// It was not reached, because something before it failed.
    case skipped
  }

  /// How far the cell got.
  public var state: State
  /// What it printed and showed, in the order it happened.
  public var outputs: [CellOutput]
  /// The code's colours, by byte offset into the cell's source.
  public var syntax: [SyntaxSpan]
  /// How many numbers and lines of its `output` fence were compared; nil without a fence.
  public var comparedLines: Int?

  /// What became of a cell.
  public init(
    state: State, outputs: [CellOutput] = [], syntax: [SyntaxSpan] = [], comparedLines: Int? = nil
  ) {
    self.state = state
    self.outputs = outputs
    self.syntax = syntax
    self.comparedLines = comparedLines
  }
}

/// One thing that a cell printed or showed.
public enum CellOutput: Sendable, Hashable {
  /// Text written to standard output.
  case standardOutput(String)
  /// Text written to standard error.
  case standardError(String)
  /// A figure that was shown, or the value of the last expression.
  case figure(Figure)
  /// What the compiler said.
  case compilerMessage(String)
  /// The message of the trap.
  case trapMessage(String)
  /// A remark of the tool, such as that the rest of a long output was left out.
  case notice(String)
}

/// A piece of code in one colour.
public struct SyntaxSpan: Sendable, Hashable {
  /// What the piece is; the raw value is the class on the page.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    case keyword, identifier, type, number, string, interpolation, comment, documentation
    case attribute, directive, operatorSign, argumentLabel, regex
  }

  /// The first byte.
  public var start: Int
  /// The number of bytes.
  public var length: Int
  /// What the piece is.
  public var kind: Kind

  /// A piece of code.
  public init(start: Int, length: Int, kind: Kind) {
    self.start = start
    self.length = length
    self.kind = kind
  }
}
