import CourseModel

extension TreeBuilder {
  /// The table of that number, its cells read.
  mutating func table(_ number: Int, at position: Position) -> Block {
    let source = prepared.tables[number]
    let textMasks = masks
    let textLeaf = leaf
    let couldSplit = canSplit
    canSplit = false
    masks = MaskReader(source)
    var next = prepared.firstCells[number]
    let rows = source.rows.map { row in
      row.map { cell in
        defer { next += 1 }
        return content(of: cell, next)
      }
    }
    (masks, leaf, canSplit) = (textMasks, textLeaf, couldSplit)
    let table = TextTable(
      alignments: source.alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    return Block(.table(table), at: position)
  }

  @inline(never)
  private mutating func content(of cell: TableCell, _ index: Int) -> [Inline] {
    guard index < tableCells.count else { return [] }
    masks.enter(cell)
    leaf.cell = prepared.text.position(at: cell.runs.first?.origin ?? 0)
    return inlines(of: tableCells[index], depth: 1)
  }

  /// Takes `: Caption {#tbl-label}` for the table above it; answers whether it was one.
  mutating func appendCaption(_ content: [Inline], to blocks: inout [Block]) -> Bool {
    guard let last = blocks.indices.last, case .table(var table) = blocks[last].content,
      table.caption.isEmpty, table.numbered == nil, case .text(let text)? = content.first,
      text.hasPrefix(": ")
    else { return false }
    var caption = content
    caption[0] = .text(String(text.dropFirst(2)))
    let name = Label.take(fromEndOf: &caption)
    if let name { checkKind(of: Label(name: name, position: position(ofLabel: name)), is: [.table]) }
    table.caption = caption
    table.numbered = Numbered(kind: .table, number: "", anchor: name ?? "", isLabelled: name != nil)
    blocks[last].content = .table(table)
    return true
  }

  /// The place of `{#name}` in the lines of the paragraph that was read last, or the paragraph's.
  func position(ofLabel name: String) -> Position {
    let wanted = Array("{#\(name)}".utf8)
    for line in leaf.line..<leaf.line + 8 {
      let range = prepared.text.line(line)
      for offset in range where prepared.text.bytes[offset...].starts(with: wanted) {
        return prepared.text.position(at: offset + 2)
      }
    }
    return prepared.text.position(line: leaf.line, column: leaf.column)
  }
}
