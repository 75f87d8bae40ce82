import CourseModel

/// What a `quiz` fence says.
private enum QuizField: String, CaseIterable {
  case label, question, choices
}

/// What a choice of a quiz says.
private enum ChoiceField: String, CaseIterable {
  case text, why, correct
}

extension TreeBuilder {
  /// Adds the question that a fence asks.
  mutating func appendQuiz(_ node: MarkdownNode, _ fence: FenceInfo, to blocks: inout [Block]) {
    reportWords(of: fence)
    let problems = log.diagnostics.count
    let mapping = YAMLMapping(codeLines(of: node, marker: nil), log: &log)
    var quiz = Quiz(
      question: [], choices: [],
      numbered: Numbered(kind: .quiz, number: "", anchor: "", isLabelled: false))
    for field in mapping?.entries ?? [] { read(field, into: &quiz) }
    if log.diagnostics.count == problems { reportMissing(in: quiz, at: fence.position) }
    blocks.append(Block(.quiz(quiz), at: fence.position))
  }

  private mutating func read(_ field: YAMLEntry, into quiz: inout Quiz) {
    switch QuizField(rawValue: field.key) {
    case .label:
      guard let name = field.value.string(log: &log) else { return }
      let label = Label(name: name, position: field.value.position)
      quiz.numbered = numbered(label, kinds: [.quiz], ifCaptioned: []) ?? quiz.numbered
    case .question: quiz.question = inlines(of: field.value)
    case .choices: quiz.choices = field.value.values.compactMap { choice($0) }
    case nil: log.unknownKey(field, among: QuizField.allCases.map(\.rawValue))
    }
  }

  private mutating func choice(_ value: YAMLValue) -> Quiz.Choice? {
    guard case .mapping(let fields) = value.content else {
      log.error(
        "invalid-value", at: value.position, length: value.length, "the choice has no text and no reaction",
        help: "write '- text: …' and 'why: …' below it")
      return nil
    }
    var choice = Quiz.Choice(text: [], why: [])
    for field in fields {
      switch ChoiceField(rawValue: field.key) {
      case .text: choice.text = inlines(of: field.value)
      case .why: choice.why = inlines(of: field.value)
      case .correct: choice.isCorrect = field.value.bool(log: &log) ?? false
      case nil: log.unknownKey(field, among: ChoiceField.allCases.map(\.rawValue))
      }
    }
    for field in [ChoiceField.text, .why] where !fields.contains(where: { $0.key == field.rawValue }) {
      log.error(
        "incomplete-quiz", at: value.position, "the choice has no '\(field)'",
        help: field == .why ? "tell who chooses it why it is right or wrong" : "add 'text: …'")
    }
    return choice
  }

  private mutating func reportMissing(in quiz: Quiz, at position: Position) {
    let problem: (String, String)? =
      if quiz.question.isEmpty {
        ("the quiz has no question", "add 'question: …'")
      } else if quiz.choices.count < 2 {
        ("the quiz has fewer than two choices", "add more below 'choices:'")
      } else if !quiz.choices.contains(where: \.isCorrect) {
        ("no choice of the quiz is correct", "mark the right one with 'correct: true'")
      } else {
        nil
      }
    guard let (message, help) = problem else { return }
    log.error("incomplete-quiz", at: position, length: "```quiz".utf8.count, message, help: help)
  }
}
