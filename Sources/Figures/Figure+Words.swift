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
    case .smallMultiples(let plots): return words.sentences(plots.panels.map { $0.words(in: language) })
    case .imageGrid(let images): return images.title
    case .diagram(let diagram): return diagram.text
    case .group(let figures): return words.sentences(figures.map { $0.alternativeText(language: language) })
    }
  }
}

extension Plot {
  private static let describedSeries = 8

  /// The title, or what is drawn.
  func shortName(in language: String) -> String {
    if !title.isEmpty { return title }
    let names = series.map(\.label).filter { !$0.isEmpty }
    return FigureWords(language: language).plot(names, hasLines: series.contains { $0.style == .line })
  }

  func words(in language: String) -> String {
    let words = FigureWords(language: language)
    var sentences = [shortName(in: language) + (words.isChinese ? "。" : ".")]
    if let range = dataRange(\.xs, x) {
      let name = x.label.isEmpty ? "x" : x.label
      sentences.append(
        words.axis(name, range.lowerBound, range.upperBound, isLogarithmic: x.scale == .logarithmic))
    }
    sentences += series.prefix(Self.describedSeries).map { describe($0, words) }
    sentences += marks.filter { $0.position.isFinite }.map(words.mark)
    return words.sentences(sentences)
  }

  private func dataRange(_ numbers: (Series) -> [Double], _ axis: Axis) -> ClosedRange<Double>? {
    let finite = series.flatMap(numbers).filter { $0.isFinite && (axis.scale == .linear || $0 > 0) }
    guard let lower = finite.min(), let upper = finite.max() else { return nil }
    return lower...upper
  }

  private func describe(_ series: Series, _ words: FigureWords) -> String {
    guard let facts = SeriesFacts(series) else { return words.empty(series.label) }
    var parts = series.style == .points ? [words.points(series.count)] : []
    parts += words.course(facts)
    parts += words.zeros(facts.zeroCrossings)
    if facts.corners.count <= 3 { parts += facts.corners.map { words.corner($0.x, $0.left, $0.right) } }
    if facts.jumps.count <= 3 { parts += facts.jumps.map { words.jump($0.x, $0.left, $0.right) } }
    return words.series(series.label, parts)
  }
}
