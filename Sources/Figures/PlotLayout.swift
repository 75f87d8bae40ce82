/// Where everything of a plot is drawn.
struct PlotLayout {
  static let width = 440.0
  static let textSize = 13.0
  static let titleSize = 14.5

  let xSpan: Span
  let ySpan: Span
  let xTicks: [Tick]
  let yTicks: [Tick]
  let area: PlotArea
  let legend: [LegendEntry]
  /// The base line of the vertical axis' name.
  let nameLine: Double
  let height: Double

  /// A name in the legend, beside a sample of its series.
  struct LegendEntry {
    var series: Int
    var label: String
    var x: Double
    var y: Double

    static let sample = 26.0
  }

  init(_ plot: Plot) {
    xSpan = plot.xSpan
    ySpan = plot.ySpan
    yTicks = ySpan.ticks(about: 5)
    let widest = yTicks.map { $0.label.typographic.width(size: Self.textSize) }.max() ?? 0
    let left = max(28, widest + 12)
    var top = plot.title.isEmpty ? 6 : 30.0
    (legend, top) = Self.legend(of: plot, left: left, top: top)
    if !plot.y.label.isEmpty { top += 20 }
    nameLine = top - 2
    if plot.marks.contains(where: { $0.direction == .vertical && !$0.label.isEmpty }) { top += 18 }
    let right = plot.marks.map(Self.margin).max() ?? 14
    area = PlotArea(left: left, top: top + 6, width: Self.width - left - max(right, 14), height: 220)
    xTicks = xSpan.ticks(about: 7)
    height = area.bottom + (plot.x.label.isEmpty ? 28 : 48)
  }

  /// The room that the words of a horizontal line take beside the plot; none where they are too long for it.
  static func margin(of mark: Mark) -> Double {
    let width = mark.label.width(size: textSize) + 10
    return mark.direction == .horizontal && !mark.label.isEmpty && width <= 90 ? width : 0
  }

  /// The names, in as many rows as they need, so that no curve is covered; and where they end.
  private static func legend(
    of plot: Plot, left: Double, top: Double
  ) -> (entries: [LegendEntry], bottom: Double) {
    let named = plot.series.enumerated().filter { !$0.element.label.isEmpty }
    let isObvious =
      plot.series.count == 1 && (!plot.y.label.isEmpty || plot.title == named.first?.element.label)
    guard !named.isEmpty, !isObvious else { return ([], top) }
    var entries: [LegendEntry] = []
    var (x, y) = (left, top + 14)
    for (index, series) in named {
      let advance = LegendEntry.sample + 7 + series.label.width(size: textSize) + 20
      if x > left, x + advance - 20 > width - 14 { (x, y) = (left, y + 20) }
      entries.append(LegendEntry(series: index, label: series.label, x: x, y: y))
      x += advance
    }
    return (entries, y + 10)
  }
}
