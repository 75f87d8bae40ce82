extension Plot {
  /// What the characters stand for: series, layers, marks, annotations, and the names of the axes.
  func legend(width: Int, unicode: Bool) -> [String] {
    let named = namedSeries, hasBarsOnly = hasBarsOnly
    let names = named.map { index, look in
      let isBehind = series[index].style == .bars && !hasBarsOnly
      let drawn = sample(series[index].style, look + (isBehind ? 1 : 0), unicode)
      let sample = unicode ? series.count == 1 ? "" : drawn + " " : "\(Self.mark(look)) "
      return sample + series[index].label + (unicode && named.count > 1 ? ending(of: series[index]) : "")
    }
    let lines = marks.filter { $0.position.isFinite }.map { mark in
      let axis = mark.direction == .vertical ? "x" : "y"
      let name = mark.label.isEmpty ? "" : mark.label + ", "
      return "\(mark.character(unicode)) \(name)\(axis) = \(significant(mark.position, 3))"
    }
    let points = annotations.enumerated().map { number, annotation in
      let place = "(\(significant(annotation.x, 3)), \(significant(annotation.y, 3)))"
      return "\(Self.sign(number)) \(annotation.text) \(place)"
    }
    let axes = [("x", x.label), ("y", y.label)].filter { !$0.1.isEmpty }.map { "\($0): \($1)" }
    let scale = ColorScale(heatMaps)?.text(unicode: unicode)
    let entries = names + layers.flatMap(\.textLegend) + lines + points + axes + (scale.map { [$0] } ?? [])
    return Self.filled(entries, width: width)
  }

  /// Entries in as few lines as hold them.
  private static func filled(_ entries: [String], width: Int) -> [String] {
    entries.reduce(into: []) { lines, entry in
      if let last = lines.last, last.columns + 3 + entry.columns <= width {
        lines[lines.count - 1] = last + "   " + entry
      } else {
        lines.append(entry.shortened(columns: width))
      }
    }
  }

  /// Three characters drawn as the series is.
  private func sample(_ style: Series.Style, _ look: Int, _ unicode: Bool) -> String {
    guard unicode else { return String(Self.mark(look)) }
    if isBarChart { return String(repeating: Self.fill(look), count: 3) }
    var canvas = TextCanvas(width: 3, height: 1, unicode: true)
    let pen = TextCanvas.Pen(mark: Self.mark(look), look: look)
    let (left, right) = (UnitPoint(x: 0, y: 0.5), UnitPoint(x: 1, y: 0.5))
    switch style {
    case .line, .step: canvas.curve([left, right], pen)
    case .points: for x in [0.1, 0.5, 0.9] { canvas.point(UnitPoint(x: x, y: 0.5), pen) }
    case .bars: canvas.fill(UnitPoint(x: 0, y: 0), UnitPoint(x: 1, y: 0.9), pen)
    case .band, .area: canvas.fill(UnitPoint(x: 0, y: 0), UnitPoint(x: 1, y: 0.9), pen, isFaint: true)
    case .stem:
      for x in [0.2, 0.7] { canvas.curve([UnitPoint(x: x, y: 0), UnitPoint(x: x, y: 0.9)], pen) }
    }
    return canvas.text(ofRow: 0)
  }

  /// In Braille the curves look much alike, so the legend says where each ends.
  private func ending(of series: Series) -> String {
    guard series.isJoined, series.style != .band,
      let last = (0..<series.count).last(where: { series.ys[$0].isFinite })
    else { return "" }
    return " (ends at \(significant(series.ys[last], 3)))"
  }
}

extension Plot.Layer {
  /// What a terminal says of the layer.
  fileprivate var textLegend: [String] {
    switch self {
    case .heatMap: return []
    case .contour(let contour):
      let levels = contour.drawnLevels.prefix(9).enumerated().map {
        "\(Plot.sign($0.offset)) = \(significant($0.element, 3))"
      }
      return [([contour.label.isEmpty ? "levels" : contour.label] + levels).joined(separator: " ")]
    case .vectorField(let field): return field.label.isEmpty ? [] : ["> \(field.label)"]
    }
  }
}

extension ColorScale {
  /// The characters from the lowest to the highest number.
  func text(unicode: Bool) -> String {
    let number = { (end: Double) in significant(span.scale == .linear ? end : powerOfTen(exponent: end), 3) }
    let name = label.isEmpty ? "" : label + ": "
    return "\(name)\(number(span.lower)) [\(String(Self.ramp(palette, unicode)))] \(number(span.upper))"
  }

  /// The character for a number, a blank where it has none.
  func character(for value: Double, unicode: Bool) -> Character {
    guard let position = span.position(value) else { return " " }
    let ramp = Self.ramp(palette, unicode)
    return ramp[max(0, min(ramp.count - 1, Int(max(0, min(1, position)) * Double(ramp.count))))]
  }

  /// Characters that grow darker; on a diverging scale from letters over nothing to signs.
  private static func ramp(_ palette: HeatMap.Palette, _ unicode: Bool) -> [Character] {
    switch (palette, unicode) {
    case (.sequential, true): [" ", "·", "░", "▒", "▓", "█"]
    case (.sequential, false): Array(" .,-:;=!IHM")
    case (.diverging, true): ["█", "▓", "▒", "░", " ", "·", "∘", "○", "●"]
    case (.diverging, false): Array("HI=- .:!$")
    }
  }
}
