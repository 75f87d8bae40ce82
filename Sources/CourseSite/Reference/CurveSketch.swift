/// A graph as small as a word: x from −4 to 4, y from −2 to 4, the same scale for both, what is outside cut off.
struct CurveSketch {
  /// The pieces of the graph, each without a jump.
  let pieces: [[SIMD2<Double>]]

  /// The pixels of one unit.
  private static let scale = 6.0

  /// The drawing, which says nothing to those who do not see it.
  var svg: String {
    "<svg class=\"sketch\" viewBox=\"0 0 48 36\" width=\"48\" height=\"36\" aria-hidden=\"true\">"
      + "<path class=\"axis\" d=\"M0 24H48M24 0V36\"/><path d=\"\(path)\"/></svg>"
  }

  private var path: String {
    pieces.map { piece in
      let points = straightened(piece.filter { $0.y.isFinite }.map(place))
      return "M" + points.map { "\(Self.number($0.x)) \(Self.number($0.y))" }.joined(separator: " ")
    }.joined()
  }

  /// A point of the graph in the drawing; what is far outside comes nearer, since nobody sees it.
  private func place(_ point: SIMD2<Double>) -> SIMD2<Double> {
    let y = min(max(point.y, -4), 6)
    return SIMD2((point.x + 4) * Self.scale, (4 - y) * Self.scale)
  }

  /// The points without those that lie on the line between their neighbours.
  private func straightened(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
    points.reduce(into: []) { kept, point in
      if kept.count > 1 {
        let (a, b) = (kept[kept.count - 2], kept[kept.count - 1])
        let (along, next) = (b - a, point - a)
        if abs(along.x * next.y - along.y * next.x) < 0.02 * next.x { kept.removeLast() }
      }
      kept.append(point)
    }
  }

  /// A length with one digit behind the point, if it needs one.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : "", whole = tenths.magnitude / 10, rest = tenths.magnitude % 10
    return sign + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}
