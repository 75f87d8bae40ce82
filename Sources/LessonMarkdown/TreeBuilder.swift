import CourseModel

/// Makes a lesson's blocks out of libcmark's nodes, one pass over the tree.
struct TreeBuilder {
  /// Containers within containers beyond this depth are read as plain text, so that no text exhausts the stack.
  static let depthLimit = 200

  /// The text that was parsed, and what stands where in the file.
  let text: PreparedText
  /// What the author allows.
  let settings: LessonSettings
  /// The problems so far.
  var log: DiagnosticLog
  /// The bytes of the text piece under construction.
  var pending: [UInt8] = []
  /// The anchors given so far.
  var anchors = AnchorSet()

  /// The blocks below `parent`.
  mutating func blocks(of parent: MarkdownNode, depth: Int = 0) -> [Block] {
    guard depth < Self.depthLimit else { return flattenedBlocks(of: parent) }
    var blocks: [Block] = []
    for node in parent.children { appendBlock(node, depth: depth, to: &blocks) }
    return blocks
  }

  private mutating func appendBlock(_ node: MarkdownNode, depth: Int, to blocks: inout [Block]) {
    let position = text.position(of: node)
    switch node.kind {
    case .paragraph: blocks.append(Block(.paragraph(inlines(of: node, depth: depth)), at: position))
    case .heading: blocks.append(Block(.heading(heading(node, depth: depth)), at: position))
    case .thematicBreak: blocks.append(Block(.thematicBreak, at: position))
    case .blockQuote:
      blocks.append(Block(.blockQuote(self.blocks(of: node, depth: depth + 1)), at: position))
    case .list: blocks.append(Block(.list(list(node, depth: depth)), at: position))
    case .codeBlock:
      blocks.append(Block(.codeBlock(info: node.fenceInfo, text: node.literal), at: position))
    case .htmlBlock: blocks.append(Block(.html(node.literal), at: position))
    default: break
    }
  }

  private mutating func heading(_ node: MarkdownNode, depth: Int) -> Heading {
    let content = inlines(of: node, depth: depth)
    return Heading(level: node.headingLevel, content: content, anchor: anchors.anchor(for: content))
  }

  private mutating func list(_ node: MarkdownNode, depth: Int) -> List {
    let items = node.children.map { blocks(of: $0, depth: depth + 1) }
    return List(start: node.listStart, isTight: node.isTight, items: items)
  }

  private mutating func flattenedBlocks(of parent: MarkdownNode) -> [Block] {
    let position = text.position(of: parent)
    log.error(
      "nesting-too-deep", at: position, "containers are nested more than \(Self.depthLimit) deep",
      help: "write this with fewer levels of quotes and lists")
    let words = parent.plainText
    return words.isEmpty ? [] : [Block(.paragraph([.text(words)]), at: position)]
  }
}
