extension Figure {
  /// What the figure shows, in sentences computed from its data: ranges, extrema, zeros, corners.
  ///
  /// English, or Chinese for a language that begins with `zh`.
  public func alternativeText(language: String = "en") -> String {
    let words = FigureWords(language: language)
    switch self {
    case .text(let text): return text
    case .plot(let plot): return plot.words(in: language)
    case .table(let table): return words.table(table.header, rows: table.rows.count)
    case .check(let check): return words.check(check)
    case .smallMultiples(let plots): return plots.words(in: language)
    case .imageGrid(let images): return images.words(in: language)
    case .diagram(let diagram): return diagram.words(in: language)
    case .group(let figures): return words.sentences(figures.map { $0.alternativeText(language: language) })
    }
  }
}
