extension Contour {
  static let stroke = [
    ("fill", "none"), ("stroke", FigureStyle.ink), ("stroke-opacity", "0.62"), ("stroke-width", "1.1"),
    ("stroke-linejoin", "round"),
  ]

  private static let labelSize = 11.5

  /// The lines, and on the longest of each level its value.
  func draw(_ svg: inout SVGMarkup, _ layout: PlotLayout, hasCasing: Bool) {
    var path = SVGPath(in: layout.area)
    var labels: [(text: String, box: PlotArea)] = []
    for level in drawnLevels {
      let runs = runs(at: level, layout.xSpan, layout.ySpan)
      for run in runs { path.addCurve(run) }
      guard let longest = runs.max(by: { $0.count < $1.count }) else { continue }
      let text = significant(level, 3).typographic
      let places = Self.labelPlaces(on: longest.filter(\.isInside).map(layout.area.place), text, layout.area)
      if let box = places.first(where: { place in !labels.contains { $0.box.meets(place) } }) {
        labels.append((text, box))
      }
    }
    svg.element("g", [("class", "figure-contour"), ("font-size", length(Self.labelSize))]) { svg in
      if hasCasing { svg.element("path", FigureStyle.casing(width: 3) + [("d", path.text)]) }
      svg.element("path", Self.stroke + [("d", path.text)])
      for (text, box) in labels {
        let place = [
          ("x", length(box.left + box.width / 2)), ("y", length(box.top + 11)), ("text-anchor", "middle"),
        ]
        svg.element("text", FigureStyle.faintHalo + place, words: text)
      }
    }
  }

  /// Boxes around some points of a line, its middle first, that lie inside of the plane.
  private static func labelPlaces(on line: [UnitPoint], _ text: String, _ area: PlotArea) -> [PlotArea] {
    guard line.count > 5 else { return [] }
    let (width, height) = (text.width(size: labelSize) + 8, 15.0)
    return [4, 2, 6, 1, 3, 5, 7].compactMap { eighth in
      let point = line[line.count * eighth / 8]
      let box = PlotArea(left: point.x - width / 2, top: point.y - height / 2, width: width, height: height)
      let isInside =
        box.left > area.left && box.right < area.right && box.top > area.top
        && box.bottom < area.bottom
      return isInside ? box : nil
    }
  }
}
