extension Lesson {
  /// Calls `visit` with every block, those inside others after the one that holds them, the footnotes' last.
  public func forEachBlock(_ visit: (Block) -> Void) {
    for block in blocks { block.forEachBlock(visit) }
    for footnote in footnotes { for block in footnote.blocks { block.forEachBlock(visit) } }
  }

  /// Calls `visit` with every piece of text, those inside others after the one that holds them.
  public func forEachInline(_ visit: (Inline) -> Void) {
    forEachBlock { block in
      for inline in block.inlines { inline.forEachInline(visit) }
    }
  }
}

extension Block {
  /// Calls `visit` with this block and every one inside it.
  public func forEachBlock(_ visit: (Block) -> Void) {
    visit(self)
    switch content {
    case .blockQuote(let blocks): for block in blocks { block.forEachBlock(visit) }
    case .list(let list): for item in list.items { for block in item { block.forEachBlock(visit) } }
    case .callout(let callout): for block in callout.content { block.forEachBlock(visit) }
    default: break
    }
  }

  /// The text that is this block's own, not another block's inside it; a table's row by row, its caption last.
  public var inlines: [Inline] {
    switch content {
    case .paragraph(let inlines): inlines
    case .heading(let heading): heading.content
    case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap { $0 } + table.caption
    case .callout(let callout): callout.title
    case .claims(let judgements): judgements.flatMap(\.fact)
    case .quiz(let quiz): quiz.inlines
    default: []
    }
  }
}

extension Inline {
  /// Calls `visit` with this piece and every one inside it.
  public func forEachInline(_ visit: (Inline) -> Void) {
    visit(self)
    for inline in inlines { inline.forEachInline(visit) }
  }

  /// The pieces that stand inside it.
  public var inlines: [Inline] {
    switch self {
    case .emphasis(let inlines), .strong(let inlines): inlines
    case .term(_, let content): content
    case .link(let link): link.content
    case .image(let image): image.content
    case .reference(let reference): reference.content
    default: []
    }
  }
}
