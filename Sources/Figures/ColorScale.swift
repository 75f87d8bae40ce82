/// How the numbers of a heat map become one of a few colours.
struct ColorScale {
  static let levels = 11
  let palette: HeatMap.Palette
  let label: String
  let span: Span

  /// The scale that all of `maps` share: the first one's words and palette, limits that hold all numbers.
  init?(_ maps: [HeatMap]) {
    guard let first = maps.first else { return nil }
    (palette, label) = (first.palette, first.color.label)
    var axis = first.color
    (axis.categories, axis.isReversed) = ([], false)
    var extent = Extent(axis.scale)
    for map in maps { for value in map.grid.values { extent.add(value) } }
    if let range = extent.range, palette == .diverging, axis.scale == .linear {
      let reach = max(range.lowerBound.magnitude, range.upperBound.magnitude)
      axis.lower = axis.lower ?? axis.upper.map { -$0 } ?? -reach
      axis.upper = axis.upper ?? axis.lower.map { -$0 } ?? reach
    }
    span = Span(axis, data: extent.range)
  }

  /// The number of the colour, from 0 on; numbers beyond the ends have the outermost colours.
  func level(of value: Double) -> Int? {
    guard let position = span.position(value) else { return nil }
    return Int(max(0, min(Double(Self.levels - 1), (position * Double(Self.levels)).rounded(.down))))
  }

  /// Whether words upon the colour are legible in the colour of the paper rather than in ink.
  func isStrong(_ level: Int) -> Bool {
    palette == .sequential ? level > 5 : level < 3 || level > 7
  }
}

extension Plot {
  /// The heat maps among the layers.
  var heatMaps: [HeatMap] {
    layers.compactMap { layer in
      guard case .heatMap(let map) = layer else { return nil }
      return map
    }
  }
}
