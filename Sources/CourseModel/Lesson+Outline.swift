extension Lesson {
  /// The tree as text, one line a block, for tests and for people who look for a mistake.
  public var outline: String {
    var outline = Outline(lesson: self)
    outline.append(blocks)
    for (index, note) in footnotes.enumerated() {
      outline.line("footnote \(index + 1) '\(note.name)' mentioned \(note.mentions)")
      outline.nested(note.blocks)
    }
    return outline.lines.joined(separator: "\n")
  }
}

/// The lines of an outline so far.
private struct Outline {
  let lesson: Lesson
  var lines: [String] = []
  private var depth = 0

  init(lesson: Lesson) {
    self.lesson = lesson
  }

  mutating func line(_ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  mutating func nested(_ blocks: [Block]) {
    depth += 1
    append(blocks)
    depth -= 1
  }

  mutating func append(_ blocks: [Block]) {
    for block in blocks { append(block) }
  }

  private mutating func append(_ block: Block) {
    let place = "@\(block.position.line):\(block.position.column)"
    switch block.content {
    case .paragraph(let content): line("paragraph \(place) \(text(content))")
    case .heading(let heading):
      line("heading \(heading.level) \(place) #\(heading.anchor) \(text(heading.content))")
    case .thematicBreak: line("rule \(place)")
    case .blockQuote(let blocks): container("quote \(place)", blocks)
    case .list(let list): append(list, place)
    case .codeBlock(let info, let code): line("code \(place) '\(info)' \(quoted(code))")
    case .html(let markup): line("html \(place) \(quoted(markup))")
    case .callout(let callout):
      container("callout \(callout.kind.rawValue) \(place) \(text(callout.title))", callout.content)
    case .table(let table): append(table, place)
    case .math(let math):
      line("math \(place)\(number(math.numbered)) \(quoted(math.tex))")
    case .diagram(let diagram):
      line("diagram \(place)\(number(diagram.numbered)) line \(diagram.firstLine) \(quoted(diagram.text))")
    case .claims(let judgements): append(judgements, place)
    case .quiz(let quiz): append(quiz, place)
    case .cell(let index): append(lesson.cells[index], place)
    }
  }

  private mutating func container(_ title: String, _ blocks: [Block]) {
    line(title)
    nested(blocks)
  }

  private mutating func append(_ list: List, _ place: String) {
    let kind = list.start.map { "from \($0)" } ?? "bulleted"
    line("list \(place) \(kind) \(list.isTight ? "tight" : "loose")")
    depth += 1
    for item in list.items { container("item", item) }
    depth -= 1
  }

  private mutating func append(_ table: TextTable, _ place: String) {
    let columns = table.alignments.map(\.rawValue).joined(separator: " ")
    line("table \(place)\(number(table.numbered)) [\(columns)] \(text(table.caption))")
    depth += 1
    for row in [table.header] + table.rows { line("| " + row.map(text).joined(separator: " | ")) }
    depth -= 1
  }

  private mutating func append(_ judgements: [ClaimJudgement], _ place: String) {
    line("claims \(place)")
    depth += 1
    for judgement in judgements {
      let shown = judgement.shown.map { "\($0.name) @\(self.place($0.position))" }.joined(separator: " ")
      line(
        "\(judgement.claim) @\(self.place(judgement.position)) \(judgement.verdict?.rawValue ?? "-") [\(shown)] "
          + text(judgement.fact))
    }
    depth -= 1
  }

  private mutating func append(_ quiz: Quiz, _ place: String) {
    line("quiz \(place)\(number(quiz.numbered)) \(text(quiz.question))")
    depth += 1
    for choice in quiz.choices {
      line("\(choice.isCorrect ? "correct" : "choice") \(text(choice.text)) — \(text(choice.why))")
    }
    depth -= 1
  }

  private mutating func append(_ cell: Cell, _ place: String) {
    var words = [cell.kind.word, cell.id.map { "id=\($0)" }, cell.expectation.rawValue].compactMap { $0 }
    if cell.isSetup { words.append("setup") }
    if cell.isIsolated { words.append("isolated") }
    let title = words.joined(separator: " ")
    line("\(title) \(place)\(number(cell.numbered)) line \(cell.firstLine) \(quoted(cell.source))")
    guard let output = cell.expectedOutput else { return }
    depth += 1
    let tolerance = output.tolerance.map { " tolerance \($0)" } ?? ""
    line("output lines \(output.lines)\(tolerance) \(quoted(output.text))")
    depth -= 1
  }

  private func number(_ numbered: Numbered?) -> String {
    numbered.map { " \($0.kind) \($0.number) #\($0.anchor)" } ?? ""
  }

  private func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  private func escaped(_ text: String) -> String {
    text.replacingLineFeeds(by: "\\n")
  }

  private func text(_ content: [Inline]) -> String { content.map(text).joined() }

  private func text(_ piece: Inline) -> String {
    switch piece {
    case .text(let text): text
    case .softBreak: "⏎"
    case .lineBreak: "⏎⏎"
    case .code(let code): "code(\(code))"
    case .html(let markup): "html(\(escaped(markup)))"
    case .emphasis(let content): "em(\(text(content)))"
    case .strong(let content): "strong(\(text(content)))"
    case .link(let link): "link(\(link.destination) @\(place(link.position)): \(text(link.content)))"
    case .image(let image): "image(\(image.source) @\(place(image.position)): \(text(image.content)))"
    case .math(let tex, let position): "math(\(tex) @\(place(position)))"
    case .value(let index):
      "value(\(lesson.inlineValues[index].expression) @\(place(lesson.inlineValues[index].position)))"
    case .reference(let reference):
      "reference(\(reference.label) @\(place(reference.position)): \(text(reference.content)))"
    case .citation(let keys, let position): "cite(\(keys.joined(separator: " ")) @\(place(position)))"
    case .term(let id, let content): "term(\(id): \(text(content)))"
    case .footnoteReference(let index, let mention): "footnote(\(index + 1).\(mention))"
    }
  }

  private func place(_ position: Position) -> String { "\(position.line):\(position.column)" }
}

extension Cell.Kind {
  /// The word in an outline.
  fileprivate var word: String {
    switch self {
    case .swift: "swift"
    case .experiment(let name, let parameters):
      "experiment \(name)(" + parameters.map { "\($0.name): \($0.value.word)" }.joined(separator: ", ") + ")"
    case .use(let id): "use=\(id)"
    }
  }
}

extension ExperimentArgument.Value {
  /// The value in an outline.
  fileprivate var word: String {
    switch self {
    case .bool(let truth): "\(truth)"
    case .number(let number): "\(number)"
    case .string(let text): "'\(text)'"
    case .list(let values): "[" + values.map(\.word).joined(separator: ", ") + "]"
    }
  }
}

extension String {
  fileprivate func replacingLineFeeds(by replacement: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: replacement)
  }
}
