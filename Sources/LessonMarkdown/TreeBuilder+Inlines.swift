import CourseModel

extension TreeBuilder {
  /// The pieces of text below `parent`.
  mutating func inlines(of parent: MarkdownNode, depth: Int) -> [Inline] {
    guard depth < Self.depthLimit else { return [.text(restored(parent.plainText))] }
    var pieces: [Inline] = []
    var fillers = 0
    for node in parent.children {
      if node.kind == .text {
        node.appendLiteral(to: &pending)
        if fillers > 0 { pending.removeFirst(min(fillers, pending.count)) }
        fillers = 0
      } else {
        flushText(to: &pieces)
        if node.kind == .softBreak, let count = masks.passLine() {
          fillers = count
        } else {
          appendInline(node, depth: depth, to: &pieces)
        }
      }
    }
    flushText(to: &pieces)
    return pieces
  }

  private mutating func appendInline(_ node: MarkdownNode, depth: Int, to pieces: inout [Inline]) {
    switch node.kind {
    case .softBreak: pieces.append(.softBreak)
    case .lineBreak: pieces.append(.lineBreak)
    case .code: pieces.append(.code(restored(node.literal)))
    case .htmlInline: appendHTML(node, to: &pieces)
    case .emphasis: pieces.append(.emphasis(nested(node, depth: depth)))
    case .strong: pieces.append(.strong(nested(node, depth: depth)))
    case .link: pieces.append(link(node, depth: depth))
    case .image: pieces.append(image(node, depth: depth))
    default: break
    }
  }

  private mutating func nested(_ node: MarkdownNode, depth: Int) -> [Inline] {
    let couldSplit = canSplit
    canSplit = false
    defer { canSplit = couldSplit }
    return inlines(of: node, depth: depth + 1)
  }

  private mutating func appendHTML(_ node: MarkdownNode, to pieces: inout [Inline]) {
    let markup = restored(node.literal)
    let position = position(ofInline: node)
    guard settings.allowsRawHTML else { return reportHTML(markup, at: position) }
    if accepts(markup, at: position) { pieces.append(.html(markup)) }
  }

  private mutating func link(_ node: MarkdownNode, depth: Int) -> Inline {
    let written = restored(node.destination)
    let title = restored(node.title)
    let content = nested(node, depth: depth)
    let position = position(ofInline: node, breaks: content.breakCount)
    let destination = safe(written, as: .link, at: position)
    if destination.hasPrefix("#"), title.isEmpty {
      let label = String(destination.dropFirst())
      if content.isEmpty || Label.kind(of: label) != nil {
        return .reference(Reference(label: label, content: content, position: position))
      }
    }
    return .link(Link(destination: destination, title: title, content: content, position: position))
  }

  private mutating func image(_ node: MarkdownNode, depth: Int) -> Inline {
    let written = restored(node.destination)
    let title = restored(node.title)
    let content = nested(node, depth: depth)
    let position = position(ofInline: node, breaks: content.breakCount)
    let source = safe(written, as: .picture, at: position)
    return .image(Image(source: source, title: title, content: content, position: position))
  }

  /// `address`, or nothing where it may not stand on a page.
  private mutating func safe(_ address: String, as use: Address.Use, at position: Position) -> String {
    if settings.isPlainMarkdown || address.hasPrefix(LinkTarget.activationScheme) && use == .link {
      return address
    }
    return log.address(address, as: use, at: position) ?? ""
  }

  /// Ends the piece of text under construction and uncovers what is masked in it.
  private mutating func flushText(to pieces: inout [Inline]) {
    guard !pending.isEmpty else { return }
    if masks.isEmpty {
      pieces.append(.text(String(decoding: pending, as: UTF8.self)))
      pending.removeAll(keepingCapacity: true)
    } else {
      uncoverText(to: &pieces)
    }
  }

  private mutating func uncoverText(to pieces: inout [Inline]) {
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    var start = 0
    if masks.dropsFillers {
      while start < bytes.count, bytes[start] == Mask.filler || start > 0 && bytes[start] == 0x20 {
        start += 1
      }
      masks.dropsFillers = false
    }
    var end = start
    while end < bytes.count {
      guard let digit = Mask.digit(in: bytes, at: end), let mask = masks.take(digit) else {
        end += 1
        continue
      }
      if end > start { pieces.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
      append(mask, to: &pieces)
      end = min(bytes.count, end + mask.first.count)
      start = end
    }
    if end > start { pieces.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
  }

  private mutating func append(_ mask: Mask, to pieces: inout [Inline]) {
    switch mask.content {
    case .math(let tex): pieces.append(.math(tex, mask.position))
    case .value(let expression):
      inlineValues.append(
        InlineValue(expression: expression, position: mask.position, precedingCells: cells.count))
      pieces.append(.value(inlineValues.count - 1))
    case .footnoteReference(let name):
      let (index, mention) = footnotes.mention(name)
      pieces.append(.footnoteReference(index: index, mention: mention))
    case .citation(let keys): pieces.append(.citation(keys: keys, mask.position))
    case .displayMath(let tex, let label):
      if canSplit {
        splits.append((pieces.count, displayMath(tex, label, at: mask.position)))
      } else {
        pieces.append(.math(tex, mask.position))
      }
    case .table(let number): splits.append((pieces.count, table(number, at: mask.position)))
    }
  }
}

extension [Inline] {
  /// The line breaks in the text.
  fileprivate var breakCount: Int {
    reduce(0) { count, piece in
      switch piece {
      case .softBreak, .lineBreak: count + 1
      case .emphasis(let content), .strong(let content): count + content.breakCount
      case .image(let image): count + image.content.breakCount
      default: count
      }
    }
  }
}
