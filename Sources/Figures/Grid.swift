/// Numbers at the nodes of a rectangle, equally far apart.
public struct Grid: Sendable, Hashable {
  /// How many nodes a row has.
  public let columns: Int
  /// The numbers, row by row from the lowest `y` on, each row from the lowest `x` on.
  public let values: [Double]
  /// Where the first and the last column lie.
  public let x: ClosedRange<Double>
  /// Where the first and the last row lie.
  public let y: ClosedRange<Double>

  /// Numbers at given nodes; their count is a multiple of `columns`.
  ///
  /// Without ranges the columns and rows lie at 0, 1, 2, ….
  public init(
    columns: Int, values: [Double], x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil
  ) {
    require(
      columns > 0 && values.count % columns == 0 || values.isEmpty,
      "\(values.count) values do not fill rows of \(columns)")
    self.columns = max(columns, 0)
    self.values = values
    let rows = values.isEmpty ? 0 : values.count / columns
    self.x = x ?? 0...Double(max(columns - 1, 0))
    self.y = y ?? 0...Double(max(rows - 1, 0))
  }

  /// The rows of a matrix, the first one lowest; shorter rows are filled up with NaN.
  public init(rows: [[Double]], x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) {
    let columns = rows.map(\.count).max() ?? 0
    let values = rows.flatMap { $0 + Array(repeating: .nan, count: columns - $0.count) }
    self.init(columns: columns, values: values, x: x, y: y)
  }

  /// A function of the plane at `columns` × `rows` nodes.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int,
    _ function: (_ x: Double, _ y: Double) -> Double
  ) {
    require(columns > 0 && rows > 0, "a grid has at least one node, not \(columns) × \(rows)")
    let ys = (0..<rows).map { Self.node($0, of: rows, y) }
    let xs = (0..<columns).map { Self.node($0, of: columns, x) }
    self.init(columns: columns, values: ys.flatMap { y in xs.map { function($0, y) } }, x: x, y: y)
  }

  /// How many rows there are.
  public var rows: Int { columns == 0 ? 0 : values.count / columns }

  /// The number in a column of a row.
  public subscript(column: Int, row: Int) -> Double { values[row * columns + column] }

  /// Where a column lies.
  public func x(ofColumn column: Int) -> Double { Self.node(column, of: columns, x) }

  /// Where a row lies.
  public func y(ofRow row: Int) -> Double { Self.node(row, of: rows, y) }

  private static func node(_ index: Int, of count: Int, _ range: ClosedRange<Double>) -> Double {
    guard count > 1 else { return range.lowerBound / 2 + range.upperBound / 2 }
    let share = Double(index) / Double(count - 1)
    return range.lowerBound * (1 - share) + range.upperBound * share
  }
}
