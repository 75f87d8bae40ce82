extension SmallMultiples {
  /// The panels in characters, as many side by side as fit, and one legend for all.
  func text(width: Int, unicode: Bool) -> String {
    let columns = max(1, min(columnCount, (width + 2) / 36))
    let each = (width - 2 * (columns - 1)) / columns
    let panels = alignedPanels
    var lines = title.isEmpty ? [] : title.wrapped(columns: width)
    for start in stride(from: 0, to: panels.count, by: columns) {
      let row = panels[start..<min(start + columns, panels.count)].map {
        $0.text(width: each, unicode: unicode, hasLegend: false).split(separator: "\n").map(String.init)
      }
      if !lines.isEmpty { lines.append("") }
      lines += Self.beside(row, width: each)
    }
    if let richest = panels.max(by: { $0.namedSeries.count < $1.namedSeries.count }) {
      let legend = richest.legend(width: width, unicode: unicode)
      lines += legend.isEmpty ? [] : [""] + legend
    }
    return lines.map(\.trimmedEnd).joined(separator: "\n") + "\n"
  }

  /// Texts side by side, two blanks between them.
  static func beside(_ texts: [[String]], width: Int) -> [String] {
    (0..<(texts.map(\.count).max() ?? 0)).map { line in
      texts.map { (line < $0.count ? $0[line] : "").padded(to: width) }.joined(separator: "  ")
    }
  }
}
