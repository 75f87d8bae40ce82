import CourseModel

extension TreeBuilder {
  /// The pieces of text below `parent`.
  mutating func inlines(of parent: MarkdownNode, depth: Int) -> [Inline] {
    guard depth < Self.depthLimit else { return [.text(parent.plainText)] }
    var pieces: [Inline] = []
    for node in parent.children {
      if node.kind == .text {
        node.appendLiteral(to: &pending)
      } else {
        flushText(to: &pieces)
        appendInline(node, depth: depth, to: &pieces)
      }
    }
    flushText(to: &pieces)
    return pieces
  }

  private mutating func appendInline(_ node: MarkdownNode, depth: Int, to pieces: inout [Inline]) {
    switch node.kind {
    case .softBreak: pieces.append(.softBreak)
    case .lineBreak: pieces.append(.lineBreak)
    case .code: pieces.append(.code(node.literal))
    case .htmlInline: pieces.append(.html(node.literal))
    case .emphasis: pieces.append(.emphasis(inlines(of: node, depth: depth + 1)))
    case .strong: pieces.append(.strong(inlines(of: node, depth: depth + 1)))
    case .link: pieces.append(.link(link(node, depth: depth)))
    case .image: pieces.append(.image(image(node, depth: depth)))
    default: break
    }
  }

  private mutating func flushText(to pieces: inout [Inline]) {
    guard !pending.isEmpty else { return }
    pieces.append(.text(String(decoding: pending, as: UTF8.self)))
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func link(_ node: MarkdownNode, depth: Int) -> Link {
    Link(
      destination: node.destination, title: node.title, content: inlines(of: node, depth: depth + 1),
      position: text.position(of: node))
  }

  private mutating func image(_ node: MarkdownNode, depth: Int) -> Image {
    Image(
      source: node.destination, title: node.title, content: inlines(of: node, depth: depth + 1),
      position: text.position(of: node))
  }
}
