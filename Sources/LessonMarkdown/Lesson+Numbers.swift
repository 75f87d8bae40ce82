import CourseModel

extension Lesson {
  /// Numbers what has a caption or a label, by kind and in order; answers what the labels lead to.
  ///
  /// The second figure of lesson 4 is `4.2`; a lesson without a number counts `1`, `2`, …
  mutating func number() -> [LabelTarget] {
    var numbering = Numbering(lesson: self)
    numbering.number(&blocks)
    for index in footnotes.indices { numbering.number(&footnotes[index].blocks) }
    cells = numbering.cells
    return numbering.targets
  }
}

/// The numbers given so far.
private struct Numbering {
  var cells: [Cell]
  var targets: [LabelTarget] = []
  private var counts: [Numbered.Kind: Int] = [:]
  private var sections: [Int] = []
  private let order: Int
  private let id: String
  private let path: String

  init(lesson: Lesson) {
    cells = lesson.cells
    order = lesson.order
    id = lesson.id
    path = lesson.file.path
  }

  mutating func number(_ blocks: inout [Block]) {
    for index in blocks.indices { number(&blocks[index]) }
  }

  @inline(never)
  private mutating func number(_ block: inout Block) {
    switch block.content {
    case .heading(let heading): number(heading, &block)
    case .blockQuote(var blocks):
      block.content = .thematicBreak  // The blocks then have one owner and are changed in place.
      number(&blocks)
      block.content = .blockQuote(blocks)
    case .list(var list):
      block.content = .thematicBreak
      for index in list.items.indices { number(&list.items[index]) }
      block.content = .list(list)
    case .callout(var callout):
      block.content = .thematicBreak
      number(&callout.content)
      block.content = .callout(callout)
    default: numberLeaf(&block)
    }
  }

  private mutating func numberLeaf(_ block: inout Block) {
    switch block.content {
    case .cell(let index):
      var cell = cells[index]
      number(&cell.numbered, cell.caption, at: block.position)
      cells[index] = cell
    case .table(var table) where table.numbered != nil:
      number(&table.numbered, table.caption.plainText, at: block.position)
      block.content = .table(table)
    case .math(var math) where math.numbered != nil:
      number(&math.numbered, "", at: block.position)
      block.content = .math(math)
    case .diagram(var diagram) where diagram.numbered != nil:
      number(&diagram.numbered, diagram.caption, at: block.position)
      block.content = .diagram(diagram)
    case .quiz(var quiz):
      number(&quiz.numbered, quiz.question.plainText, at: block.position)
      block.content = .quiz(quiz)
    default: break
    }
  }

  private mutating func number(_ numbered: inout Numbered?, _ title: String, at position: Position) {
    guard var thing = numbered else { return }
    let count = counts[thing.kind, default: 0] + 1
    counts[thing.kind] = count
    thing.number = order > 0 ? "\(order).\(count)" : "\(count)"
    if !thing.isLabelled { thing.anchor = "\(thing.kind.rawValue)-\(thing.number.replacingPoints)" }
    numbered = thing
    guard thing.isLabelled else { return }
    targets.append(LabelTarget(numbered: thing, lesson: id, title: title, path: path, position: position))
  }

  private mutating func number(_ heading: Heading, _ block: inout Block) {
    number(heading, at: block.position)
    guard heading.isExercise else { return }
    var numbered = Optional(Numbered(kind: .exercise, number: "", anchor: heading.anchor))
    number(&numbered, heading.content.plainText, at: block.position)
    block.content = .heading(heading.numberedExercise(numbered?.number ?? ""))
  }

  /// Sections are counted level by level: the third heading of level 2 in lesson 4 is `4.3`.
  private mutating func number(_ heading: Heading, at position: Position) {
    let depth = heading.level - 1
    guard depth > 0 else { return }
    while sections.count < depth { sections.append(0) }
    sections.removeSubrange(depth...)
    sections[depth - 1] += 1
    guard heading.isLabelled, Label.kind(of: heading.anchor) == .section else { return }
    let parts = (order > 0 ? [order] : []) + sections
    let number = parts.map(String.init).joined(separator: ".")
    let numbered = Numbered(kind: .section, number: number, anchor: heading.anchor)
    targets.append(
      LabelTarget(
        numbered: numbered, lesson: id, title: heading.content.plainText, path: path, position: position))
  }
}

extension String {
  fileprivate var replacingPoints: String { String(map { $0 == "." ? "-" : $0 }) }
}

extension Cell {
  /// The words under the figure, table or listing that the block shows.
  fileprivate var caption: String {
    options.figureCaption ?? options.tableCaption ?? options.listingCaption ?? ""
  }
}
