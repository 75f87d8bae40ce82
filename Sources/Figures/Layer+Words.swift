extension Plot.Layer {
  /// The layer in a sentence.
  func words(_ words: FigureWords, _ plot: Plot) -> String {
    switch self {
    case .heatMap(let map):
      let size = words.cells(map.grid.columns, map.grid.rows, map.color.label)
      return words.sentence([size] + Self.extremes(of: map.grid, words, plot))
    case .contour(let contour):
      let levels = contour.drawnLevels.prefix(12).map(words.number)
      let extremes = Self.extremes(of: contour.grid, words, plot)
      return words.sentence([words.contours(contour.label, Array(levels))] + extremes)
    case .vectorField(let field): return field.words(words, plot)
    }
  }

  private static func extremes(of grid: Grid, _ words: FigureWords, _ plot: Plot) -> [String] {
    let finite = grid.values.indices.filter { grid.values[$0].isFinite }
    guard let low = finite.min(by: { grid.values[$0] < grid.values[$1] }),
      let high = finite.max(by: { grid.values[$0] < grid.values[$1] })
    else { return [words.noFiniteValues] }
    if grid.values[low] == grid.values[high] { return [words.constant(grid.values[low])] }
    let place = { (index: Int) in
      plot.place(
        grid.x(ofColumn: index % grid.columns), grid.y(ofRow: index / grid.columns), words)
    }
    return [
      words.lowest(grid.values[low], at: place(low)), words.highest(grid.values[high], at: place(high)),
    ]
  }
}

extension VectorField {
  fileprivate func words(_ words: FigureWords, _ plot: Plot) -> String {
    let lengths = zip(dx.values, dy.values).map { ($0 * $0 + $1 * $1).squareRoot() }
    let finite = lengths.indices.filter { lengths[$0].isFinite }
    guard let low = finite.min(by: { lengths[$0] < lengths[$1] }),
      let high = finite.max(by: { lengths[$0] < lengths[$1] })
    else { return words.sentence([words.arrows(dx.columns, dx.rows, label), words.noFiniteValues]) }
    let place = { (index: Int) in
      plot.place(dx.x(ofColumn: index % dx.columns), dx.y(ofRow: index / dx.columns), words)
    }
    return words.sentence([
      words.arrows(dx.columns, dx.rows, label), words.longest(lengths[high], at: place(high)),
      words.shortest(lengths[low], at: place(low)),
    ])
  }
}
