extension Plot {
  /// The words of the annotations, each where it covers least, with a line to its point.
  func drawAnnotations(_ svg: inout SVGMarkup, _ layout: PlotLayout, _ obstacles: inout Obstacles) {
    for annotation in annotations {
      guard let x = layout.xSpan.position(annotation.x), let y = layout.ySpan.position(annotation.y) else {
        continue
      }
      let point = UnitPoint(x: x, y: y)
      guard point.isInside else { continue }
      svg.element("g", [("class", "figure-annotation")]) { svg in
        draw(annotation, at: layout.area.place(point), &svg, layout.area, &obstacles)
      }
    }
  }

  private func draw(
    _ annotation: Annotation, at point: UnitPoint, _ svg: inout SVGMarkup, _ area: PlotArea,
    _ obstacles: inout Obstacles
  ) {
    let dot = "M\(length(point.x)) \(length(point.y))m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"
    svg.element(
      "path", [("d", dot), ("fill", FigureStyle.ink), ("stroke", FigureStyle.paper), ("stroke-width", "1")])
    let text = annotation.text.shortened(to: area.width - 12, size: FigureHeader.textSize)
    guard !text.isEmpty, let box = obstacles.leastCovering(Self.boxes(for: text, around: point, in: area))
    else {
      return
    }
    obstacles.add(box)
    let end = UnitPoint(
      x: max(box.left + 2, min(box.right - 2, point.x)), y: point.y < box.top ? box.top + 2 : box.bottom - 1)
    let (dx, dy) = (end.x - point.x, end.y - point.y)
    let distance = (dx * dx + dy * dy).squareRoot()
    if distance > 8 {
      let start = UnitPoint(x: point.x + dx / distance * 5, y: point.y + dy / distance * 5)
      let line = "M\(length(start.x)) \(length(start.y))L\(length(end.x)) \(length(end.y))"
      svg.element(
        "path", [("d", line), ("stroke", FigureStyle.ink), ("stroke-opacity", "0.7"), ("fill", "none")])
    }
    let place = [("x", length(box.left + 4)), ("y", length(box.top + 13))]
    svg.element("text", FigureStyle.halo + place, words: text)
  }

  /// Places above, below and beside the point, the nearest first, all inside of the plane.
  private static func boxes(for text: String, around point: UnitPoint, in area: PlotArea) -> [PlotArea] {
    let (width, height) = (text.width(size: FigureHeader.textSize) + 8, 18.0)
    var boxes: [PlotArea] = []
    for distance in [16.0, 30, 48, 70, 96] {
      for (across, up) in [(0.5, -1.0), (0.5, 1), (0, -1), (1, -1), (0, 1), (1, 1)] {
        let left = point.x - across * width + (across == 0 ? distance / 2 : across == 1 ? -distance / 2 : 0)
        let top = up < 0 ? point.y - distance - height : point.y + distance
        let kept = max(area.left + 2, min(area.right - width - 2, left))
        guard top >= area.top, top + height <= area.bottom else { continue }
        boxes.append(PlotArea(left: kept, top: top, width: width, height: height))
      }
    }
    return boxes
  }
}
