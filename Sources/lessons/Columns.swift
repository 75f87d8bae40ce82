import CourseModel

/// Rows of cells as aligned columns, the last column as long as it likes; what a terminal would obey is made visible.
func columns(_ rows: [[String]]) -> String {
  let rows = rows.map { $0.map(\.visibleLine) }
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in
    rows.compactMap { column < $0.count ? displayWidth($0[column]) : nil }.max() ?? 0
  }
  return rows.map { row in
    let cells = row.enumerated().map { column, cell in
      column == row.count - 1
        ? cell : cell + String(repeating: " ", count: widths[column] - displayWidth(cell))
    }
    return cells.joined(separator: "  ") + "\n"
  }.joined()
}
