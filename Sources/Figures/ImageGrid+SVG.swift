extension ImageGrid {
  private static let width = 440.0
  private static let captionSize = 12.0
  private static let gap = 10.0

  /// How many images stand in a row.
  var columnCount: Int {
    if let columns { return max(1, min(columns, max(images.count, 1), 24)) }
    if images.count <= 6 { return max(images.count, 1) }
    return [6, 5, 4].first { images.count % $0 == 0 } ?? 6
  }

  /// The images as an SVG element that can stand in a page; ids begin with `id`.
  func svg(id: String, language: String, description: String?) -> String {
    let header = FigureHeader(title: title, items: [], scale: nil, left: 4, width: Self.width)
    let room = (Self.width - 8 + Self.gap) / Double(columnCount) - Self.gap
    let side = max(12, min(room, 150))
    let left = (Self.width - Double(columnCount) * (side + Self.gap) + Self.gap) / 2
    var (body, top) = (SVGMarkup(), header.bottom + 4)
    for start in stride(from: 0, to: images.count, by: columnCount) {
      let row = Array(images[start..<min(start + columnCount, images.count)])
      let tallest = row.map { $0.shownHeight(width: side) }.max() ?? side
      let captions = row.map { $0.caption.wrapped(to: side + Self.gap - 4, size: Self.captionSize, lines: 3) }
      for (column, image) in row.enumerated() {
        let x = left + Double(column) * (side + Self.gap)
        image.draw(&body, x: x, y: top + (tallest - image.shownHeight(width: side)), width: side)
        Self.draw(captions[column], center: x + side / 2, top: top + tallest, &body)
      }
      let lines = row.contains { !$0.caption.isEmpty } ? captions.map(\.count).max() ?? 0 : 0
      top += tallest + (lines == 0 ? Self.gap : Double(lines) * 15 + 12)
    }
    var svg = SVGMarkup()
    let text = words(in: language)
    svg.figure(
      id: id, width: Self.width, height: top, title: shortName(in: language),
      description: description ?? text
    ) { svg in
      svg.draw(header)
      svg.append(body)
    }
    return svg.text
  }

  private static func draw(_ lines: [String], center: Double, top: Double, _ svg: inout SVGMarkup) {
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let place = [("x", length(center)), ("y", length(top + 14 + Double(index) * 15))]
      svg.element(
        "text", place + [("text-anchor", "middle"), ("font-size", length(captionSize))], words: line)
    }
  }
}

extension ImageGrid.Image {
  /// As much as twice as tall as it is wide.
  fileprivate func shownHeight(width side: Double) -> Double {
    guard width > 0, height > 0 else { return side }
    return max(4, min(2 * side, side * Double(height) / Double(width)))
  }

  fileprivate func draw(_ svg: inout SVGMarkup, x: Double, y: Double, width side: Double) {
    let place = [
      ("x", length(x)), ("y", length(y)), ("width", length(side)),
      ("height", length(shownHeight(width: side))),
    ]
    if !pixels.isEmpty {
      let small = reduced(to: 256)
      let address = PNG.address(width: small.width, pixels: small.pixels)
      let look = [("preserveAspectRatio", "none"), ("style", "image-rendering:pixelated")]
      svg.element("image", place + look + [("href", address)])
    }
    svg.element("rect", place + [("fill", "none"), ("stroke", FigureStyle.axis), ("stroke-width", "0.75")])
  }

  /// An image of at most `limit` pixels a side, each the mean of those it stands for.
  func reduced(to limit: Int) -> ImageGrid.Image {
    guard width > limit || height > limit else { return self }
    let grid = Grid(columns: width, values: pixels.map(Double.init)).coarsened(columns: limit, rows: limit)
    return ImageGrid.Image(width: grid.columns, values: grid.values, over: 0...255, caption: caption)
  }
}
