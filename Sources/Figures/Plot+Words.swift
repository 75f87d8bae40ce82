extension Plot {
  private static let describedSeries = 8
  private static let describedMarks = 12

  /// The title, or what is drawn.
  func shortName(in language: String) -> String {
    if !title.isEmpty { return title }
    var names = namedSeries.map { series[$0.index].label }
    if names.isEmpty, let color = heatMaps.first?.color.label, !color.isEmpty { names = [color] }
    return FigureWords(language: language).plot(kind, names)
  }

  /// The plot in sentences.
  func words(in language: String) -> String {
    let words = FigureWords(language: language)
    let name = shortName(in: language)
    let isWhole = name.last.map { ".。!?！？".contains($0) } ?? false
    return words.sentences([isWhole ? name : name + words.stop] + sentences(words))
  }

  /// Everything but the name.
  func sentences(_ words: FigureWords) -> [String] {
    var sentences = axisSentences(words)
    sentences += layers.map { $0.words(words, self) }
    sentences += series.prefix(Self.describedSeries).map { describe($0, words) }
    if series.count > Self.describedSeries {
      sentences.append(words.more(series: series.count - Self.describedSeries))
    }
    sentences += marks.filter { $0.position.isFinite }.prefix(Self.describedMarks).map(words.mark)
    sentences += annotations.prefix(Self.describedMarks).map {
      words.annotation($0.text, at: place($0.x, $0.y, words))
    }
    return sentences
  }

  private func axisSentences(_ words: FigureWords) -> [String] {
    let xs = dataRange(\.xs, x).map { range in
      let name = x.label.isEmpty ? "x" : x.label
      return words.axis(name, range.lowerBound, range.upperBound, isLogarithmic: x.scale == .logarithmic)
    }
    let isNamed = !x.categories.isEmpty || series.isEmpty
    let ys = y.scale == .logarithmic ? words.logarithmic(y.label.isEmpty ? "y" : y.label) : nil
    return (isNamed ? [] : [xs]).compactMap(\.self) + [ys].compactMap(\.self)
  }

  private func dataRange(_ numbers: (Series) -> [Double], _ axis: Axis) -> ClosedRange<Double>? {
    var extent = Extent(axis.scale)
    for series in series { for number in numbers(series) { extent.add(number) } }
    return extent.range
  }

  private func describe(_ series: Series, _ words: FigureWords) -> String {
    guard let facts = SeriesFacts(series) else { return words.empty(series.label) }
    switch series.style {
    case .bars:
      return words.series(series.label, [words.bars(series.count)] + extremes(facts, words))
    case .band: return words.series(series.label, band(series, words))
    case .stem, .points:
      let count = words.points(series.count)
      return words.series(series.label, [count] + words.course(facts) + words.zeros(facts.zeroCrossings))
    case .line, .area, .step: break
    }
    var parts = words.course(facts) + words.zeros(facts.zeroCrossings)
    if facts.corners.count <= 3 { parts += facts.corners.map { words.corner($0.x, $0.left, $0.right) } }
    if facts.jumps.count <= 3 { parts += facts.jumps.map { words.jump($0.x, $0.left, $0.right) } }
    return words.series(series.label, parts)
  }

  private func extremes(_ facts: SeriesFacts, _ words: FigureWords) -> [String] {
    if facts.lowest.y == facts.highest.y { return [words.constant(facts.lowest.y)] }
    return [
      words.highest(facts.highest.y, at: name(facts.highest.x, x, words)),
      words.lowest(facts.lowest.y, at: name(facts.lowest.x, x, words)),
    ]
  }

  private func band(_ series: Series, _ words: FigureWords) -> [String] {
    var (low, high) = (Extent(.linear), Extent(.linear))
    var widest: (x: Double, width: Double)?
    for index in 0..<series.count where series.xs[index].isFinite {
      let (base, top) = (series.base(index), series.ys[index])
      guard base.isFinite, top.isFinite else { continue }
      low.add(min(base, top))
      high.add(max(base, top))
      let width = (top - base).magnitude
      if width > widest?.width ?? -1 { widest = (series.xs[index], width) }
    }
    guard let low = low.range, let high = high.range, let widest else { return [words.say("is empty", "为空")] }
    return [words.band(low.lowerBound, high.upperBound, widest.width, at: name(widest.x, x, words))]
  }

  /// A number of an axis, or the category that it stands for.
  func name(_ number: Double, _ axis: Axis, _ words: FigureWords) -> String {
    guard let index = Int(exactly: number), axis.categories.indices.contains(index) else {
      return words.number(number)
    }
    return axis.categories[index]
  }

  /// A point of the plane.
  func place(_ x: Double, _ y: Double, _ words: FigureWords) -> String {
    "(\(name(x, self.x, words)), \(name(y, self.y, words)))"
  }
}
