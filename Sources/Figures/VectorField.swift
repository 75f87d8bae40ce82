/// An arrow at each node of a grid: the direction in which a system moves from there.
///
/// With trajectories as line series over it, a plot is a phase portrait. Arrows are drawn longer where the
/// vectors are longer, by the square root of the length, so that slow places still show their direction.
public struct VectorField: Sendable, Hashable {
  /// The vectors' components along the horizontal axis.
  public let dx: Grid
  /// The vectors' components along the vertical axis.
  public let dy: Grid
  /// What the arrows are; empty for nothing.
  public var label: String

  /// A field with the components `dx` and `dy` at the nodes of `dx`; both have as many columns and rows.
  public init(dx: Grid, dy: Grid, label: String = "") {
    require(
      dx.columns == dy.columns && dx.rows == dy.rows,
      "components of \(dx.columns) × \(dx.rows) and \(dy.columns) × \(dy.rows) make no field")
    self.dx = dx
    self.dy = dy
    self.label = label
  }

  /// A field at `columns` × `rows` nodes: `VectorField(x: -2...2, y: -2...2) { x, y in (y, -x) }`.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 15, rows: Int = 11, label: String = "",
    _ field: (_ x: Double, _ y: Double) -> (Double, Double)
  ) {
    let dx = Grid(x: x, y: y, columns: columns, rows: rows) { field($0, $1).0 }
    let dy = Grid(x: x, y: y, columns: columns, rows: rows) { field($0, $1).1 }
    self.init(dx: dx, dy: dy, label: label)
  }
}
