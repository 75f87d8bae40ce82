import CourseModel

/// Makes a lesson's blocks out of libcmark's nodes, one pass over the tree.
struct TreeBuilder {
  /// Containers within containers beyond this depth are read as plain text, so that no text exhausts the stack.
  static let depthLimit = 200

  /// The text that was parsed, and what was covered in it.
  let prepared: PreparedText
  /// What the author allows.
  let settings: LessonSettings
  /// The problems so far.
  var log: DiagnosticLog

  /// The lesson's evaluated blocks so far.
  var cells: [Cell] = []
  /// The expressions in sentences so far.
  var inlineValues: [InlineValue] = []
  /// The footnotes mentioned or defined so far.
  var footnotes = FootnoteList()
  /// The names given to cells so far.
  var cellNames: [String: Position] = [:]
  /// The anchors given to headings so far.
  var anchors = AnchorSet()

  /// The bytes of the text piece under construction.
  var pending: [UInt8] = []
  /// What uncovers the text.
  var masks: MaskReader
  /// The headings that hold the cells of tables.
  var tableCells: [MarkdownNode] = []
  /// Blocks found inside the paragraph that is being read, and before which of its pieces they stand.
  var splits: [(index: Int, block: Block)] = []
  /// Whether such blocks can be cut out of the text that is being read.
  var canSplit = false
  /// The text block that is being read.
  var leaf = CurrentLeaf()

  /// A builder for the tree of `prepared`.
  init(_ prepared: PreparedText, settings: LessonSettings, log: DiagnosticLog) {
    self.prepared = prepared
    self.settings = settings
    self.log = log
    masks = MaskReader(prepared.text)
  }

  /// The blocks of the document at `root`.
  mutating func document(_ root: MarkdownNode) -> [Block] {
    guard prepared.cellCount > 0 else { return blocks(of: root) }
    tableCells = Array(root.children.prefix(prepared.cellCount))
    return blocks(root.children.dropFirst(prepared.cellCount), depth: 0)
  }

  /// The blocks below `parent`.
  mutating func blocks(of parent: MarkdownNode, depth: Int = 0) -> [Block] {
    guard depth < Self.depthLimit else { return flattenedBlocks(of: parent) }
    return blocks(parent.children, depth: depth)
  }

  private mutating func blocks(_ nodes: some Sequence<MarkdownNode>, depth: Int) -> [Block] {
    var blocks: [Block] = []
    for node in nodes { appendBlock(node, depth: depth, to: &blocks) }
    return blocks
  }

  private mutating func appendBlock(_ node: MarkdownNode, depth: Int, to blocks: inout [Block]) {
    switch node.kind {
    case .paragraph: appendParagraph(node, depth: depth, to: &blocks)
    case .heading: appendHeading(node, depth: depth, to: &blocks)
    case .thematicBreak: blocks.append(Block(.thematicBreak, at: prepared.position(of: node)))
    case .blockQuote: blocks.append(quote(node, depth: depth))
    case .list: appendList(node, depth: depth, to: &blocks)
    case .codeBlock: appendCodeBlock(node, to: &blocks)
    case .htmlBlock: appendHTML(node, to: &blocks)
    default: break
    }
  }

  private mutating func appendList(_ node: MarkdownNode, depth: Int, to blocks: inout [Block]) {
    var items: [[Block]] = []
    for item in node.children {
      if let name = prepared.footnoteNames[prepared.line(of: item)], node.hasParentheses {
        masks.dropsFillers = true
        let note = self.blocks(of: item, depth: depth + 1)
        masks.dropsFillers = false
        footnotes.define(name, as: note)
      } else {
        items.append(self.blocks(of: item, depth: depth + 1))
      }
    }
    guard !items.isEmpty else { return }
    let list = List(start: node.listStart, isTight: node.isTight, items: items)
    blocks.append(Block(.list(list), at: prepared.position(of: node)))
  }

  private mutating func appendHTML(_ node: MarkdownNode, to blocks: inout [Block]) {
    let position = prepared.position(of: node)
    let markup = restored(node.literal)
    guard settings.allowsRawHTML else { return reportHTML(markup, at: position) }
    guard accepts(markup, at: position) else { return }
    blocks.append(Block(.html(markup), at: position))
  }

  /// Says that HTML was left out; comments are left out silently.
  mutating func reportHTML(_ markup: String, at position: Position) {
    guard !markup.hasPrefix("<!--") else { return }
    let length = markup.utf8.firstIndex { $0 == 0x0A }.map {
      markup.utf8.distance(from: markup.startIndex, to: $0)
    }
    log.warning(
      "raw-html", at: position, length: length ?? markup.utf8.count, "raw HTML is left out of the page",
      help: "write it as Markdown, or set 'raw_html: true' in course.yml")
  }

  private mutating func flattenedBlocks(of parent: MarkdownNode) -> [Block] {
    let position = prepared.position(of: parent)
    log.error(
      "nesting-too-deep", at: position, "containers are nested more than \(Self.depthLimit) deep",
      help: "write this with fewer levels of quotes and lists")
    let words = parent.plainText
    return words.isEmpty ? [] : [Block(.paragraph([.text(restored(words))]), at: position)]
  }
}
