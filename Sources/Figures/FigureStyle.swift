/// The colours and strokes of figures.
///
/// Colours are CSS variables, so that a page can turn them for a dark background or for print. Curves differ
/// in their dashes as well, and points in their shapes: no meaning hangs on colour alone.
enum FigureStyle {
  static let ink = "var(--figure-ink, #1f2430)"
  static let grid = "var(--figure-grid, #e4e6eb)"
  static let axis = "var(--figure-axis, #8a909c)"
  static let paper = "var(--figure-paper, #ffffff)"

  static let mark = [
    ("stroke", ink), ("stroke-opacity", "0.65"), ("stroke-dasharray", "2 3"), ("fill", "none"),
  ]

  /// Words on a band of paper, legible across a curve.
  static let halo = [
    ("stroke", paper), ("stroke-width", "4"), ("stroke-linejoin", "round"),
    ("style", "paint-order:stroke"),
  ]

  static func color(_ index: Int) -> String {
    "var(--series-\(index % light.count + 1), \(light[index % light.count]))"
  }

  static func attributes(of style: Series.Style, index: Int) -> [(String, String)] {
    switch style {
    case .points, .stem:
      return [
        ("class", "figure-series"), ("fill", color(index)), ("stroke", paper), ("stroke-width", "0.75"),
      ]
    case .line, .bars, .band, .area, .step:
      let line = [
        ("class", "figure-series"), ("fill", "none"), ("stroke", color(index)), ("stroke-width", "2.25"),
        ("stroke-linejoin", "round"), ("stroke-linecap", index % dashes.count == 0 ? "round" : "butt"),
      ]
      let dash = dashes[index % dashes.count]
      return dash.isEmpty ? line : line + [("stroke-dasharray", dash)]
    }
  }

  private static let dashes = [
    "", "8 4", "2.5 2.5", "10 3 2.5 3", "14 4", "5 2.5", "10 3 2.5 3 2.5 3", "1.5 4",
  ]

  /// On white paper, every one at least three times as dark; told apart with any kind of colour vision.
  static let light = [
    "#0b62a8", "#c8500a", "#00806a", "#a8327d", "#8a6400", "#2b8ec4", "#6247aa", "#59616e",
  ]

  /// The same order, for a dark page.
  static let dark = [
    "#6cb6f5", "#f59a56", "#3ecfae", "#ee8fc6", "#e0b84a", "#8fd3ff", "#b9a3f5", "#aab3c2",
  ]
}

extension Figure {
  /// The colours of figures as CSS declarations for a light page: `--series-1:#0b62a8;…`.
  public static let lightColors =
    "--figure-ink:#1f2430;--figure-grid:#e4e6eb;--figure-axis:#8a909c;--figure-paper:#ffffff;"
    + seriesColors(FigureStyle.light)

  /// The colours of figures as CSS declarations for a dark page.
  public static let darkColors =
    "--figure-ink:#e3e6ec;--figure-grid:#31363f;--figure-axis:#7d8592;--figure-paper:#16181d;"
    + seriesColors(FigureStyle.dark)

  private static func seriesColors(_ colors: [String]) -> String {
    colors.enumerated().map { "--series-\($0.offset + 1):\($0.element);" }.joined()
  }
}
