import CCMark

/// A tree that libcmark made from a text; it lives as long as this value.
final class MarkdownTree {
  private let document: OpaquePointer?

  /// Parses `bytes`; whatever they are, there is a tree.
  init(_ bytes: [UInt8]) {
    document = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
  }

  deinit {
    if let document { cmark_node_free(document) }
  }

  /// Calls `body` with the document's node, which is valid during the call only.
  func withRoot<Result>(_ body: (MarkdownNode) -> Result) -> Result? {
    withExtendedLifetime(self) { document.map { body(MarkdownNode(pointer: $0)) } }
  }
}

/// A node of libcmark's tree.
struct MarkdownNode {
  fileprivate let pointer: OpaquePointer

  /// The kinds of node that libcmark makes without extensions.
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case other
  }

  /// What the node is.
  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_DOCUMENT: .document
    default: .other
    }
  }

  /// The children, first to last.
  var children: Children { Children(current: cmark_node_first_child(pointer)) }

  /// A node's children as a sequence.
  struct Children: Sequence, IteratorProtocol {
    fileprivate var current: OpaquePointer?

    mutating func next() -> MarkdownNode? {
      guard let pointer = current else { return nil }
      current = cmark_node_next(pointer)
      return MarkdownNode(pointer: pointer)
    }
  }

  /// Whether the node has no children.
  var isEmpty: Bool { cmark_node_first_child(pointer) == nil }

  /// The first line, counted from 1 in the parsed text.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// The last line.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// The column of the first byte, counted from 1.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  /// The text of a node that is text, code or HTML.
  var literal: String { string(cmark_node_get_literal(pointer)) }
  /// The words after a code block's opening fence, unescaped; empty for an indented block.
  var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }
  /// Where a link leads or an image lies.
  var destination: String { string(cmark_node_get_url(pointer)) }
  /// The title of a link or an image.
  var title: String { string(cmark_node_get_title(pointer)) }
  /// 1 to 6.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// Whether a list's paragraphs stand without space between them.
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  /// The first number of an ordered list; nil for a bulleted one.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }
  /// Whether an ordered list's numbers are followed by a parenthesis.
  var hasParentheses: Bool { cmark_node_get_list_delim(pointer) == CMARK_PAREN_DELIM }

  /// Appends the node's literal to `bytes` as it is.
  func appendLiteral(to bytes: inout [UInt8]) {
    guard let literal = cmark_node_get_literal(pointer) else { return }
    let count = strlen(literal)
    literal.withMemoryRebound(to: UInt8.self, capacity: count) {
      bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// All text below the node, without recursion, for trees too deep to be read.
  var plainText: String {
    guard let iterator = cmark_iter_new(pointer) else { return "" }
    defer { cmark_iter_free(iterator) }
    var bytes: [UInt8] = []
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      guard cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER else { continue }
      MarkdownNode(pointer: cmark_iter_get_node(iterator)).appendLiteral(to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}

/// The version of the libcmark that is linked, such as `0.30.2`.
public var markdownLibraryVersion: String { String(cString: cmark_version_string()) }
