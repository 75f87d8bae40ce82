/// A place in a text file.
public struct Position: Sendable, Hashable, Comparable {
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1 in UTF-8 bytes, as the Swift compiler counts.
  public var column: Int

  /// A place at `line` and `column`, both counted from 1.
  public init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then by column.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
