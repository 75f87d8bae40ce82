/// Curves and points in a coordinate system.
///
/// An axis without a given range takes the range of its finite data.
public struct Plot: Sendable, Hashable {
  /// The line above the drawing; empty for none.
  public var title: String
  /// What is drawn, in drawing order.
  public var series: [Series]
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// Straight lines that point at something: a kink, an asymptote.
  public var marks: [Mark]

  /// A plot of `series`.
  public init(
    title: String = "", series: [Series], x: Axis = Axis(), y: Axis = Axis(), marks: [Mark] = []
  ) {
    self.title = title
    self.series = series
    self.x = x
    self.y = y
    self.marks = marks
  }
}

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

  /// An axis, by default linear and as long as its data.
  public init(_ label: String = "", lower: Double? = nil, upper: Double? = nil, scale: Scale = .linear) {
    self.label = label
    self.lower = lower
    self.upper = upper
    self.scale = scale
  }
}

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
