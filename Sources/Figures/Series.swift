/// Numbers that belong together in a plot: a curve, or a cloud of points.
public struct Series: Sendable, Hashable {
  /// How a series is drawn.
  public enum Style: UInt8, Sendable, Hashable, CaseIterable {
    /// Neighbours are joined.
    case line = 0
    /// Each pair of numbers is a marker.
    case points = 1
  }

  /// The name in the legend; empty for none.
  public var label: String
  /// The numbers on the horizontal axis.
  public var xs: [Double]
  /// The numbers on the vertical axis, one for each of `xs`.
  public var ys: [Double]
  /// How the series is drawn.
  public var style: Style

  /// A series of `xs` and `ys`.
  ///
  /// When one is longer than the other, its rest is not drawn. A number that is not finite breaks the line.
  public init(_ label: String, _ xs: [Double], _ ys: [Double], style: Style = .line) {
    self.label = label
    self.xs = xs
    self.ys = ys
    self.style = style
  }

  /// A curve through the points.
  public static func line(_ label: String, _ xs: [Double], _ ys: [Double]) -> Series {
    Series(label, xs, ys, style: .line)
  }

  /// A marker at each point.
  public static func points(_ label: String, _ xs: [Double], _ ys: [Double]) -> Series {
    Series(label, xs, ys, style: .points)
  }

  /// The number of pairs.
  public var count: Int { min(xs.count, ys.count) }
}
