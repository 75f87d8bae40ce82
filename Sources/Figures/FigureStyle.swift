/// The colours and strokes of figures.
///
/// Colours are CSS variables, so that a page can turn them for a dark background or for print. Curves differ
/// in their dashes as well, points in their shapes and bars in their hatches: no meaning hangs on colour alone.
enum FigureStyle {
  static let ink = "var(--figure-ink, #1f2430)"
  static let quiet = "var(--figure-quiet, #565d6b)"
  static let grid = "var(--figure-grid, #e4e6eb)"
  static let axis = "var(--figure-axis, #8a909c)"
  static let paper = "var(--figure-paper, #ffffff)"
  static let box = "var(--figure-box, #eef2f9)"

  static let mark = [
    ("stroke", ink), ("stroke-opacity", "0.65"), ("stroke-dasharray", "2 3"), ("fill", "none"),
  ]

  /// Words on a band of paper, legible across a curve.
  static let halo = [
    ("stroke", paper), ("stroke-width", "4"), ("stroke-linejoin", "round"),
    ("style", "paint-order:stroke"),
  ]

  /// The same for the numbers on contours.
  static let faintHalo = [
    ("stroke", paper), ("stroke-width", "3"), ("stroke-opacity", "0.75"), ("stroke-linejoin", "round"),
    ("style", "paint-order:stroke"),
  ]

  /// The band of paper on which a line crosses colours.
  static func casing(width: Double) -> [(String, String)] {
    [
      ("fill", "none"), ("stroke", paper), ("stroke-width", length(width)), ("stroke-opacity", "0.6"),
      ("stroke-linejoin", "round"), ("stroke-linecap", "round"),
    ]
  }

  static func color(_ index: Int) -> String {
    "var(--series-\(index % light.count + 1), \(light[index % light.count]))"
  }

  /// The colour of a heat map's level.
  static func color(_ palette: HeatMap.Palette, _ level: Int) -> String {
    switch palette {
    case .sequential: "var(--sequential-\(level), \(sequential.light[level]))"
    case .diverging: "var(--diverging-\(level), \(diverging.light[level]))"
    }
  }

  /// The stroke of a curve.
  static func line(_ index: Int) -> [(String, String)] {
    let dash = dashes[index % dashes.count]
    let line = [
      ("class", "figure-series"), ("fill", "none"), ("stroke", color(index)), ("stroke-width", "2.25"),
      ("stroke-linejoin", "round"), ("stroke-linecap", dash.isEmpty ? "round" : "butt"),
    ]
    return dash.isEmpty ? line : line + [("stroke-dasharray", dash)]
  }

  /// The fill of markers.
  static func marker(_ index: Int, isCased: Bool = false) -> [(String, String)] {
    let width = isCased ? "1.5" : "0.75"
    return [("class", "figure-series"), ("fill", color(index)), ("stroke", paper), ("stroke-width", width)]
  }

  /// The thin line from its base to a marker.
  static func stem(_ index: Int) -> [(String, String)] {
    [("fill", "none"), ("stroke", color(index)), ("stroke-width", "1.5")]
  }

  /// The faint fill of a band or of the room below a curve.
  static func area(_ index: Int) -> [(String, String)] {
    [("class", "figure-series"), ("fill", color(index)), ("fill-opacity", "0.2")]
  }

  /// The thin edge of a band, in the dashes of its series.
  static func edge(_ index: Int) -> [(String, String)] {
    let dash = dashes[index % dashes.count]
    let line = [
      ("fill", "none"), ("stroke", color(index)), ("stroke-width", "1.1"), ("stroke-opacity", "0.8"),
    ]
    return dash.isEmpty ? line : line + [("stroke-dasharray", dash)]
  }

  private static let dashes = [
    "", "8 4", "2.5 2.5", "10 3 2.5 3", "14 4", "5 2.5", "10 3 2.5 3 2.5 3", "1.5 4",
  ]

  /// Lines of paper across a bar, by the number of its series; the first has none.
  static let hatches = [
    "", "M-1 7L7 -1M-1 1L1 -1M5 7L7 5", "M0 3H6", "M-1 -1L7 7M-1 5L1 7M5 -1L7 1", "M3 0V6",
    "M0 3H6M3 0V6", "M1.5 1.5h1.5v1.5h-1.5z", "M-1 7L7 -1M-1 -1L7 7",
  ]
}
