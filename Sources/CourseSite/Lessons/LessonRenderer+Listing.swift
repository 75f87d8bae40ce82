import CourseModel
import Figures

/// A numbered figure or table, as the list of figures shows it.
struct ListedFigure: Sendable, Hashable {
  /// How it is called in a sentence: "Figure 2.1".
  var name: String
  /// Its place on the lesson's page.
  var anchor: String
  /// Its caption as HTML.
  var caption: [UInt8]
}

extension LessonRenderer {
  /// The numbered figures and tables in the order of the text.
  var listedFigures: [ListedFigure] {
    var listed: [ListedFigure] = []
    for block in lesson.blocks { block.forEachBlock { add($0, to: &listed) } }
    return listed
  }

  private func add(_ block: Block, to listed: inout [ListedFigure]) {
    switch block.content {
    case .cell(let index):
      let shown = shownCell(index)
      guard shown.isVisible, let numbered = shown.cell.numbered else { return }
      let text = numbered.kind == .table ? shown.tableCaption : shown.figureCaption
      append(numbered, caption(text ?? "", at: shown.cell.position), to: &listed)
    case .table(let table):
      guard let numbered = table.numbered else { return }
      append(numbered, caption(plainText(table.caption), at: block.position), to: &listed)
    case .diagram(let diagram):
      guard let numbered = diagram.numbered else { return }
      append(numbered, caption(diagram.caption, at: block.position), to: &listed)
    default: break
    }
  }

  private func append(_ numbered: Numbered, _ caption: [UInt8], to listed: inout [ListedFigure]) {
    guard numbered.kind == .figure || numbered.kind == .table else { return }
    listed.append(ListedFigure(name: words.name(of: numbered), anchor: numbered.anchor, caption: caption))
  }

  /// How much the lesson gives to read: its prose, and the code that its page shows.
  var readingLoad: ReadingLoad {
    var load = ReadingLoad()
    for block in lesson.blocks { block.forEachBlock { add($0, to: &load) } }
    return load
  }

  private func add(_ block: Block, to load: inout ReadingLoad) {
    switch block.content {
    case .codeBlock(_, let code): load.add(code: code)
    case .cell(let index):
      let shown = shownCell(index)
      if shown.showsCode { load.add(code: shown.origin.source) }
      load.add(prose: shown.figureCaption ?? shown.tableCaption ?? "")
    case .table(let table):
      for cell in table.header + table.rows.joined() { load.add(prose: plainText(cell)) }
    case .math, .diagram: break
    default: load.add(prose: plainText(block.inlines))
    }
  }

  /// How many drawings the lesson's own blocks showed.
  var drawingCount: Int {
    lesson.cells.indices.reduce(0) { count, index in
      let shown = shownCell(index)
      if case .use = shown.cell.kind { return count }
      return count + (shown.isSetup ? 0 : shown.outcome.outputs.reduce(0) { $0 + $1.drawingCount })
    }
  }
}

extension CellOutput {
  fileprivate var drawingCount: Int {
    if case .figure(let figure) = self { figure.drawingCount } else { 0 }
  }
}

extension Figure {
  /// How many drawings it is or holds.
  fileprivate var drawingCount: Int {
    switch self {
    case .plot, .smallMultiples, .imageGrid, .diagram: 1
    case .group(let figures): figures.reduce(0) { $0 + $1.drawingCount }
    case .check(let check): check.figures.reduce(0) { $0 + $1.drawingCount }
    case .text, .table: 0
    }
  }
}
