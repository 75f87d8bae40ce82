/// A problem with a place: what is wrong, where, and what to do about it.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The build fails.
    case error
    /// The build succeeds, unless it is strict.
    case warning
  }

  /// A second place that explains the first, such as an earlier declaration.
  public struct Note: Sendable, Hashable {
    /// The file, as messages print it.
    public var path: String
    /// The place in the file.
    public var position: Position
    /// What is to be seen there.
    public var message: String

    /// A remark about another place.
    public init(path: String, position: Position, message: String) {
      self.path = path
      self.position = position
      self.message = message
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// The rule's name in kebab case, such as `unknown-option`; printed in brackets after the message.
  public var rule: String
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  /// The file, as messages print it.
  public var path: String
  /// The place in the file.
  public var position: Position
  /// The number of bytes of the line that the caret underlines; at least 1.
  public var length: Int
  /// A way out, such as "did you mean 'relu'?".
  public var help: String?
  /// Other places that explain this one.
  public var notes: [Note]

  /// A problem at a place.
  public init(
    _ severity: Severity, _ rule: String, _ message: String, path: String, at position: Position,
    length: Int = 1, help: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.path = path
    self.position = position
    self.length = max(1, length)
    self.help = help
    self.notes = notes
  }
}

extension Diagnostic: Comparable {
  /// Orders by file, place, severity and message, so that reports do not depend on the order of discovery.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    (left.path, left.position, left.severity.rawValue, left.message)
      < (right.path, right.position, right.severity.rawValue, right.message)
  }
}

/// A value together with everything that was wrong with what it was made from.
public struct Parsed<Value: Sendable>: Sendable {
  /// The value, as complete as the input allowed.
  public var value: Value
  /// The problems, in the order they were found.
  public var diagnostics: [Diagnostic]

  /// A value and its problems.
  public init(_ value: Value, diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
