import CourseModel

extension LessonRenderer {
  /// The headings of the second and third level, for the outline beside the text.
  var outline: [OutlineEntry] {
    lesson.blocks.compactMap { block in
      guard case .heading(let heading) = block.content, heading.level <= 3 else { return nil }
      var title = Body(lesson, extensions: LessonExtensions(renderer: self))
      title.write(heading.content.flatMap(\.withoutLinks))
      return OutlineEntry(level: max(2, heading.level), anchor: heading.anchor, title: title.html.bytes)
    }
  }

  /// What the reader can do afterwards, as HTML.
  var objectives: [[UInt8]] {
    lesson.frontMatter.objectives.map { caption($0, at: Position(line: 1)) }
  }

  /// The lesson's words by section, for the search.
  var sections: [SearchSection] {
    var sections = [SearchSection(anchor: "", title: "", text: lesson.frontMatter.description ?? "")]
    for block in lesson.blocks {
      if case .heading(let heading) = block.content, heading.level <= 3 {
        sections.append(SearchSection(anchor: heading.anchor, title: plainText(heading.content), text: ""))
      } else {
        block.forEachBlock { append($0, to: &sections[sections.count - 1].text) }
      }
    }
    return sections.filter { !$0.text.isEmpty || !$0.title.isEmpty }
  }

  private func append(_ block: Block, to text: inout String) {
    let words: String
    switch block.content {
    case .codeBlock(_, let code): words = code
    case .math(let math): words = math.tex
    case .cell(let index): words = self.words(ofCell: index)
    case .table(let table):
      words = ((table.header + table.rows.joined()).map(plainText) + [plainText(table.caption)]).joined(
        separator: " ")
    case .diagram(let diagram): words = diagram.caption
    default: words = plainText(block.inlines)
    }
    let line = words.collapsingSpace
    if !line.isEmpty { text += text.isEmpty ? line : " " + line }
  }

  private func words(ofCell index: Int) -> String {
    let shown = shownCell(index)
    let captions = [shown.listingCaption, shown.figureCaption, shown.tableCaption].compactMap { $0 }
    return (captions + (shown.showsCode ? [shown.origin.source] : [])).joined(separator: " ")
  }

  /// The words of a line with its computed numbers.
  func plainText(_ inlines: [Inline]) -> String {
    let text = PlainText(
      value: { self.value($0) ?? "" }, name: { self.destination(of: $0)?.text ?? "" },
      citation: { keys in
        let works = keys.map(self.shortCitation).joined(separator: "; ")
        return self.words.parentheses.open + works + self.words.parentheses.close
      })
    return text.of(inlines)
  }

  private func shortCitation(of key: String) -> String {
    context.work(key).map(Bibliography(words: words).short) ?? key
  }
}

extension Inline {
  /// The same text as it may stand inside a link: without links, notes and citations.
  fileprivate var withoutLinks: [Inline] {
    switch self {
    case .link(let link): link.content.flatMap(\.withoutLinks)
    case .reference(let reference): reference.content.flatMap(\.withoutLinks)
    case .emphasis(let content): [.emphasis(content.flatMap(\.withoutLinks))]
    case .strong(let content): [.strong(content.flatMap(\.withoutLinks))]
    case .footnoteReference, .citation, .image: []
    default: [self]
    }
  }
}
