/// Lines along which a function of the plane, given at the nodes of a grid, keeps its value.
public struct Contour: Sendable, Hashable {
  /// The function's values.
  public var grid: Grid
  /// The values at which lines are drawn; empty for about eight round ones.
  public var levels: [Double]
  /// What the values are; empty for nothing.
  public var label: String

  /// Lines at `levels` of the function that `grid` holds.
  public init(_ grid: Grid, levels: [Double] = [], label: String = "") {
    self.grid = grid
    self.levels = levels
    self.label = label
  }
}
