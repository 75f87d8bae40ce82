import CourseModel

/// Something that reads what others wrote, and must bear anything.
struct Subject: Sendable {
  /// The name.
  let name: String
  /// What its inputs are made from.
  let food: Seeds.Food
  /// Words of its grammar.
  let words: [String]
  /// Whether an input takes more than a moment.
  let isSlow: Bool
  /// Reads an input; a promise that does not hold ends the process.
  let read: @Sendable ([UInt8]) -> Void

  init(
    _ name: String, _ food: Seeds.Food, words: [String] = [], isSlow: Bool = false,
    _ read: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.name = name
    self.food = food
    self.words = words
    self.isSlow = isSlow
    self.read = read
  }
}

/// Ends the process where a promise does not hold.
func promise(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}

/// Checks that problems have places in the file, and that their reports can be written.
func check(_ diagnostics: [Diagnostic], in files: [SourceFile]) {
  for diagnostic in diagnostics {
    let file = files.first { $0.path == diagnostic.path }
    promise(diagnostic.position.line >= 1 && diagnostic.position.column >= 1, "no place: \(diagnostic)")
    if let file {
      promise(diagnostic.position.line <= max(1, file.lineStarts.count), "outside: \(diagnostic)")
    }
    let report = diagnostic.report { _ in file }
    promise(
      !(report + diagnostic.workflowCommand).unicodeScalars.contains("\u{1B}"), "an escape: \(diagnostic)")
    promise(!diagnostic.workflowCommand.contains("\n"), "a line end: \(diagnostic)")
  }
}
