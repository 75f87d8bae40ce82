/// The room that a plot is given, and what of it is drawn.
struct PlotFrame {
  var width = 440.0
  /// The size of the words at the ticks.
  var textSize = 13.0
  /// Whether title, legend and colour bar stand above the plane; a panel shares those of all.
  var isPanel = false
  /// Whether the numbers below and beside the plane are written.
  var hasXLabels = true
  var hasYLabels = true
  /// The room left of the plane, or nil for what the numbers there need.
  var left: Double?
  /// The height of the plane, or nil for what suits what is drawn.
  var height: Double?
}

/// Where everything of a plot is drawn.
struct PlotLayout {
  let frame: PlotFrame
  let xSpan: Span
  let ySpan: Span
  let xTicks: [Label]
  let yTicks: [Label]
  /// Whether the words below the plane are turned, because they are too long to stand beside each other.
  let isTurned: Bool
  let area: PlotArea
  let header: FigureHeader
  let markLabels: [MarkLabel]
  /// The base line of the vertical axis' name.
  let nameLine: Double
  /// The base line of the horizontal axis' name.
  let xNameLine: Double
  let height: Double

  /// A word at an axis: where its tick is in the drawing, and what it says.
  struct Label {
    var place: Double
    var text: String
    /// The middle of the word below a tick, which may be nearer to the middle of the drawing than the tick.
    var center = 0.0
  }

  init(_ plot: Plot, _ frame: PlotFrame = PlotFrame()) {
    self.frame = frame
    xSpan = plot.xSpan
    ySpan = plot.ySpan
    let left = frame.left ?? Self.left(of: plot, frame)
    let right = frame.isPanel ? 10 : max(14, plot.marks.map(Self.margin).max() ?? 0)
    let width = max(60, frame.width - left - right)
    let planeHeight = frame.height ?? plot.planeHeight(width: width)
    header = FigureHeader(
      title: plot.title, items: frame.isPanel ? [] : plot.legendItems,
      scale: frame.isPanel ? nil : ColorScale(plot.heatMaps), left: frame.isPanel ? 0 : left,
      width: frame.width)
    var top = header.bottom
    if !plot.y.label.isEmpty && frame.hasYLabels { top += 20 }
    nameLine = top - 2
    let labels = MarkLabels(plot, xSpan, left: left, width: width, end: frame.width)
    top += Double(labels.rows) * 17
    area = PlotArea(left: left, top: top + 6, width: width, height: planeHeight)
    markLabels = labels.placed(in: area)
    let below = Self.xLabels(plot, xSpan, area, frame)
    (xTicks, isTurned) = (below.labels, below.isTurned)
    yTicks = Self.yLabels(ySpan, area, frame)
    let labelHeight = !frame.hasXLabels ? 4 : below.isTurned ? below.depth : 26
    xNameLine = area.bottom + labelHeight + 14
    height = area.bottom + labelHeight + (plot.x.label.isEmpty || !frame.hasXLabels ? 4 : 24)
  }

  /// The room that the words of a horizontal line take beside the plot; none where they are too long for it.
  static func margin(of mark: Mark) -> Double {
    let width = mark.label.width(size: FigureHeader.textSize) + 10
    return mark.direction == .horizontal && !mark.label.isEmpty && width <= 90 ? width : 0
  }

  /// The room that the numbers of the vertical axis need, a third of the width at most.
  static func left(of plot: Plot, _ frame: PlotFrame) -> Double {
    guard frame.hasYLabels else { return 8 }
    let span = plot.ySpan
    let labels = span.categories.isEmpty ? (3...9).flatMap(span.ticks).map(\.label) : span.categories
    let widest = labels.map { $0.typographic.width(size: frame.textSize) }.max() ?? 0
    return max(28, min(widest + 13, frame.width / 3))
  }

  private static func yLabels(_ span: Span, _ area: PlotArea, _ frame: PlotFrame) -> [Label] {
    let count = span.categories.isEmpty ? Int(area.height / 42) : Int(area.height / (frame.textSize + 2))
    let labels = span.ticks(about: count).compactMap { tick -> Label? in
      guard let position = span.position(tick.value) else { return nil }
      let text = tick.label.typographic.shortened(to: area.left - 9, size: frame.textSize)
      return Label(place: area.bottom - position * area.height, text: text)
    }
    return separated(labels.sorted { $0.place > $1.place }) { abs($0.place - $1.place) >= frame.textSize + 1 }
  }

  /// As many words as can stand beside each other; names that cannot are turned.
  private static func xLabels(
    _ plot: Plot, _ span: Span, _ area: PlotArea, _ frame: PlotFrame
  ) -> (labels: [Label], isTurned: Bool, depth: Double) {
    let size = frame.textSize
    let isCategorical = !span.categories.isEmpty
    for count in stride(
      from: isCategorical ? span.categories.count : max(4, Int(area.width / 52)), through: 1, by: -1)
    {
      let labels = Self.labels(span.ticks(about: count), span, area, frame)
      let fits = zip(labels, labels.dropFirst()).allSatisfy { a, b in
        (a.text.width(size: size) + b.text.width(size: size)) / 2 + 6 <= abs(b.center - a.center)
      }
      if fits { return (labels, false, 0) }
      if isCategorical { break }
    }
    guard isCategorical else {
      return (Array(Self.labels(span.ticks(about: 2), span, area, frame).prefix(1)), false, 0)
    }
    let labels = Self.labels(span.ticks(about: Int(area.width / (size + 1))), span, area, frame).map {
      Label(place: $0.place, text: $0.text.shortened(to: 100, size: size))
    }
    let longest = labels.map { $0.text.width(size: size) }.max() ?? 0
    return (labels, true, longest * 0.77 + 16)
  }

  /// The words below the plane, none of which reaches beyond the drawing's edges.
  private static func labels(_ ticks: [Tick], _ span: Span, _ area: PlotArea, _ frame: PlotFrame) -> [Label] {
    ticks.compactMap { tick in
      span.position(tick.value).map {
        let text = tick.label.typographic, place = area.left + $0 * area.width
        let half = text.width(size: frame.textSize) / 2 + 2
        return Label(place: place, text: text, center: max(half, min(frame.width - half, place)))
      }
    }
  }

  private static func separated(_ labels: [Label], _ areApart: (Label, Label) -> Bool) -> [Label] {
    labels.reduce(into: []) { kept, label in
      if kept.last.map({ areApart($0, label) }) ?? true { kept.append(label) }
    }
  }
}

extension Plot {
  /// The height of the plane that suits what is drawn: that of a curve, or what makes the cells of a grid square.
  fileprivate func planeHeight(width: Double) -> Double {
    guard let extent = layers.first?.extent, x.scale == .linear, y.scale == .linear else { return 220 }
    let (across, up) = (
      extent.x.upperBound / 2 - extent.x.lowerBound / 2, extent.y.upperBound / 2 - extent.y.lowerBound / 2
    )
    let ratio = up / across
    guard ratio.isFinite, ratio > 0.05, ratio < 20 else { return 260 }
    let rows = heatMaps.map(\.grid.rows).max() ?? 0
    let isTable = heatMaps.contains(where: \.showsNumbers)
    let tallest = isTable ? min(400, Double(rows) * 44) : ratio > 3 ? 260 : 380
    return max(isTable ? 26 * Double(min(rows, 12)) : ratio < 0.3 ? 160 : 60, min(tallest, width * ratio))
  }
}
