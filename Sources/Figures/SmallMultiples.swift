/// Small plots in rows, with one legend, on axes that can be compared.
public struct SmallMultiples: Sendable, Hashable {
  /// The line above the drawing; empty for none.
  public var title: String
  /// The plots, row by row; series in the same place are drawn alike.
  public var panels: [Plot]
  /// How many stand in a row, or nil for as many as look well.
  public var columns: Int?
  /// Whether all horizontal axes have the same limits.
  public var sharesX: Bool
  /// Whether all vertical axes have the same limits.
  public var sharesY: Bool

  /// Plots in rows of `columns`.
  public init(
    title: String = "", panels: [Plot], columns: Int? = nil, sharesX: Bool = true, sharesY: Bool = true
  ) {
    self.title = title
    self.panels = panels
    self.columns = columns
    self.sharesX = sharesX
    self.sharesY = sharesY
  }
}
