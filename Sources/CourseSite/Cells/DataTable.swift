import Figures

/// The numbers of a plot as a table, for who cannot see the drawing or wants to read values off it.
struct DataTable {
  /// As many rows as are written of one series.
  private static let limit = 25

  private let plot: Plot

  /// The numbers of `plot`.
  init(_ plot: Plot) { self.plot = plot }

  /// The tables, folded away; nothing for an empty plot.
  func write(_ words: Words, to html: inout HTMLBuffer) {
    let tables = self.tables
    guard !tables.isEmpty else { return }
    html.element("details", ["class": "data"]) { html in
      html.element("summary", text: words.dataTable)
      for table in tables {
        html.element(
          "div", ["class": "table-wrap", "tabindex": "0", "role": "group", "aria-label": words.table]
        ) {
          $0.element("table") { TableHTML.write(table, to: &$0) }
        }
      }
    }
  }

  /// One table where all series share their arguments, otherwise one a series.
  private var tables: [Table] {
    let series = plot.series.filter { $0.count > 0 }
    guard let first = series.first else { return [] }
    if series.allSatisfy({ $0.xs == first.xs }) { return [table(of: series)] }
    return series.map { table(of: [$0]) }
  }

  private func table(of series: [Series]) -> Table {
    let xs = series.first?.xs ?? []
    let count = series.map(\.count).min() ?? 0
    let header =
      [plot.x.label.isEmpty ? "x" : plot.x.label] + series.map { $0.label.isEmpty ? "y" : $0.label }
    let rows = Self.sample(count).map { index in
      [Self.rounded(xs[index])] + series.map { Self.rounded($0.ys[index]) }
    }
    return Table(header, rows: rows, alignment: header.map { _ in .trailing })
  }

  /// Some `limit` indices, evenly spread from the first to the last.
  private static func sample(_ count: Int) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    return (0..<limit).map { ($0 * (count - 1) + (limit - 1) / 2) / (limit - 1) }
  }

  /// Four significant digits are as much as a drawing shows.
  private static func rounded(_ value: Double) -> String {
    significant(value, 4)
  }
}
