import CourseModel

extension TreeBuilder {
  /// Adds a block of Swift, or another block shown again.
  mutating func appendSwift(_ node: MarkdownNode, _ fence: FenceInfo, to blocks: inout [Block]) {
    let words = CellWords(fence.words.dropFirst(), log: &log)
    let lines = codeLines(of: node, marker: "//|")
    reportLateOptions(in: lines)
    var options = CellOptions()
    var label: Label?
    if let entries = YAMLMapping(lines.options, log: &log) {
      label = options.read(entries, log: &log)
    }
    if let use = words.use { checkIsEmpty(lines, use) }
    let kind = words.use.map { Cell.Kind.use(id: $0.text) } ?? .swift
    append(kind, words, options, label, lines, fence, to: &blocks)
  }

  /// Reports option lines that stand below code, where they would be comments.
  private mutating func reportLateOptions(in lines: CodeLines) {
    guard lines.text.utf8.contains(UInt8(ascii: "|")) else { return }
    let all = lines.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in all.enumerated() {
      let option = line.drop(while: \.isBlank)
      guard option.starts(with: "//|".utf8) else { continue }
      let column = lines.indentation + line.count - option.count + 1
      log.error(
        "late-option", at: Position(line: lines.firstLine + index, column: column), length: option.count,
        "an option below the first line of code has no effect",
        help: "move it to the head of the block, or write '// |' for a comment")
    }
  }

  /// Adds an experiment.
  mutating func appendExperiment(_ node: MarkdownNode, _ fence: FenceInfo, to blocks: inout [Block]) {
    guard fence.words.count > 1, fence.words[1].assignment == nil else {
      log.error(
        "missing-experiment", at: fence.position, length: 3 + "experiment".utf8.count,
        "the block does not say which experiment",
        help: "write its name, as in ```experiment derivative-check")
      return
    }
    let words = CellWords(fence.words.dropFirst(2), log: &log)
    let lines = codeLines(of: node, marker: nil)
    var options = CellOptions()
    var arguments: [ExperimentArgument] = []
    var label: Label?
    if let entries = YAMLMapping(lines, log: &log) {
      (arguments, label) = options.readExperiment(entries, log: &log)
    }
    let kind = Cell.Kind.experiment(name: fence.words[1].text, parameters: arguments)
    append(kind, words, options, label, lines, fence, to: &blocks)
  }

  private mutating func append(
    _ kind: Cell.Kind, _ words: CellWords, _ options: CellOptions, _ label: Label?, _ lines: CodeLines,
    _ fence: FenceInfo, to blocks: inout [Block]
  ) {
    if let id = words.id { keepName(id) }
    let captions: [Numbered.Kind?] = [
      options.figureCaption.map { _ in .figure }, options.tableCaption.map { _ in .table },
      options.listingCaption.map { _ in .listing },
    ]
    let numbered = numbered(label, kinds: [.figure, .table, .listing], ifCaptioned: captions)
    let source = lines.text.isEmpty || lines.text.hasSuffix("\n") ? lines.text : lines.text + "\n"
    cells.append(
      Cell(
        index: cells.count, kind: kind, id: words.id?.text, expectation: words.expectation,
        isSetup: words.isSetup, isIsolated: words.isIsolated, options: options, source: source,
        position: fence.position, firstLine: lines.firstLine, indentation: lines.indentation,
        numbered: numbered))
    blocks.append(Block(.cell(cells.count - 1), at: fence.position))
  }

  private mutating func keepName(_ id: FenceInfo.Word) {
    if let earlier = cellNames[id.text] {
      let note = Diagnostic.Note(path: log.path, position: earlier, message: "the first is here")
      log.error(
        "duplicate-id", at: id.position, length: id.text.utf8.count, "two blocks are named '\(id.text)'",
        help: "rename one of the two", notes: [note])
    } else {
      cellNames[id.text] = id.position
    }
  }

  private mutating func checkIsEmpty(_ lines: CodeLines, _ use: FenceInfo.Word) {
    guard !lines.text.utf8.allSatisfy(\.isSpace) else { return }
    log.error(
      "use-with-body", at: Position(line: lines.firstLine, column: lines.indentation + 1),
      "a block with 'use=' shows the block '\(use.text)' and has no code of its own",
      help: "remove the code, or the word 'use=\(use.text)'")
  }

  /// Ties an `output` fence to the block before it.
  mutating func appendOutput(
    _ node: MarkdownNode, _ fence: FenceInfo, info: String, to blocks: inout [Block]
  ) {
    guard case .cell(let index)? = blocks.last?.content, cells[index].expectedOutput == nil else {
      log.error(
        "output-without-block", at: fence.position, length: 3 + "output".utf8.count,
        "there is no block right before this output", help: "put it directly after the block that prints it")
      let text = restored(node.literal)
      return blocks.append(Block(.codeBlock(info: info, text: text), at: fence.position))
    }
    var output = expectedOutput(node, fence)
    for word in fence.words.dropFirst() { read(word, into: &output) }
    cells[index].expectedOutput = output
  }

  private mutating func expectedOutput(_ node: MarkdownNode, _ fence: FenceInfo) -> ExpectedOutput {
    let text = restored(node.literal)
    let first = fence.position.line + 1
    let count = text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    return ExpectedOutput(
      text: text, position: fence.position, lines: first..<first + count,
      linePrefix: String(decoding: fence.linePrefix, as: UTF8.self))
  }

  private mutating func read(_ word: FenceInfo.Word, into output: inout ExpectedOutput) {
    guard let assignment = word.assignment, assignment.key == "tolerance" else {
      return log.error(
        "unknown-word", at: word.position, length: word.text.utf8.count,
        "unknown word '\(word.text)' after 'output'",
        help: "only a tolerance may stand here, as in ```output tolerance=1e-6")
    }
    guard let tolerance = Double(assignment.value.text), Limits.tolerance.contains(tolerance) else {
      return log.error(
        "invalid-value", at: assignment.value.position, length: assignment.value.text.utf8.count,
        "'\(assignment.value.text)' is no tolerance",
        help: "write a number \(Limits.tolerance.words), as in tolerance=1e-6")
    }
    output.tolerance = tolerance
  }
}
