import CourseModel

extension TreeBuilder {
  /// A block quote, or the remark that its first line makes of it.
  mutating func quote(_ node: MarkdownNode, depth: Int) -> Block {
    let position = prepared.position(of: node)
    let head = calloutHead(of: node)
    leaf.quotes += 1
    var content = blocks(of: node, depth: depth + 1)
    leaf.quotes -= 1
    guard let head else { return Block(.blockQuote(content), at: position) }
    let title = head.takeTitle(from: &content)
    return Block(.callout(Callout(kind: head.kind, title: title, content: content)), at: position)
  }

  /// What the first line of a quote says it is.
  private mutating func calloutHead(of node: MarkdownNode) -> CalloutHead? {
    guard let first = node.children.makeFirst(), first.kind == .paragraph else { return nil }
    let line = prepared.text.line(prepared.line(of: first))
    let start = line.lowerBound + first.startColumn - 1
    guard start < line.upperBound else { return nil }
    let bytes = Array(prepared.text.bytes[start..<line.upperBound])
    if let head = CalloutHead(bracketed: bytes) ?? CalloutHead(aside: bytes) { return head }
    reportUnknownCallout(bytes, at: prepared.text.position(at: start))
    return nil
  }

  /// Names the kind that `[!KIND]` was probably meant to be; what is like none of them is text.
  private mutating func reportUnknownCallout(_ bytes: [UInt8], at position: Position) {
    guard bytes.starts(with: "[!".utf8), let end = bytes.firstIndex(of: UInt8(ascii: "]")), end < 20 else {
      return
    }
    let word = String(decoding: bytes[2..<end], as: UTF8.self)
    let kinds = Callout.Kind.allCases.map { $0.rawValue.uppercased() }
    guard let name = nearestName(to: word, among: kinds) else { return }
    log.error(
      "unknown-callout", at: Position(line: position.line, column: position.column + 2),
      length: word.utf8.count,
      "unknown kind of remark '\(word)'", help: "did you mean '[!\(name)]'?")
  }
}

/// The beginning of a remark: `[!NOTE]`, with a title or without, or `Note:`.
private struct CalloutHead {
  let kind: Callout.Kind
  /// The text that is not the remark's own: `[!NOTE]` or `Note:`.
  let marker: String
  let isBracketed: Bool

  /// `[!NOTE]`, as GitHub writes it.
  init?(bracketed bytes: [UInt8]) {
    guard bytes.starts(with: "[!".utf8), let end = bytes.firstIndex(of: UInt8(ascii: "]")), end < 20,
      end + 1 == bytes.count || bytes[end + 1].isBlank
    else { return nil }
    let word = String(decoding: bytes[2..<end], as: UTF8.self)
    guard let kind = Callout.Kind(rawValue: word.lowercased()) else { return nil }
    self.kind = kind
    marker = "[!\(word)]"
    isBracketed = true
  }

  /// `Note:`, as DocC writes it.
  init?(aside bytes: [UInt8]) {
    guard let end = bytes.prefix(20).firstIndex(of: UInt8(ascii: ":")),
      end + 1 == bytes.count || bytes[end + 1].isBlank
    else { return nil }
    let word = String(decoding: bytes[..<end], as: UTF8.self)
    guard let kind = Callout.Kind(rawValue: word.lowercased()), word.first?.isUppercase == true else {
      return nil
    }
    self.kind = kind
    marker = "\(word):"
    isBracketed = false
  }

  /// Removes the marker from the first paragraph; what follows `[!NOTE]` on its line is the title.
  func takeTitle(from blocks: inout [Block]) -> [Inline] {
    guard let first = blocks.first, case .paragraph(var content) = first.content,
      case .text(let text)? = content.first, text.hasPrefix(marker)
    else { return [] }
    let rest = text.dropFirst(marker.count).drop { $0 == " " || $0 == "\t" }
    content[0] = .text(String(rest))
    if rest.isEmpty { content.removeFirst() }
    var title: [Inline] = []
    if isBracketed {
      let end = content.firstIndex { $0 == .softBreak || $0 == .lineBreak } ?? content.count
      title = Array(content[..<end])
      content.removeSubrange(..<min(content.count, end + 1))
    }
    blocks[0].content = .paragraph(content)
    if content.isEmpty { blocks.removeFirst() }
    return title
  }
}

extension MarkdownNode.Children {
  /// The first child.
  fileprivate func makeFirst() -> MarkdownNode? {
    var children = self
    return children.next()
  }
}
