extension Table {
  /// The table in characters, its columns aligned, long cells broken into lines where it is wider than `width`.
  func text(unicode: Bool, width: Int = .max) -> String {
    let cells = ([header] + rows).map { row in row.map { unicode ? $0 : $0.sevenBit } }
    let widths = Self.fitted((0..<columnCount).map { Self.width(of: $0, in: cells) }, to: width)
    let rule = widths.map { String(repeating: unicode ? "─" : "-", count: $0) }.joined(separator: "  ")
    var lines: [String] = []
    if header.contains(where: { !$0.isEmpty }) { lines += self.lines(of: cells[0], widths) + [rule] }
    lines += cells.dropFirst().flatMap { self.lines(of: $0, widths) }
    if !caption.isEmpty { lines += [""] + (unicode ? caption : caption.sevenBit).lines(of: width) }
    return lines.map(\.trimmedEnd).joined(separator: "\n") + "\n"
  }

  private static func width(of column: Int, in cells: [[String]]) -> Int {
    cells.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
  }

  /// The widths of the columns, the widest narrowed until all of them fit.
  private static func fitted(_ natural: [Int], to width: Int) -> [Int] {
    guard let narrowest = natural.min(), let widest = natural.max(), width < .max else { return natural }
    let room = width - 2 * (natural.count - 1)
    let fits = { (limit: Int) in natural.reduce(0) { $0 + min($1, limit) } <= room }
    var (low, high) = (min(max(12, narrowest), widest), widest)
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    return natural.map { min($0, low) }
  }

  /// A row, in as many lines as its longest cell needs.
  private func lines(of cells: [String], _ widths: [Int]) -> [String] {
    let parts = widths.indices.map { $0 < cells.count ? cells[$0].lines(of: widths[$0]) : [] }
    return (0..<max(1, parts.map(\.count).max() ?? 1)).map { line in
      widths.indices.map { column in
        let cell = line < parts[column].count ? parts[column][line] : ""
        return cell.padded(to: widths[column], column < alignment.count ? alignment[column] : .leading)
      }.joined(separator: "  ")
    }
  }
}

extension String {
  /// The text in lines of at most `width` columns; a word that is longer has a line of its own.
  fileprivate func lines(of width: Int) -> [String] {
    guard columns > width else { return [self] }
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.columns + 1 + String(word).columns <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
