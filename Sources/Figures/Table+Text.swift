extension Table {
  /// The table in characters, its columns aligned.
  func text(unicode: Bool) -> String {
    let columns = columnCount
    let widths = (0..<columns).map { column in
      ([header] + rows).map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    let rule = widths.map { String(repeating: unicode ? "─" : "-", count: $0) }.joined(separator: "  ")
    var lines: [String] = []
    if header.contains(where: { !$0.isEmpty }) { lines += [line(header, widths), rule] }
    lines += rows.map { line($0, widths) }
    if !caption.isEmpty { lines += ["", caption] }
    return lines.map(\.trimmedEnd).joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    widths.indices.map { column in
      let cell = column < cells.count ? cells[column] : ""
      return cell.padded(to: widths[column], column < alignment.count ? alignment[column] : .leading)
    }.joined(separator: "  ")
  }
}
