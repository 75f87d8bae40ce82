import CourseModel

/// What the words after `swift` or `experiment` say.
struct CellWords {
  var expectation = Cell.Expectation.runs
  var isSetup = false
  var isIsolated = false
  var id: FenceInfo.Word?
  var use: FenceInfo.Word?

  private var flags: [FenceFlag: FenceInfo.Word] = [:]

  /// Reads `words`, of which the language is already taken away.
  init(_ words: some Sequence<FenceInfo.Word>, log: inout DiagnosticLog) {
    for word in words {
      if let assignment = word.assignment {
        read(assignment.key, assignment.value, at: word.position, log: &log)
      } else {
        read(word, log: &log)
      }
    }
    reportContradictions(log: &log)
  }

  private mutating func read(_ word: FenceInfo.Word, log: inout DiagnosticLog) {
    if FenceFlag(rawValue: word.text) == nil { Self.reportUnknown(word, log: &log) }
    // A word that is misspelt is taken for what it was meant to be, so that nothing more is reported of it.
    guard let flag = FenceFlag(meant: word.text) else { return }
    flags[flag] = word
    switch flag {
    case .fails: expectation = .fails
    case .traps: expectation = .traps
    case .norun: expectation = .norun
    case .ignore: expectation = .ignore
    case .setup: isSetup = true
    case .isolated: isIsolated = true
    }
  }

  private mutating func read(
    _ key: String, _ value: FenceInfo.Word, at position: Position, log: inout DiagnosticLog
  ) {
    guard let name = FenceKey(rawValue: key) else {
      return log.error(
        "unknown-option", at: position, length: key.utf8.count, "unknown option '\(key)='",
        help: Self.advice(onKey: key))
    }
    guard !value.text.isEmpty, value.text.utf8.allSatisfy(\.isNamePart) else {
      return log.error(
        "invalid-id", at: value.position, length: value.text.utf8.count,
        "'\(value.text)' is no name for a block",
        help: "use letters, digits, hyphens and underscores, as in id=relu-def")
    }
    switch name {
    case .id: id = value
    case .use: use = value
    }
  }

  private static func advice(onKey key: String) -> String {
    if CellOptionKey(rawValue: key) != nil { return "write it inside the block as '//| \(key): …'" }
    return suggestion(for: key, among: FenceKey.allCases.map(\.rawValue))
  }

  private static func reportUnknown(_ word: FenceInfo.Word, log: inout DiagnosticLog) {
    let words = FenceFlag.allCases.map(\.rawValue) + FenceKey.allCases.map { $0.rawValue + "=" }
    let help =
      FenceFlag.meaning(word.text).map { "write '\($0)'" } ?? suggestion(for: word.text, among: words)
    log.error(
      "unknown-word", at: word.position, length: word.text.utf8.count,
      "unknown word '\(word.text)' after the fence",
      help: help)
  }

  private func reportContradictions(log: inout DiagnosticLog) {
    let expectations = [FenceFlag.fails, .traps, .norun, .ignore].compactMap { flags[$0] }
      .sorted { $0.position < $1.position }
    if expectations.count > 1 {
      let (first, second) = (expectations[0], expectations[1])
      log.error(
        "contradiction", at: second.position, length: second.text.utf8.count,
        "a block is not both '\(first.text)' and '\(second.text)'", help: "keep one of the two")
    }
    if let use, let word = flags.values.min(by: { $0.position < $1.position }) {
      log.error(
        "contradiction", at: word.position, length: word.text.utf8.count,
        "a block with 'use=' takes '\(word.text)' or its contrary from the block it shows",
        help: "remove '\(word.text)'; it is decided where id=\(use.text) is written")
    }
  }
}
