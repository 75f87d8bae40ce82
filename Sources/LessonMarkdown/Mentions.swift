import CourseModel

/// What a lesson's sentences mention: labels, works, links, images.
struct Mentions {
  private(set) var references: [Reference] = []
  private(set) var citations: [(keys: [String], position: Position)] = []
  private(set) var links: [Link] = []
  /// The anchors that headings and numbered things have on the page.
  private(set) var anchors: Set<String> = []

  /// The mentions of `lesson`.
  init(in lesson: Lesson) {
    add(lesson.blocks)
    for note in lesson.footnotes { add(note.blocks) }
    for cell in lesson.cells { if let anchor = cell.numbered?.anchor { anchors.insert(anchor) } }
    for cell in lesson.cells { if let id = cell.id { anchors.insert(id) } }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block.content {
    case .paragraph(let content): add(content)
    case .heading(let heading):
      anchors.insert(heading.anchor)
      add(heading.content)
    case .blockQuote(let blocks): add(blocks)
    case .list(let list): for item in list.items { add(item) }
    case .callout(let callout):
      add(callout.title)
      add(callout.content)
    case .table(let table): add(table)
    case .math(let math): if let anchor = math.numbered?.anchor { anchors.insert(anchor) }
    case .diagram(let diagram): if let anchor = diagram.numbered?.anchor { anchors.insert(anchor) }
    case .thematicBreak, .codeBlock, .html, .cell: break
    }
  }

  private mutating func add(_ table: TextTable) {
    if let anchor = table.numbered?.anchor { anchors.insert(anchor) }
    add(table.caption)
    for cell in table.header { add(cell) }
    for row in table.rows { for cell in row { add(cell) } }
  }

  private mutating func add(_ content: [Inline]) {
    for piece in content {
      switch piece {
      case .emphasis(let content), .strong(let content): add(content)
      case .link(let link):
        links.append(link)
        add(link.content)
      case .image(let image): add(image.content)
      case .reference(let reference):
        references.append(reference)
        add(reference.content)
      case .citation(let keys, let position): citations.append((keys, position))
      default: break
      }
    }
  }
}
