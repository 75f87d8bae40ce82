extension Figure {
  /// The numbers of the figure as a table, for who cannot see the drawing or wants to read values off it.
  ///
  /// At most 100 rows, spread evenly where there are more, which the caption then says. Nil for a figure that is
  /// text already, and for a group, of which each part has its own.
  public var dataTable: Table? { dataTable(language: "en") }

  /// The same with at most `limit` rows, its few words in a language.
  public func dataTable(language: String, rows limit: Int = 100) -> Table? {
    let words = FigureWords(language: language)
    let table =
      switch self {
      case .plot(let plot): plot.dataTable(words, max(2, limit))
      case .smallMultiples(let plots): plots.dataTable(words, max(2, limit))
      case .imageGrid(let images): images.dataTable(words)
      case .diagram(let diagram): diagram.dataTable(words)
      case .text, .table, .check, .group: nil as DataRows?
      }
    guard let table, table.count > 0 else { return nil }
    return table.table(atMost: max(2, limit), words)
  }
}

extension Plot {
  /// One row for each argument where all series share theirs, otherwise one for each pair; without series the
  /// numbers of the first layer.
  fileprivate func dataTable(_ words: FigureWords, _ limit: Int) -> DataRows? {
    let shown = series.filter { $0.count > 0 }
    guard let first = shown.first else { return layers.first.map { $0.dataTable(self, words) } }
    if shown.allSatisfy({ $0.xs == first.xs }) { return sharedRows(shown) }
    let hasBands = shown.contains { $0.style == .band }
    let parts = shown.map { series in
      (name: series.label, rows: hasBands ? bounds(series) : sharedRows([series], names: [axisName(y, "y")]))
    }
    return .joined(parts, header: words.say("Series", "系列"), limit: limit)
  }

  private func sharedRows(_ series: [Series], names: [String]? = nil) -> DataRows {
    let labels = names ?? series.map { $0.label.isEmpty ? axisName(y, "y") : $0.label }
    let bands = series.map { $0.style == .band }
    let header = [axisName(x, "x")] + zip(labels, bands).flatMap { $1 ? ["\($0) ≥", "\($0) ≤"] : [$0] }
    let count = series.map(\.count).min() ?? 0
    return DataRows(header, count: count) { index in
      [label(series[0].xs[index], x)]
        + zip(series, bands).flatMap { series, isBand in
          (isBand ? [series.base(index)] : []).map(Self.rounded) + [Self.rounded(series.ys[index])]
        }
    }
  }

  /// Curves and bands in one table: a curve's lower and upper bound are the same.
  private func bounds(_ series: Series) -> DataRows {
    DataRows([axisName(x, "x"), "≥", "≤"], count: series.count) { index in
      let lower = series.style == .band ? series.base(index) : series.ys[index]
      return [label(series.xs[index], x), Self.rounded(lower), Self.rounded(series.ys[index])]
    }
  }

  fileprivate func axisName(_ axis: Axis, _ name: String) -> String { axis.label.isEmpty ? name : axis.label }

  fileprivate func label(_ number: Double, _ axis: Axis) -> String {
    guard let index = Int(exactly: number), axis.categories.indices.contains(index) else {
      return Self.rounded(number)
    }
    return axis.categories[index]
  }

  /// Four significant digits are as much as a drawing shows; of what is no number it shows nothing.
  fileprivate static func rounded(_ value: Double) -> String { value.isNaN ? "–" : significant(value, 4) }
}

extension Plot.Layer {
  fileprivate func dataTable(_ plot: Plot, _ words: FigureWords) -> DataRows {
    switch self {
    case .heatMap(let map): rows(of: map.grid, map.color.label, plot, words)
    case .contour(let contour): rows(of: contour.grid, contour.label, plot, words)
    case .vectorField(let field):
      DataRows(
        [plot.axisName(plot.x, "x"), plot.axisName(plot.y, "y"), "→", "↑"],
        count: field.dx.values.count
      ) {
        let (column, row) = ($0 % field.dx.columns, $0 / field.dx.columns)
        let place = [
          plot.label(field.dx.x(ofColumn: column), plot.x), plot.label(field.dx.y(ofRow: row), plot.y),
        ]
        return place + [Plot.rounded(field.dx[column, row]), Plot.rounded(field.dy[column, row])]
      }
    }
  }

  /// The grid as it lies where it is narrow enough, otherwise a row for each number.
  private func rows(of grid: Grid, _ name: String, _ plot: Plot, _ words: FigureWords) -> DataRows {
    let corner = plot.axisName(plot.y, "y")
    if grid.columns <= 12 {
      let header = [corner] + (0..<grid.columns).map { plot.label(grid.x(ofColumn: $0), plot.x) }
      return DataRows(header, count: grid.rows) { index in
        let row = plot.y.isReversed ? index : grid.rows - 1 - index
        let numbers = (0..<grid.columns).map { Plot.rounded(grid[$0, row]) }
        return [plot.label(grid.y(ofRow: row), plot.y)] + numbers
      }
    }
    let header = [plot.axisName(plot.x, "x"), corner, name.isEmpty ? words.say("value", "值") : name]
    return DataRows(header, count: grid.values.count) { index in
      let (column, row) = (index % grid.columns, index / grid.columns)
      return [
        plot.label(grid.x(ofColumn: column), plot.x), plot.label(grid.y(ofRow: row), plot.y),
        Plot.rounded(grid[column, row]),
      ]
    }
  }
}

extension SmallMultiples {
  fileprivate func dataTable(_ words: FigureWords, _ limit: Int) -> DataRows? {
    let parts = panels.compactMap { panel in
      panel.dataTable(words, limit).map { (name: panel.title, rows: $0) }
    }
    return .joined(parts, header: words.say("Plot", "图"), limit: limit)
  }
}

extension ImageGrid {
  fileprivate func dataTable(_ words: FigureWords) -> DataRows {
    let header = [words.say("Image", "图像"), words.say("Size", "大小"), words.say("Mean brightness", "平均亮度")]
    return DataRows(header, count: images.count) { index in
      let image = images[index]
      let mean = image.pixels.reduce(0) { $0 + Double($1) } / Double(max(1, image.pixels.count))
      let name = image.caption.isEmpty ? "\(index + 1)" : image.caption
      return [name, "\(image.width) × \(image.height)", fixed(mean, 1)]
    }
  }
}

extension Diagram {
  fileprivate func dataTable(_ words: FigureWords) -> DataRows {
    let shown = edges.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) }
    let header = [words.say("From", "从"), words.say("To", "到"), words.say("Label", "说明")]
    return DataRows(header, count: shown.count) { index in
      [name(of: shown[index].from), name(of: shown[index].to), shown[index].label]
    }
  }
}
