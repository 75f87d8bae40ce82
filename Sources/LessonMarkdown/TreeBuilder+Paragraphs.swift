import CourseModel

extension TreeBuilder {
  /// Adds a paragraph, or the paragraphs, formulas and tables that one of libcmark's paragraphs holds.
  mutating func appendParagraph(_ node: MarkdownNode, depth: Int, to blocks: inout [Block]) {
    enterLeaf(node)
    canSplit = true
    let content = inlines(of: node, depth: depth)
    canSplit = false
    let position = prepared.position(of: node)
    if !splits.isEmpty { return appendParts(content, at: position, to: &blocks) }
    if !appendCaption(content, to: &blocks) { blocks.append(Block(.paragraph(content), at: position)) }
  }

  /// Adds a heading, or the table that a line of hyphens below it made libcmark take for one.
  mutating func appendHeading(_ node: MarkdownNode, depth: Int, to blocks: inout [Block]) {
    enterLeaf(node)
    canSplit = !prepared.tables.isEmpty
    let content = inlines(of: node, depth: depth)
    canSplit = false
    let position = prepared.position(of: node)
    if splits.contains(where: { $0.block.isTable }) {
      appendParts(content, at: position, to: &blocks)
      blocks.append(Block(.thematicBreak, at: position))
    } else {
      blocks.append(
        Block(.heading(heading(node.headingLevel, withFormulas(content), at: position)), at: position))
    }
  }

  private mutating func heading(_ level: Int, _ content: [Inline], at position: Position) -> Heading {
    var content = content
    guard let label = Label.take(fromEndOf: &content) else {
      return Heading(level: level, content: content, anchor: anchors.anchor(for: content))
    }
    anchors.reserve(label)
    return Heading(level: level, content: content, anchor: label, isLabelled: true)
  }

  /// Display formulas in a heading are put back into its text.
  private mutating func withFormulas(_ content: [Inline]) -> [Inline] {
    var content = content
    for (index, block) in splits.reversed() {
      if case .math(let math) = block.content { content.insert(.math(math.tex, math.position), at: index) }
    }
    splits = []
    return content
  }

  /// Cuts `content` where formulas and tables stand in it.
  private mutating func appendParts(_ content: [Inline], at position: Position, to blocks: inout [Block]) {
    var start = 0
    var place = position
    for (index, block) in splits {
      appendPart(content[start..<index], at: place, to: &blocks)
      blocks.append(block)
      start = index
      place = block.position
    }
    splits = []
    appendPart(content[start...], at: place, to: &blocks)
  }

  private func appendPart(_ part: ArraySlice<Inline>, at position: Position, to blocks: inout [Block]) {
    var part = part
    while let last = part.last, last.isBlank { part.removeLast() }
    while let first = part.first, first.isBlank { part.removeFirst() }
    guard !part.isEmpty else { return }
    part[part.endIndex - 1].trim(atEnd: true)
    part[part.startIndex].trim(atEnd: false)
    blocks.append(Block(.paragraph(Array(part)), at: position))
  }

  /// A formula on lines of its own.
  mutating func displayMath(_ tex: String, _ label: Label?, at position: Position) -> Block {
    if let label { checkKind(of: label, is: [.equation]) }
    let numbered = label.map { Numbered(kind: .equation, number: "", anchor: $0.name) }
    return Block(.math(DisplayMath(tex: tex, position: position, numbered: numbered)), at: position)
  }

  /// Reports a label whose prefix does not say what it names.
  mutating func checkKind(of label: Label, is kinds: [Numbered.Kind]) {
    guard label.kind.map({ !kinds.contains($0) }) ?? true else { return }
    let prefixes = kinds.map { "'\($0.rawValue)-'" }.joined(separator: " or ")
    log.error(
      "label-kind", at: label.position, length: label.name.utf8.count,
      "the label '\(label.name)' must begin with \(prefixes)",
      help: "write '\(kinds.first?.rawValue ?? "")-\(label.name)'")
  }
}

extension Block {
  /// Whether this is a table of text.
  var isTable: Bool {
    if case .table = content { return true }
    return false
  }
}

extension Inline {
  /// Whether nothing is to be seen: a line break, or text that is nothing but white space.
  fileprivate var isBlank: Bool {
    switch self {
    case .softBreak, .lineBreak: true
    case .text(let text): text.utf8.allSatisfy(\.isSpace)
    default: false
    }
  }

  /// Removes the white space at one end of text.
  fileprivate mutating func trim(atEnd: Bool) {
    guard case .text(var text) = self else { return }
    if atEnd {
      while text.utf8.last?.isSpace == true { text.removeLast() }
    } else {
      while text.utf8.first?.isSpace == true { text.removeFirst() }
    }
    self = .text(text)
  }
}
