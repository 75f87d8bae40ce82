import CourseModel

extension TextPreparation {
  /// Which of a paragraph's lines is the head of a table: the one before a line of hyphens with as many cells.
  func tableHead(in lines: [Range<Int>]) -> Int? {
    guard lines.count > 1 else { return nil }
    for index in 1..<lines.count where isDelimiterRow(lines[index]) {
      let head = lines[index - 1]
      let hasBar =
        text.bytes[head].contains(UInt8(ascii: "|")) || text.bytes[lines[index]].contains(UInt8(ascii: "|"))
      let columns = TableCell.row(lines[index], of: text.bytes).count
      if hasBar, head.count >= Mask.markLength, TableCell.row(head, of: text.bytes).count == columns {
        return index - 1
      }
    }
    return nil
  }

  private func isDelimiterRow(_ line: Range<Int>) -> Bool {
    let isPlausible = text.bytes[line].allSatisfy {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") || $0.isBlank
    }
    return isPlausible && TableCell.row(line, of: text.bytes).allSatisfy { $0.alignment != nil }
  }

  /// Covers the table whose head is the line at `head`, up to the last line.
  mutating func coverTable(_ lines: [Range<Int>], head: Int, _ leaf: BlockMap.Leaf) {
    let alignments = TableCell.row(lines[head + 1], of: text.bytes).compactMap(\.alignment)
    let rowLines = [lines[head]] + lines[(head + 2)...]
    var missing = 0
    let rows = rowLines.map { row($0, columns: alignments.count, missing: &missing) }
    var table = TextTableSource(alignments: alignments, rows: rows)
    for row in table.rows.indices {
      for column in table.rows[row].indices { coverSentences(in: &table, row, column) }
    }
    tables.append(table)
    text.mask(
      Array(lines[head...]), as: .table(tables.count - 1), at: text.position(at: lines[head].lowerBound))
  }

  /// As many cells as rows may lack: each missing one takes room on the page.
  private static let mostMissing = 10_000

  /// As many cells as the head has: the rest is left out, what is missing is empty.
  private mutating func row(_ line: Range<Int>, columns: Int, missing: inout Int) -> [TableCell] {
    let all = TableCell.row(line, of: text.bytes)
    if all.count > columns, let origin = all[columns].runs.first?.origin {
      log.warning(
        "table-cells", at: text.position(at: origin),
        "the row has \(all.count) cells, the table \(columns) columns",
        help: "remove this cell, add a column to the head, or write \\| for a bar inside a cell")
    }
    let cells = Array(all.prefix(columns))
    let isReported = missing > Self.mostMissing
    missing += columns - cells.count
    guard missing <= Self.mostMissing else {
      if !isReported {
        log.error(
          "table-cells", at: text.position(at: line.lowerBound), length: line.count,
          "down to this row the rows lack more than \(Self.mostMissing) cells of the table's \(columns) columns",
          help: "give the rows as many cells as the head has, or split the table")
      }
      return cells
    }
    return cells + Array(repeating: TableCell(at: line.upperBound), count: columns - cells.count)
  }

  private mutating func coverSentences(in table: inout TextTableSource, _ row: Int, _ column: Int) {
    guard SentenceScanner.mayFind(table.rows[row][column].bytes[...]) else { return }
    var scanner = SentenceScanner(text, cell: table.rows[row][column], footnotes: footnotes)
    scanner.scan()
    table.rows[row][column].original = scanner.bytes
    for problem in scanner.problems { report(problem) }
    for find in scanner.finds {
      table.masks.append(Mask(content: find.content, first: find.range, position: find.position))
      for offset in find.range { table.rows[row][column].bytes[offset] = Mask.filler }
      Mask.write(table.masks.count - 1, to: &table.rows[row][column].bytes, at: find.range.lowerBound)
    }
  }
}
