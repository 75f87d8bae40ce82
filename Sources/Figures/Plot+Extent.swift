extension Plot {
  var xSpan: Span { Span(x, data: xExtent, padding: Span.Padding(lower: xPadding, upper: xPadding)) }

  var ySpan: Span {
    guard !isFilled else { return Span(y, data: yExtent) }
    let data = yExtent
    let restsOnBase = data?.lowerBound == 0 && series.contains { $0.beginsAtBase }
    let hangsFromBase = data?.upperBound == 0 && series.contains { $0.beginsAtBase }
    let padding = Span.Padding(lower: restsOnBase ? 0 : 0.05, upper: hangsFromBase ? 0 : 0.05)
    return Span(y, data: data, padding: y.categories.isEmpty ? padding : Span.Padding())
  }

  /// Points and bars need room beside them, curves run from edge to edge.
  private var xPadding: Double {
    guard !isFilled, x.categories.isEmpty else { return 0 }
    return series.contains { $0.style == .points || $0.style == .stem || $0.style == .bars } ? 0.03 : 0
  }

  /// Whether a layer fills the plane up to its edge.
  private var isFilled: Bool { !layers.isEmpty }

  private var xExtent: ClosedRange<Double>? {
    var extent = Extent(x.scale)
    let slots = bars
    for (index, series) in series.enumerated() {
      let half = series.style == .bars ? slots.width(ofSeries: index) / 2 : 0
      let offset = slots.offset(ofSeries: index)
      for position in series.xs.prefix(series.count) {
        extent.add(position + offset - half)
        extent.add(position + offset + half)
      }
    }
    for layer in layers { extent.add(layer.extent.x) }
    extent.add(categories: x.categories)
    return extent.range
  }

  private var yExtent: ClosedRange<Double>? {
    var extent = Extent(y.scale)
    for series in series {
      let hasBase = series.beginsAtBase || series.style == .band
      for index in 0..<series.count {
        extent.add(series.ys[index])
        if hasBase { extent.add(series.base(index)) }
      }
    }
    for layer in layers { extent.add(layer.extent.y) }
    extent.add(categories: y.categories)
    return extent.range
  }

  /// How the bars of the series stand beside each other.
  var bars: BarSlots { BarSlots(series) }
}

extension Extent {
  fileprivate mutating func add(categories: [String]) {
    if !categories.isEmpty { add(-0.5...Double(categories.count) - 0.5) }
  }
}

extension Series {
  /// Whether what is drawn stands on something.
  var beginsAtBase: Bool { style == .bars || style == .area || style == .stem }
}

extension Plot.Layer {
  /// What the layer covers.
  var extent: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    switch self {
    case .heatMap(let map): (map.grid.cellExtent.x, map.grid.cellExtent.y)
    case .contour(let contour): (contour.grid.x, contour.grid.y)
    case .vectorField(let field): (field.dx.cellExtent.x, field.dx.cellExtent.y)
    }
  }
}

extension Grid {
  /// The rectangle of the cells around the nodes: half a distance further than the outermost nodes.
  var cellExtent: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    (Self.widened(x, columns), Self.widened(y, rows))
  }

  private static func widened(_ range: ClosedRange<Double>, _ count: Int) -> ClosedRange<Double> {
    let width = (range.upperBound / 2 - range.lowerBound / 2) / Double(max(count - 1, 1))
    let half = width > 0 ? width : count == 1 ? 0.5 : 0
    guard half.isFinite else { return range }
    return (range.lowerBound - half)...(range.upperBound + half)
  }
}
