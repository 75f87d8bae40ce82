/// What stands above a drawing, so that nothing of it covers data: the title, the legend, the colour bar.
struct FigureHeader {
  /// The lines of the title.
  private(set) var title: [String] = []
  private(set) var entries: [Entry] = []
  private(set) var colorBar: ColorBar?
  /// Where the title begins.
  let left: Double
  /// Where the drawing can begin.
  private(set) var bottom: Double

  static let textSize = 13.0
  static let titleSize = 14.5
  static let titleLine = 19.0
  /// How much wider bold type is.
  private static let boldness = 1.1

  /// A name in the legend, beside a sample of what it names.
  struct Entry {
    var item: LegendItem
    var x: Double
    var y: Double

    static let sample = 26.0
  }

  /// The colours of a heat map in a row, the numbers at its ends and between them.
  struct ColorBar {
    var scale: ColorScale
    var label: String
    var labelX: Double
    var x: Double
    var y: Double
    var width: Double
    var ticks: [(x: Double, label: String)]

    static let textSize = 11.5
  }

  /// The lines above a drawing whose plane begins at `left` and whose page ends at `width`.
  init(title: String, items: [LegendItem], scale: ColorScale?, left: Double, width: Double) {
    self.left = left
    bottom = 6
    if !title.isEmpty {
      self.title = title.wrapped(to: width - left - 6, size: Self.titleSize * Self.boldness, lines: 3)
      bottom = 11 + Double(self.title.count) * Self.titleLine
    }
    layOut(items, left: left, width: width)
    if let scale { layOut(scale, left: left, width: width) }
  }

  /// The names, in as many rows as they need.
  private mutating func layOut(_ items: [LegendItem], left: Double, width: Double) {
    guard !items.isEmpty else { return }
    var (x, y) = (left, bottom + 14)
    for var item in items {
      item.label = item.label.shortened(to: width - left - Entry.sample - 21, size: Self.textSize)
      let advance = Entry.sample + 7 + item.label.width(size: Self.textSize) + 20
      if x > left, x + advance - 20 > width - 14 { (x, y) = (left, y + 20) }
      entries.append(Entry(item: item, x: x, y: y))
      x += advance
    }
    bottom = y + 10
  }

  private mutating func layOut(_ scale: ColorScale, left: Double, width: Double) {
    let room = width - left - 24
    let label = scale.label.shortened(to: room - 130, size: Self.textSize)
    let labelWidth = label.isEmpty ? 0 : label.width(size: Self.textSize) + 12
    let length = min(190, room - labelWidth - 14)
    let numbers = scale.span.ticks(about: 4).compactMap { tick -> (place: Double, label: String)? in
      scale.span.position(tick.value).map { ($0 * length, tick.label.typographic) }
    }
    let overhang = numbers.map { $0.label.width(size: ColorBar.textSize) / 2 - $0.place }.max() ?? 0
    let x = max(left + labelWidth + (label.isEmpty ? 0 : 6), overhang + 2)
    colorBar = ColorBar(
      scale: scale, label: label, labelX: left, x: x, y: bottom + 4, width: length,
      ticks: Self.separated(numbers.map { (x + $0.place, $0.label) }))
    bottom += 36
  }

  /// The numbers that can stand beside each other.
  private static func separated(_ ticks: [(x: Double, label: String)]) -> [(x: Double, label: String)] {
    var end = -Double.infinity
    return ticks.filter { tick in
      let half = tick.label.width(size: ColorBar.textSize) / 2
      guard tick.x - half > end + 8 else { return false }
      end = tick.x + half
      return true
    }
  }
}

/// What a legend names.
struct LegendItem {
  /// A sample of it.
  enum Sample {
    case series(Int, Series.Style)
    case contour
    case vectorField
  }

  var label: String
  var sample: Sample
}

extension Plot {
  /// What the legend names: everything with a label, unless a title or an axis already says it.
  var legendItems: [LegendItem] {
    let named = namedSeries.map {
      LegendItem(label: series[$0.index].label, sample: .series($0.look, series[$0.index].style))
    }
    let isObvious = series.count == 1 && (!y.label.isEmpty || title == named.first?.label)
    return (isObvious ? [] : named) + layers.compactMap(\.legendItem)
  }
}

extension Plot.Layer {
  fileprivate var legendItem: LegendItem? {
    switch self {
    case .heatMap: nil
    case .contour(let contour):
      contour.label.isEmpty ? nil : LegendItem(label: contour.label, sample: .contour)
    case .vectorField(let field):
      field.label.isEmpty ? nil : LegendItem(label: field.label, sample: .vectorField)
    }
  }
}
