/// One node's outline as SVG elements.
struct NodeDrawing {
  let outline: NodeOutline
  let shape: NodeShape
  let centre: Point

  private var left: Double { centre.x - outline.size.width / 2 }
  private var top: Double { centre.y - outline.size.height / 2 }

  var svg: String {
    switch outline.kind {
    case .rectangle(let corner): rectangle(corner) + bars
    case .ellipse: circle(inset: 0) + (shape == .doubleCircle ? circle(inset: 5) : "")
    case .polygon(let corners): polygon(corners)
    case .cylinder(let cap): cylinder(cap)
    }
  }

  private func rectangle(_ corner: Double) -> String {
    "<rect x=\"\(left.svg)\" y=\"\(top.svg)\" width=\"\(outline.size.width.svg)\""
      + " height=\"\(outline.size.height.svg)\" rx=\"\(corner.svg)\"/>"
  }

  /// The two inner lines of a subroutine.
  private var bars: String {
    guard shape == .subroutine else { return "" }
    let lines = [left + 8, left + outline.size.width - 8].map { x in
      "M\(x.svg) \(top.svg)v\(outline.size.height.svg)"
    }
    return "<path d=\"\(lines.joined())\"/>"
  }

  private func circle(inset: Double) -> String {
    "<circle cx=\"\(centre.x.svg)\" cy=\"\(centre.y.svg)\" r=\"\((outline.size.width / 2 - inset).svg)\"/>"
  }

  private func polygon(_ corners: [Point]) -> String {
    let points = corners.map { "\(($0.x + centre.x).svg),\(($0.y + centre.y).svg)" }
    return "<polygon points=\"\(points.joined(separator: " "))\"/>"
  }

  private func cylinder(_ cap: Double) -> String {
    let (radius, width) = ((outline.size.width / 2).svg, outline.size.width.svg)
    let wall = (outline.size.height - 2 * cap).svg
    let rim = (top + cap).svg
    let body =
      "M\(left.svg) \(rim)a\(radius) \(cap.svg) 0 0 1 \(width) 0v\(wall)a\(radius) \(cap.svg) 0 0 1 -\(width) 0z"
    let lip = "M\(left.svg) \(rim)a\(radius) \(cap.svg) 0 0 0 \(width) 0"
    return "<path d=\"\(body)\"/><path class=\"open\" d=\"\(lip)\"/>"
  }
}
