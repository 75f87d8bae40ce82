/// One axis of a plot.
public struct Axis: Sendable, Hashable {
  /// How a number becomes a position.
  public enum Scale: UInt8, Sendable, Hashable, CaseIterable {
    /// Equal differences are equally far apart.
    case linear = 0
    /// Equal ratios are equally far apart; numbers that are not positive are left out.
    case logarithmic = 1
  }

  /// The words beside the axis; empty for none.
  public var label: String
  /// The smallest number shown, or nil for the smallest of the data.
  public var lower: Double?
  /// The largest number shown, or nil for the largest of the data.
  public var upper: Double?
  /// How a number becomes a position.
  public var scale: Scale
  /// Names in the place of the numbers 0, 1, 2, …; empty for an axis of numbers.
  public var categories: [String]
  /// Whether the axis runs from right to left, or from top to bottom.
  public var isReversed: Bool

  /// An axis, by default linear and as long as its data.
  public init(
    _ label: String = "", lower: Double? = nil, upper: Double? = nil, scale: Scale = .linear,
    categories: [String] = [], isReversed: Bool = false
  ) {
    self.label = label
    self.lower = lower
    self.upper = upper
    self.scale = scale
    self.categories = categories
    self.isReversed = isReversed
  }
}
