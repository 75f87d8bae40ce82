/// A straight line across the plot, at one number of one axis.
public struct Mark: Sendable, Hashable {
  /// The direction of a mark.
  public enum Direction: UInt8, Sendable, Hashable, CaseIterable {
    /// From bottom to top, at a number of the horizontal axis.
    case vertical = 0
    /// From left to right, at a number of the vertical axis.
    case horizontal = 1
  }

  /// Which way the line runs.
  public var direction: Direction
  /// Where the line crosses the other axis.
  public var position: Double
  /// The words at the line; empty for none.
  public var label: String

  /// A line at `position`.
  public init(_ direction: Direction, at position: Double, _ label: String = "") {
    self.direction = direction
    self.position = position
    self.label = label
  }

  /// A line from bottom to top.
  public static func vertical(at position: Double, _ label: String = "") -> Mark {
    Mark(.vertical, at: position, label)
  }

  /// A line from left to right.
  public static func horizontal(at position: Double, _ label: String = "") -> Mark {
    Mark(.horizontal, at: position, label)
  }
}
