/// Rows of a table that are made only where they are shown.
struct DataRows {
  var header: [String]
  var count: Int
  /// How many there were before some were left out.
  var total: Int
  var row: (Int) -> [String]

  init(_ header: [String], count: Int, row: @escaping (Int) -> [String]) {
    (self.header, self.count, total, self.row) = (header, count, count, row)
  }

  /// At most `limit` rows, spread evenly from the first to the last.
  func thinned(to limit: Int) -> DataRows {
    guard count > limit else { return self }
    var rows = self
    rows.count = limit
    rows.row = { [count, row] index in
      row(Int((Double(index) * Double(count - 1) / Double(limit - 1)).rounded()))
    }
    return rows
  }

  func table(atMost limit: Int, _ words: FigureWords) -> Table {
    let shown = thinned(to: limit)
    let caption = shown.count < total ? words.rowsShown(shown.count, of: total) : ""
    return Table(header, rows: (0..<shown.count).map(shown.row), caption: caption)
  }

  /// The rows of several, one after the other, behind a column with the name of each; every part keeps as many
  /// as the others.
  static func joined(_ parts: [(name: String, rows: DataRows)], header: String, limit: Int) -> DataRows? {
    guard let first = parts.first else { return nil }
    let thinned = parts.map { (name: $0.name, rows: $0.rows.thinned(to: max(2, limit / parts.count))) }
    let places = thinned.indices.flatMap { part in (0..<thinned[part].rows.count).map { (part, $0) } }
    var rows = DataRows([header] + first.rows.header, count: places.count) { index in
      let (part, row) = places[index]
      return [thinned[part].name] + thinned[part].rows.row(row)
    }
    rows.total = parts.map(\.rows.total).reduce(0, +)
    return rows
  }
}
