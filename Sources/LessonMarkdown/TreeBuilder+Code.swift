import CourseModel

extension TreeBuilder {
  /// Adds a code block as what its first word says it is.
  mutating func appendCodeBlock(_ node: MarkdownNode, to blocks: inout [Block]) {
    let info = node.fenceInfo
    reportMissingEnd(of: node)
    guard let first = info.utf8.first, first == UInt8(ascii: "{") || first.isLetter else {
      return appendPlainCode(node, info: info, to: &blocks)
    }
    let fence = FenceInfo(prepared.text, line: prepared.line(of: node), column: node.startColumn)
    guard let word = fence.words.first, let language = language(word) else {
      return appendPlainCode(node, info: info, to: &blocks)
    }
    reportFence(inside: node)
    switch language {
    case .swift: appendSwift(node, fence, to: &blocks)
    case .experiment: appendExperiment(node, fence, to: &blocks)
    case .output: appendOutput(node, fence, info: info, to: &blocks)
    case .math: appendMath(node, fence, to: &blocks)
    case .mermaid: appendDiagram(node, fence, to: &blocks)
    case .claims: appendClaims(node, fence, to: &blocks)
    case .quiz: appendQuiz(node, fence, to: &blocks)
    }
  }

  /// Warns of a fence that nothing closes: it takes in everything below it.
  private mutating func reportMissingEnd(of node: MarkdownNode) {
    let text = prepared.text, first = prepared.line(of: node)
    let line = text.line(first)
    let start = text.bytes[line].dropFirst(node.startColumn - 1)
    guard let mark = start.first, [UInt8(ascii: "`"), UInt8(ascii: "~")].contains(mark) else { return }
    let length = start.prefix { $0 == mark }.count
    let last = text.bytes[text.line(max(first, node.endLine - node.startLine + first))]
    let end = last.reversed().drop(while: \.isBlank).prefix { $0 == mark }.count
    guard length >= 3, node.endLine == node.startLine || end < length else { return }
    log.warning(
      "unclosed-fence", at: prepared.position(of: node), length: length,
      "nothing closes this fence: everything below it is code",
      help: "end the block with a line \(String(decoding: start.prefix(length), as: UTF8.self))")
  }

  /// Warns of a fence that begins inside the block: the line that should have ended the block is missing.
  private mutating func reportFence(inside node: MarkdownNode) {
    let text = prepared.text, first = prepared.line(of: node)
    let fence = text.bytes[text.line(first)].dropFirst(node.startColumn - 1)
    guard let mark = fence.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return }
    let length = fence.prefix { $0 == mark }.count
    let lines = node.literal.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let inner = lines.firstIndex { line in
      let marks = line.prefix { $0 == mark }.count
      let word = String(decoding: line.dropFirst(marks).prefix { $0.isLetter }, as: UTF8.self)
      return marks >= length && FenceLanguage(rawValue: word) != nil
    }
    guard let inner else { return }
    let line = first + 1 + inner + text.lineOffset
    log.warning(
      "unclosed-fence", at: prepared.position(of: node), length: length,
      "this block is still open where another begins, in line \(line)",
      help: "end it above that line with \(String(decoding: fence.prefix(length), as: UTF8.self))")
  }

  private mutating func appendPlainCode(_ node: MarkdownNode, info: String, to blocks: inout [Block]) {
    let content = Block.Content.codeBlock(info: restored(info), text: restored(node.literal))
    blocks.append(Block(content, at: prepared.position(of: node)))
  }

  /// What the first word means to a lesson; nil, perhaps with advice, for the languages that are only shown.
  private mutating func language(_ word: FenceInfo.Word) -> FenceLanguage? {
    if let language = FenceLanguage(rawValue: word.text) { return language }
    var name = word.text
    if name.hasPrefix("{") {
      name = String(name.drop { $0 == "{" || $0 == "." }.prefix { $0 != "}" && $0 != "," && $0 != " " })
    }
    guard let meant = FenceLanguage(rawValue: name.lowercased()) ?? FenceLanguage(misspelt: name) else {
      return nil
    }
    log.error(
      "unknown-language", at: word.position, length: word.text.utf8.count,
      "a block with '\(word.text)' is not evaluated", help: "write ```\(meant.rawValue)")
    return nil
  }

  private mutating func appendMath(_ node: MarkdownNode, _ fence: FenceInfo, to blocks: inout [Block]) {
    let lines = codeLines(of: node, marker: nil)
    let tex = String(decoding: Array(lines.text.utf8)[...].trimmingBlanks(), as: UTF8.self)
    let start = Position(line: lines.firstLine, column: lines.indentation + 1)
    var math = DisplayMath(tex: tex, position: start)
    for word in fence.words.dropFirst() {
      if let label = Label.read(Array(word.text.utf8), at: 0) {
        let place = Label(name: label.name, position: word.position)
        checkKind(of: place, is: [.equation])
        math.numbered = Numbered(kind: .equation, number: "", anchor: label.name)
      } else {
        log.error(
          "unknown-word", at: word.position, length: word.text.utf8.count,
          "unknown word '\(word.text)' after 'math'",
          help: "only a label may stand here, as in {#eq-layer}")
      }
    }
    blocks.append(Block(.math(math), at: fence.position))
  }

  private mutating func appendDiagram(_ node: MarkdownNode, _ fence: FenceInfo, to blocks: inout [Block]) {
    let lines = codeLines(of: node, marker: "%%|")
    var options = DiagramOptions()
    if let entries = YAMLMapping(lines.options, log: &log) { options.read(entries, log: &log) }
    let numbered = numbered(
      options.label, kinds: [.figure], ifCaptioned: [options.caption != nil ? .figure : nil])
    // An empty diagram may end the file: what is said of it is said of its fence.
    let isEmpty = lines.text.isEmpty
    let diagram = DiagramSource(
      text: lines.text, firstLine: isEmpty ? fence.position.line : lines.firstLine,
      indentation: isEmpty ? fence.position.column - 1 : lines.indentation,
      caption: options.caption ?? "", alternativeText: options.alternativeText, numbered: numbered)
    blocks.append(Block(.diagram(diagram), at: fence.position))
  }

  /// What a thing with that label or that caption is counted as.
  mutating func numbered(
    _ label: Label?, kinds: [Numbered.Kind], ifCaptioned captioned: [Numbered.Kind?]
  ) -> Numbered? {
    if let label {
      checkKind(of: label, is: kinds)
      guard let kind = label.kind, kinds.contains(kind) else { return nil }
      return Numbered(kind: kind, number: "", anchor: label.name)
    }
    return captioned.compactMap { $0 }.first.map {
      Numbered(kind: $0, number: "", anchor: "", isLabelled: false)
    }
  }
}
