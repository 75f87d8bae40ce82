/// Cubic Bézier curves end to end: a start, then three points a piece.
struct Curve: Hashable, Sendable {
  private(set) var points: [Point]

  /// Nothing unless there are 3n + 1 points.
  init?(_ points: [Point]) {
    guard points.count >= 4, points.count % 3 == 1 else { return nil }
    self.points = points
  }

  var start: Point { points[0] }
  var end: Point { points[points.count - 1] }
  var reversed: Curve { Curve(unchecked: points.reversed()) }

  private init(unchecked points: [Point]) { self.points = points }

  /// The curve from where it first leaves a region; itself if it never does.
  func leaving(_ isInside: (Point) -> Bool) -> Curve {
    let steps = 24
    for piece in stride(from: 0, to: points.count - 1, by: 3) {
      let controls = Array(points[piece...(piece + 3)])
      for step in 1...steps {
        let after = Double(step) / Double(steps)
        guard !isInside(Self.point(on: controls, at: after)) else { continue }
        let cut = Self.crossing(of: controls, isInside, in: (Double(step - 1) / Double(steps), after))
        return Curve(unchecked: Self.rest(of: controls, from: cut) + points[(piece + 4)...])
      }
    }
    return self
  }

  /// Halves the interval until the crossing is known to a small part of a pixel.
  private static func crossing(
    of controls: [Point], _ isInside: (Point) -> Bool, in interval: (Double, Double)
  ) -> Double {
    var (inner, outer) = interval
    for _ in 0..<14 {
      let middle = (inner + outer) / 2
      if isInside(point(on: controls, at: middle)) { inner = middle } else { outer = middle }
    }
    return outer
  }

  private static func point(on controls: [Point], at t: Double) -> Point {
    rest(of: controls, from: t)[0]
  }

  /// The controls of the part after `t`, by de Casteljau's construction.
  private static func rest(of c: [Point], from t: Double) -> [Point] {
    let ab = c[0].toward(c[1], t)
    let bc = c[1].toward(c[2], t)
    let cd = c[2].toward(c[3], t)
    let abc = ab.toward(bc, t)
    let bcd = bc.toward(cd, t)
    return [abc.toward(bcd, t), bcd, cd, c[3]]
  }

  /// Points on the curve, close enough together to know how far it reaches.
  var samples: [Point] {
    let starts = stride(from: 0, to: points.count - 1, by: 3)
    return starts.flatMap { piece in
      let controls = Array(points[piece...(piece + 3)])
      return (0...16).map { Self.point(on: controls, at: Double($0) / 16) }
    }
  }

  /// The curve as an SVG path.
  var path: String {
    var result = "M\(start.x.svg) \(start.y.svg)"
    for index in stride(from: 1, to: points.count, by: 3) {
      let piece = points[index...(index + 2)].map { "\($0.x.svg) \($0.y.svg)" }
      result += "C" + piece.joined(separator: " ")
    }
    return result
  }
}
