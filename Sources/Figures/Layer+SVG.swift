extension Plot.Layer {
  /// The lines of the layer, which stand above the grid; over colours each lies on a band of paper.
  func drawLines(_ svg: inout SVGMarkup, _ layout: PlotLayout, hasCasing: Bool) {
    switch self {
    case .heatMap: break
    case .contour(let contour): contour.draw(&svg, layout, hasCasing: hasCasing)
    case .vectorField(let field): field.draw(&svg, layout, hasCasing: hasCasing)
    }
  }
}

extension HeatMap {
  /// Fewer cells where there are more than a drawing can show: each the mean of those it stands for.
  private var visible: Grid { grid.coarsened(columns: 96, rows: 96) }

  /// A path for each colour; neighbours of one colour in a row are one rectangle.
  func draw(_ svg: inout SVGMarkup, _ layout: PlotLayout, _ scale: ColorScale?) {
    guard let scale else { return }
    let cells = CellPlaces(visible, layout)
    var paths = Array(repeating: SVGPath(in: layout.area), count: ColorScale.levels)
    for row in 0..<cells.grid.rows {
      var column = 0
      while column < cells.grid.columns {
        let level = scale.level(of: cells.grid[column, row])
        var end = column + 1
        while end < cells.grid.columns, scale.level(of: cells.grid[end, row]) == level { end += 1 }
        if let level, let (a, b) = cells.rectangle(columns: column..<end, row: row) {
          paths[level].addRectangle(a, b)
        }
        column = end
      }
    }
    svg.element("g", [("class", "figure-cells"), ("shape-rendering", "crispEdges")]) { svg in
      for (level, path) in paths.enumerated() where !path.text.isEmpty {
        svg.element("path", [("fill", FigureStyle.color(palette, level)), ("d", path.text)])
      }
    }
    if showsNumbers { drawNumbers(&svg, cells, scale) }
  }

  /// The numbers in their cells, as exact as there is room for.
  private func drawNumbers(_ svg: inout SVGMarkup, _ cells: CellPlaces, _ scale: ColorScale) {
    guard grid == cells.grid, let cell = cells.smallest, cell.height >= 15 else { return }
    let size = min(13, max(10.5, cell.height * 0.5))
    let texts = [2, 1].lazy.map { places in self.grid.values.map { Self.text($0, places) } }
    guard let fitting = texts.first(where: { $0.allSatisfy { $0.width(size: size) + 7 <= cell.width } })
    else {
      return
    }
    svg.element("g", [("class", "figure-numbers"), ("text-anchor", "middle"), ("font-size", length(size))]) {
      svg in
      for row in 0..<grid.rows {
        for column in 0..<grid.columns {
          guard let level = scale.level(of: grid[column, row]),
            let (a, b) = cells.rectangle(columns: column..<column + 1, row: row)
          else { continue }
          let place = [
            ("x", length((a.x + b.x) / 2)), ("y", length((a.y + b.y) / 2 + size * 0.35)),
          ]
          let color = scale.isStrong(level) ? [("fill", FigureStyle.paper)] : []
          svg.element("text", place + color, words: fitting[row * grid.columns + column])
        }
      }
    }
  }

  /// A whole number as it is, any other with some digits after the point, without the zero before it.
  private static func text(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "" }
    if value == value.rounded(), value.magnitude < 1e5 { return fixed(value, 0).typographic }
    let text = value.magnitude < 1000 ? fixed(value, places) : significant(value, places + 1)
    return text.typographic
  }
}

/// Where the cells of a grid lie in a drawing.
struct CellPlaces {
  let grid: Grid
  private let area: PlotArea
  private let xs: [Double?]
  private let ys: [Double?]

  init(_ grid: Grid, _ layout: PlotLayout) {
    self.grid = grid
    area = layout.area
    let extent = grid.cellExtent
    xs = Self.edges(extent.x, grid.columns).map { layout.xSpan.basePosition($0).map(Self.kept) }
    ys = Self.edges(extent.y, grid.rows).map { layout.ySpan.basePosition($0).map(Self.kept) }
  }

  private static func kept(_ share: Double) -> Double { max(0, min(1, share)) }

  private static func edges(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    (0...max(count, 1)).map { index in
      let share = Double(index) / Double(max(count, 1))
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
  }

  /// The lower left and the upper right corner of some cells of a row, nil where they are not in the plane.
  func rectangle(columns: Range<Int>, row: Int) -> (UnitPoint, UnitPoint)? {
    guard let left = xs[columns.lowerBound], let right = xs[columns.upperBound], let low = ys[row],
      let high = ys[row + 1], left != right, low != high
    else { return nil }
    return (
      area.place(UnitPoint(x: min(left, right), y: min(low, high))),
      area.place(UnitPoint(x: max(left, right), y: max(low, high)))
    )
  }

  /// The size of a cell.
  var smallest: (width: Double, height: Double)? {
    guard !grid.values.isEmpty, let (a, b) = rectangle(columns: 0..<1, row: 0) else { return nil }
    return (b.x - a.x, a.y - b.y)
  }
}

extension Grid {
  /// A grid of at most so many columns and rows, each number the mean of the finite ones it stands for.
  func coarsened(columns limit: Int, rows rowLimit: Int) -> Grid {
    guard columns > limit || rows > rowLimit else { return self }
    let (across, up) = ((columns + limit - 1) / limit, (rows + rowLimit - 1) / rowLimit)
    let newColumns = (columns + across - 1) / across
    let newRows = (rows + up - 1) / up
    let values = (0..<newRows * newColumns).map { index -> Double in
      let block = (index % newColumns * across, index / newColumns * up)
      return mean(block.0..<min(columns, block.0 + across), block.1..<min(rows, block.1 + up))
    }
    return Grid(columns: newColumns, values: values, x: x, y: y)
  }

  private func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> Double {
    var (sum, count) = (0.0, 0.0)
    for row in rows {
      for column in columns where self[column, row].isFinite {
        sum += self[column, row]
        count += 1
      }
    }
    return count == 0 ? .nan : sum / count
  }
}
