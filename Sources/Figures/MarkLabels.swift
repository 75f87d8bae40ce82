/// The words of a vertical line, above the plane.
struct MarkLabel {
  var text: String
  var center: Double
  var line: Double
}

/// The words of all vertical lines, in as many rows as keep them apart.
struct MarkLabels {
  private var labels: [(text: String, center: Double, row: Int)] = []
  /// How many rows there are.
  private(set) var rows = 0

  init(_ plot: Plot, _ span: Span, left: Double, width: Double, end: Double) {
    let size = FigureHeader.textSize
    var ends: [Double] = []
    let named = plot.marks.filter {
      $0.direction == .vertical && !$0.label.isEmpty && span.contains($0.position)
    }.compactMap { mark in span.position(mark.position).map { (text: mark.label, share: $0) } }
    for (text, share) in named.sorted(by: { $0.share < $1.share }) {
      let text = text.shortened(to: end - left - 4, size: size)
      let half = text.width(size: size) / 2
      let center = max(left + half, min(end - half - 2, left + share * width))
      let row = ends.firstIndex { center - half > $0 + 6 } ?? ends.count
      if row < 3 {
        if row == ends.count { ends.append(0) }
        ends[row] = center + half
        labels.append((text, center, row))
      }
    }
    rows = ends.count
  }

  func placed(in area: PlotArea) -> [MarkLabel] {
    labels.map { MarkLabel(text: $0.text, center: $0.center, line: area.top - 6 - Double($0.row) * 17) }
  }
}
