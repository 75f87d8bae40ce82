import CourseModel

/// A value in a YAML text and its place in the file.
struct YAMLValue {
  /// What it is.
  indirect enum Content {
    /// A text; plain if it is written without quotes, so that it may be a number or a truth value.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLValue])
    case mapping([YAMLEntry])
  }

  /// What it is.
  var content: Content
  /// Where it begins.
  var position: Position

  /// The number of bytes that messages underline.
  var length: Int {
    guard case .scalar(let text, let isPlain) = content else { return 1 }
    return max(1, text.utf8.count + (isPlain ? 0 : 2))
  }
}

/// A key and its value.
struct YAMLEntry {
  /// The key.
  var key: String
  /// Where the key stands.
  var position: Position
  /// The value.
  var value: YAMLValue
}

extension YAMLValue {
  /// The text, if there is one that is not empty.
  func string(log: inout DiagnosticLog) -> String? {
    if case .scalar(let text, let isPlain) = content, !(isPlain && ["null", "~"].contains(text)) {
      return text
    }
    return reject("a text", log: &log)
  }

  /// `true` or `false`.
  func bool(log: inout DiagnosticLog) -> Bool? {
    guard case .scalar(let text, true) = content, let value = Bool(text.lowercased()) else {
      return reject("'true' or 'false'", log: &log)
    }
    return value
  }

  /// A number within `range`, which is of a `unit` such as "seconds" if one is given.
  func number(
    in range: ClosedRange<Double>, of unit: String? = nil, log: inout DiagnosticLog
  ) -> Double? {
    guard case .scalar(let text, true) = content, let value = Double(text), range.contains(value) else {
      return reject("a number " + (unit.map { "of \($0) " } ?? "") + range.words, log: &log)
    }
    return value
  }

  /// A whole number within `range`.
  func wholeNumber<Number: FixedWidthInteger>(
    in range: ClosedRange<Number>, log: inout DiagnosticLog
  ) -> Number? {
    guard case .scalar(let text, true) = content, let value = Number(text), range.contains(value) else {
      return reject("a whole number \(range.words)", log: &log)
    }
    return value
  }

  /// What random numbers begin with.
  func seed(log: inout DiagnosticLog) -> UInt64? { wholeNumber(in: 0 ... .max, log: &log) }

  /// A list of texts; a single text is a list of one.
  func strings(log: inout DiagnosticLog) -> [String] {
    values.compactMap { $0.string(log: &log) }
  }

  /// The values of a list; any other value is a list of itself.
  var values: [YAMLValue] {
    if case .sequence(let values) = content { return values }
    if case .scalar(let text, true) = content, ["", "null", "~"].contains(text) { return [] }
    return [self]
  }

  /// One of the cases of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type, log: inout DiagnosticLog)
    -> Choice?
  where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    guard case .scalar(let text, _) = content, let choice = Choice(rawValue: text) else {
      return reject(names.map { "'\($0)'" }.joined(separator: " or "), log: &log)
    }
    return choice
  }

  private func reject<Value>(_ wanted: String, log: inout DiagnosticLog) -> Value? {
    log.error(
      "invalid-value", at: position, length: length, "expected \(wanted)", help: "write \(wanted) here")
    return nil
  }

  /// The value as an experiment's parameter; nil, with an error, for a mapping.
  func argument(log: inout DiagnosticLog) -> ExperimentArgument.Value? {
    switch content {
    case .scalar(let text, true):
      if let truth = Bool(text.lowercased()) { return .bool(truth) }
      return Double(text).map { .number($0) } ?? .string(text)
    case .scalar(let text, false): return .string(text)
    case .sequence(let values): return .list(values.compactMap { $0.argument(log: &log) })
    case .mapping: return reject("a number, a text, 'true', 'false' or a list of these", log: &log)
    }
  }
}
