/// Where libcmark found the blocks of a text.
struct BlockMap {
  /// A block whose content is text: a paragraph or a heading.
  struct Leaf {
    /// The first line of the text.
    var startLine: Int
    /// The last line, which for a heading may be the one that underlines it.
    var endLine: Int
    /// The column of the first byte.
    var startColumn: Int
    /// How many block quotes it stands in.
    var quotes: Int
    /// Whether libcmark took it for a heading.
    var isHeading: Bool
  }

  /// The paragraphs and headings, top to bottom.
  private(set) var leaves: [Leaf] = []
  /// The lines of code and HTML blocks, in ascending order.
  private(set) var verbatimLines: [ClosedRange<Int>] = []

  /// Parses `bytes` and notes where the blocks are.
  init(of bytes: [UInt8]) {
    var map = Self()
    MarkdownTree(bytes).withRoot { map.collect($0, quotes: 0, depth: 0) }
    self = map
  }

  private init() {}

  private mutating func collect(_ parent: MarkdownNode, quotes: Int, depth: Int) {
    guard depth < TreeBuilder.depthLimit else { return }
    for node in parent.children {
      switch node.kind {
      case .paragraph, .heading: leaves.append(leaf(node, quotes: quotes))
      case .codeBlock, .htmlBlock: verbatimLines.append(node.startLine...max(node.startLine, node.endLine))
      case .blockQuote: collect(node, quotes: quotes + 1, depth: depth + 1)
      case .list, .item: collect(node, quotes: quotes, depth: depth + 1)
      default: break
      }
    }
  }

  private func leaf(_ node: MarkdownNode, quotes: Int) -> Leaf {
    Leaf(
      startLine: node.startLine, endLine: max(node.startLine, node.endLine), startColumn: node.startColumn,
      quotes: quotes, isHeading: node.kind == .heading)
  }

  /// Whether line `number` belongs to a code or HTML block.
  func isVerbatim(_ number: Int) -> Bool {
    var low = 0
    var high = verbatimLines.count
    while low < high {
      let middle = (low + high) / 2
      if verbatimLines[middle].upperBound < number { low = middle + 1 } else { high = middle }
    }
    return low < verbatimLines.count && verbatimLines[low].contains(number)
  }
}
