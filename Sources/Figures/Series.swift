/// Numbers that belong together in a plot: a curve, a cloud of points, a row of bars.
public struct Series: Sendable, Hashable {
  /// How a series is drawn.
  public enum Style: UInt8, Sendable, Hashable, CaseIterable {
    /// Neighbours are joined.
    case line = 0
    /// Each pair of numbers is a marker.
    case points = 1
    /// Each pair of numbers is a bar from its base.
    case bars = 2
    /// The room between the bases and the heights is filled.
    case band = 3
    /// The room between the bases and the heights is filled, and the heights are joined.
    case area = 4
    /// Each height is kept up to the next argument.
    case step = 5
    /// Each pair of numbers is a marker on a thin line from its base.
    case stem = 6
  }

  /// The name in the legend; empty for none.
  public var label: String
  /// The numbers on the horizontal axis.
  public var xs: [Double]
  /// The numbers on the vertical axis, one for each of `xs`.
  public var ys: [Double]
  /// Where bars, stems, areas and bands begin, one for each of `xs`; empty for 0.
  public var bases: [Double]
  /// The width of a bar on the horizontal axis, or nil for what leaves a gap between neighbours.
  public var barWidth: Double?
  /// How the series is drawn.
  public var style: Style

  /// A series of `xs` and `ys`.
  ///
  /// When one is longer than the other, its rest is not drawn. A number that is not finite breaks the line.
  public init(
    _ label: String, _ xs: [Double], _ ys: [Double], style: Style = .line, bases: [Double] = [],
    barWidth: Double? = nil
  ) {
    self.label = label
    self.xs = xs
    self.ys = ys
    self.bases = bases
    self.barWidth = barWidth
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

  /// A bar from 0 to each height; several such series stand side by side.
  public static func bars(_ label: String, _ xs: [Double], _ ys: [Double]) -> Series {
    Series(label, xs, ys, style: .bars)
  }

  /// A bar for each height, at 0, 1, 2, …: the places of an axis' categories.
  public static func bars(_ label: String, _ ys: [Double]) -> Series {
    Series(label, ys.indices.map(Double.init), ys, style: .bars)
  }

  /// The room between two curves: a range of runs, a confidence interval.
  public static func band(_ label: String, _ xs: [Double], _ lower: [Double], _ upper: [Double]) -> Series {
    Series(label, xs, upper, style: .band, bases: lower)
  }

  /// A curve with the room between it and 0 filled.
  public static func area(_ label: String, _ xs: [Double], _ ys: [Double]) -> Series {
    Series(label, xs, ys, style: .area)
  }

  /// A curve that keeps each height up to the next argument: a schedule, a distribution function.
  public static func step(_ label: String, _ xs: [Double], _ ys: [Double]) -> Series {
    Series(label, xs, ys, style: .step)
  }

  /// A marker on a thin line from 0 at each point: an impulse response, a spectrum.
  public static func stem(_ label: String, _ xs: [Double], _ ys: [Double]) -> Series {
    Series(label, xs, ys, style: .stem)
  }

  /// The number of pairs.
  public var count: Int { min(xs.count, ys.count) }

  /// Where the bar, stem, area or band of the pair `index` begins.
  func base(_ index: Int) -> Double { bases.isEmpty ? 0 : index < bases.count ? bases[index] : .nan }
}
