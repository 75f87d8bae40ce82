extension ImageGrid {
  /// The images in characters: each is a pixel wide and two pixels tall.
  func text(width: Int, unicode: Bool) -> String {
    let widest = min(32, images.map(\.width).max() ?? 1)
    let each = max(widest, min(16, images.map(\.caption.columns).max() ?? 0))
    let columns = max(1, min(columnCount, (width + 2) / (each + 2)))
    var lines = title.isEmpty ? [] : title.wrapped(columns: width)
    for start in stride(from: 0, to: images.count, by: columns) {
      let row = images[start..<min(start + columns, images.count)].map {
        $0.lines(unicode: unicode) + $0.caption.wrapped(columns: each)
      }
      if !lines.isEmpty { lines.append("") }
      lines += SmallMultiples.beside(row, width: each)
    }
    return lines.map(\.trimmedEnd).joined(separator: "\n") + "\n"
  }
}

extension ImageGrid.Image {
  fileprivate func lines(unicode: Bool) -> [String] {
    let small = reduced(to: 32)
    let ramp: [Character] = Array(unicode ? " ·░▒▓█" : " .:-=+*#%@")
    return stride(from: 0, to: small.height, by: 2).map { row in
      String(
        (0..<small.width).map { column -> Character in
          let pair = [row, min(row + 1, small.height - 1)].map {
            Int(small.pixels[$0 * small.width + column])
          }
          return ramp[(pair[0] + pair[1]) * ramp.count / 511]
        })
    }
  }
}
