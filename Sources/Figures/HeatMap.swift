/// A colour for each number of a grid.
public struct HeatMap: Sendable, Hashable {
  /// Which colours stand for the numbers.
  public enum Palette: UInt8, Sendable, Hashable, CaseIterable {
    /// From faint to strong: how much there is of something.
    case sequential = 0
    /// From one colour over a neutral one at 0 to another: how far something is on one side or the other.
    ///
    /// Without limits of its own the colour axis reaches equally far to both sides of 0.
    case diverging = 1
  }

  /// The numbers; each fills the cell around its node.
  public var grid: Grid
  /// The axis along which numbers become colours: its words, limits and scale are those of the colour bar.
  public var color: Axis
  /// Which colours stand for the numbers.
  public var palette: Palette
  /// Whether the numbers stand in their cells, where there is room for them.
  public var showsNumbers: Bool

  /// Colours for the numbers of `grid`.
  public init(
    _ grid: Grid, color: Axis = Axis(), palette: Palette = .sequential, showsNumbers: Bool = false
  ) {
    self.grid = grid
    self.color = color
    self.palette = palette
    self.showsNumbers = showsNumbers
  }
}
