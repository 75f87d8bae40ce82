extension Plot {
  /// Whether the plot is nothing but bars over names.
  var isBarChart: Bool {
    !series.isEmpty && layers.isEmpty && !x.categories.isEmpty && y.scale == .linear
      && hasBarsOnly
  }

  /// Whether all series are bars; beside others bars are drawn as those of the next look.
  var hasBarsOnly: Bool { series.allSatisfy { $0.style == .bars } }

  /// Names with lying bars, which need no more room than their rows; the numbers stand behind them.
  func barLines(width: Int, unicode: Bool) -> [String] {
    let margin = min(width / 3, x.categories.map(\.columns).max() ?? 0)
    let shown = series.filter { $0.count > 0 }
    let numbers = shown.flatMap { $0.ys.prefix($0.count).filter(\.isFinite) }
    let (low, high) = (min(0, numbers.min() ?? 0), max(0, numbers.max() ?? 0))
    let room = max(4, width - margin - 12)
    let (looks, bars) = (looks, barsByCategory)
    return x.categories.indices.flatMap { category -> [String] in
      bars[category].map { place, number in
        let name = place == 0 ? x.categories[category].shortened(columns: margin) : ""
        let bar = Self.bar(from: 0, to: number, low, high, room, looks[place], unicode)
        return name.padded(to: margin) + (unicode ? " │" : " |") + bar + " " + significant(number, 3)
      } + (series.count > 1 ? [""] : [])
    }.dropLast(series.count > 1 ? 1 : 0)
  }

  /// For each category the first number that each series has for it, with the place of the series.
  private var barsByCategory: [[(place: Int, number: Double)]] {
    var bars = Array(repeating: [(place: Int, number: Double)](), count: x.categories.count)
    for (place, series) in series.enumerated() {
      for index in 0..<series.count {
        guard let category = Int(exactly: series.xs[index]), bars.indices.contains(category),
          bars[category].last?.place != place
        else { continue }
        bars[category].append((place, series.ys[index]))
      }
    }
    return bars
  }

  /// The character that fills the lying bars of a series.
  static func fill(_ look: Int) -> Character { ["█", "▓", "▒", "░"][look % 4] }

  /// A bar between two numbers on a line of `room` characters from `low` to `high`.
  private static func bar(
    from base: Double, to end: Double, _ low: Double, _ high: Double, _ room: Int, _ look: Int,
    _ unicode: Bool
  ) -> String {
    guard end.isFinite, high > low else { return "" }
    let place = { (x: Double) in (x / 2 - low / 2) / (high / 2 - low / 2) * Double(room) }
    let (left, right) = (place(min(base, end)), place(max(base, end)))
    let blank = String(repeating: " ", count: Int(left.rounded()))
    let whole = max(0, Int(right.rounded(.down)) - Int(left.rounded()))
    let fill = unicode ? fill(look) : mark(look)
    let eighths: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let rest = unicode && look % 4 == 0 && end > base ? eighths[Int((right - right.rounded(.down)) * 8)] : ""
    return blank + String(repeating: fill, count: whole) + rest
  }

  /// A matrix as a table of its numbers where they fit the width; nil for everything else.
  func matrixText(width: Int) -> [String]? {
    guard series.isEmpty, layers.count == 1, let map = heatMaps.first, map.showsNumbers,
      map.grid.rows <= 40, map.grid.columns > 0
    else { return nil }
    let name = { (names: [String], index: Int) in index < names.count ? names[index] : "\(index)" }
    let rows = (0..<map.grid.rows).map { row -> [String] in
      let cells = (0..<map.grid.columns).map { column -> String in
        let value = map.grid[column, row]
        return value.isNaN ? "" : value == value.rounded() ? significant(value, 6) : fixed(value, 2)
      }
      return [name(y.categories, row)] + cells
    }
    let header = [""] + (0..<map.grid.columns).map { name(x.categories, $0) }
    let alignment = header.indices.map { $0 == 0 ? Table.Alignment.leading : .trailing }
    let names = [("rows", y.label), ("columns", x.label), ("numbers", map.color.label)]
    let caption = names.filter { !$0.1.isEmpty }.map { "\($0): \($1)" }.joined(separator: "   ")
    let table = Table(
      header, rows: y.isReversed ? rows : rows.reversed(), alignment: alignment, caption: caption)
    let lines = table.text(unicode: false).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    guard lines.allSatisfy({ $0.columns <= width }) else { return nil }
    return Array(lines.dropLast())
  }
}
