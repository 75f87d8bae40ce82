extension FigureStyle {
  /// On white paper, every one at least three times as dark; told apart with any kind of colour vision.
  static let light = [
    "#0b62a8", "#c8500a", "#00806a", "#a8327d", "#8a6400", "#2b8ec4", "#6247aa", "#59616e",
  ]

  /// The same order, for a dark page.
  static let dark = [
    "#6cb6f5", "#f59a56", "#3ecfae", "#ee8fc6", "#e0b84a", "#8fd3ff", "#b9a3f5", "#aab3c2",
  ]

  /// From faint to strong, equal steps of lightness in OKLab from one hue to the next.
  static let sequential = (
    light: [
      "#f1f4dc", "#d5e9ce", "#b8dec0", "#97cfb9", "#71bbb9", "#45a8b8", "#358fb1", "#2676a9", "#1b5d96",
      "#13437a", "#0c2a5e",
    ],
    dark: [
      "#1c2430", "#1e334c", "#1e4269", "#1e557f", "#1f6c8d", "#1f839b", "#409d9e", "#5eb6a0", "#8acda5",
      "#bfe0af", "#f2f3b8",
    ]
  )

  /// From blue over a neutral colour to orange: told apart without red and green.
  static let diverging = (
    light: [
      "#0a4a8c", "#3c73ac", "#689dcd", "#96bfe1", "#c4d7e7", "#f1f0ec", "#f0d4bb", "#ecb789", "#db935c",
      "#bc6b36", "#9c4206",
    ],
    dark: [
      "#8ccbff", "#69a8dd", "#4686bc", "#336592", "#2e4761", "#262b34", "#584237", "#8d5933", "#b9763e",
      "#dc9a61", "#ffbf85",
    ]
  )
}

extension Figure {
  /// The colours of figures as CSS declarations for a light page: `--series-1:#0b62a8;…`.
  public static let lightColors =
    "--figure-ink:#1f2430;--figure-quiet:#565d6b;--figure-grid:#e4e6eb;--figure-axis:#8a909c;"
    + "--figure-paper:#ffffff;--figure-box:#eef2f9;" + declarations("series", from: 1, FigureStyle.light)
    + declarations("sequential", from: 0, FigureStyle.sequential.light)
    + declarations("diverging", from: 0, FigureStyle.diverging.light)

  /// The colours of figures as CSS declarations for a dark page.
  public static let darkColors =
    "--figure-ink:#e3e6ec;--figure-quiet:#a3abb9;--figure-grid:#31363f;--figure-axis:#7d8592;"
    + "--figure-paper:#16181d;--figure-box:#222935;" + declarations("series", from: 1, FigureStyle.dark)
    + declarations("sequential", from: 0, FigureStyle.sequential.dark)
    + declarations("diverging", from: 0, FigureStyle.diverging.dark)

  private static func declarations(_ name: String, from first: Int, _ colors: [String]) -> String {
    colors.enumerated().map { "--\(name)-\(first + $0.offset):\($0.element);" }.joined()
  }
}
