/// Rows of text under a header.
public struct Table: Sendable, Hashable {
  /// The side of its column on which a cell stands.
  public enum Alignment: UInt8, Sendable, Hashable, CaseIterable {
    /// At the start of the line, as words do.
    case leading = 0
    /// In the middle.
    case center = 1
    /// At the end of the line, as numbers do.
    case trailing = 2
  }

  /// The names of the columns.
  public var header: [String]
  /// The cells, row by row; a row may be shorter than the header.
  public var rows: [[String]]
  /// One alignment for each column.
  public var alignment: [Alignment]
  /// The words below the table; empty for none.
  public var caption: String

  /// A table of texts.
  ///
  /// Without a given alignment a column of numbers stands at the end of the line and any other at its start.
  public init(_ header: [String], rows: [[String]], alignment: [Alignment]? = nil, caption: String = "") {
    self.header = header
    self.rows = rows
    self.caption = caption
    let isNumeric = Self.numericColumns(of: rows)
    self.alignment = (0..<max(header.count, isNumeric.count)).map { column in
      if let alignment, column < alignment.count { return alignment[column] }
      return column < isNumeric.count && isNumeric[column] ? .trailing : .leading
    }
  }

  /// A table of anything that has a description; numbers appear as Swift prints them.
  public init(
    _ header: [String], rows: [[any CustomStringConvertible]], alignment: [Alignment]? = nil,
    caption: String = ""
  ) {
    let texts = rows.map { row in row.map { $0.description } }
    self.init(header, rows: texts, alignment: alignment, caption: caption)
  }

  /// The number of columns of the widest row.
  public var columnCount: Int { max(header.count, rows.map(\.count).max() ?? 0) }

  /// Which columns of `rows` hold a number, and nothing else where they hold something.
  private static func numericColumns(of rows: [[String]]) -> [Bool] {
    let count = rows.map(\.count).max() ?? 0
    var hasNumber = Array(repeating: false, count: count), hasWords = hasNumber
    for row in rows {
      for (column, cell) in row.enumerated() where !cell.isEmpty && !hasWords[column] {
        if Double(cell) == nil { hasWords[column] = true } else { hasNumber[column] = true }
      }
    }
    return zip(hasNumber, hasWords).map { $0 && !$1 }
  }
}
