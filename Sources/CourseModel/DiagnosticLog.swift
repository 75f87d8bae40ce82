/// Collects the problems of one file.
public struct DiagnosticLog: Sendable {
  /// The file, as messages print it.
  public let path: String
  /// The problems so far, in the order they were found.
  public private(set) var diagnostics: [Diagnostic] = []

  /// An empty log for the file at `path`.
  public init(path: String) {
    self.path = path
  }

  /// Adds the problems of another log of the same file.
  public mutating func append(_ other: DiagnosticLog) {
    diagnostics += other.diagnostics
  }

  /// Adds an error.
  public mutating func error(
    _ rule: String, at position: Position, length: Int = 1, _ message: String, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(.error, rule, message, path: path, at: position, length: length, help: help, notes: notes))
  }

  /// Adds a warning.
  public mutating func warning(
    _ rule: String, at position: Position, length: Int = 1, _ message: String, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(.warning, rule, message, path: path, at: position, length: length, help: help))
  }
}
