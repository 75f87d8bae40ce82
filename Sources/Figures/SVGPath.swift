/// The data of an SVG path, made shorter where nobody can see it.
struct SVGPath {
  /// Where the unit square lies in the drawing.
  let area: PlotArea
  private var bytes: [UInt8] = []
  private var occupied: Set<Cell> = []

  /// A small square of the drawing, in which one marker is enough.
  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  /// Half the width of the thinnest curve: what deviates less is not seen.
  private static let tolerance = 0.06

  init(in area: PlotArea) { self.area = area }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a curve through points of the unit square, cut off at its edges.
  mutating func addCurve(_ run: [UnitPoint]) {
    var visible: [UnitPoint] = []
    for (a, b) in zip(run, run.dropFirst()) {
      guard let part = clipped(from: a, to: b) else {
        flush(&visible)
        continue
      }
      if visible.last != part.start {
        flush(&visible)
        visible.append(part.start)
      }
      visible.append(part.end)
    }
    if run.count == 1, run[0].isInside { visible = [run[0], run[0]] }
    flush(&visible)
  }

  private mutating func flush(_ visible: inout [UnitPoint]) {
    let points = Self.straightened(Self.thinned(visible.map(area.place)))
    visible.removeAll()
    append(points)
  }

  /// Appends a line through points of the drawing.
  mutating func append(_ points: some Sequence<UnitPoint>, isClosed: Bool = false) {
    for (index, point) in points.enumerated() {
      bytes.append(index == 0 ? 0x4D : 0x20)
      appendLength(point.x, to: &bytes)
      bytes.append(0x20)
      appendLength(point.y, to: &bytes)
    }
    if isClosed { close() }
  }

  /// Appends a letter of the path language and a number: a line to a column or a row.
  mutating func append(_ letter: UInt8, _ number: Double) {
    bytes.append(letter)
    appendLength(number, to: &bytes)
  }

  /// Closes the line with the letter z.
  mutating func close() { bytes.append(0x7A) }

  /// Of very many points, the first, the last, the highest and the lowest in each bit of width.
  static func thinned(_ points: [UnitPoint], each width: Double = 0.5) -> [UnitPoint] {
    guard points.count > 2000 else { return points }
    var result: [UnitPoint] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x / width).rounded(.down)
      var end = start + 1
      while end < points.count, (points[end].x / width).rounded(.down) == column { end += 1 }
      let members = start..<end
      let lowest = members.min { points[$0].y < points[$1].y } ?? start
      let highest = members.max { points[$0].y < points[$1].y } ?? start
      let kept = Set([start, lowest, highest, end - 1])
      result += kept.sorted().map { points[$0] }
      start = end
    }
    return result
  }

  /// The points without those that lie on the straight line between their neighbours.
  ///
  /// From each kept point a cone is opened towards the next ones; the last point inside of it is kept next.
  static func straightened(_ points: [UnitPoint]) -> [UnitPoint] {
    guard points.count > 2 else { return points }
    var result = [points[0]]
    var (lower, upper) = (-Double.infinity, Double.infinity)
    for index in 1..<points.count {
      let (anchor, point) = (result[result.count - 1], points[index])
      let width = point.x - anchor.x
      let slope = (point.y - anchor.y) / width
      if !(width > 0) || slope < lower || slope > upper {
        if points[index - 1] != anchor { result.append(points[index - 1]) }
        (lower, upper) = (-Double.infinity, Double.infinity)
      }
      let base = result[result.count - 1]
      let run = point.x - base.x
      guard run > 0 else {
        if point != base { result.append(point) }
        continue
      }
      lower = max(lower, (point.y - tolerance - base.y) / run)
      upper = min(upper, (point.y + tolerance - base.y) / run)
    }
    let last = points[points.count - 1]
    return result.last == last && result.count > 1 ? result : result + [last]
  }

  /// Adds the marker number `shape` at points of the unit square, but one only where many fall together.
  mutating func addMarkers(_ points: [UnitPoint], shape: Int) {
    let size = points.count > 2000 ? 3.0 : 0.5
    for point in points where point.isInside {
      let center = area.place(point)
      let cell = Cell(column: Int(center.x / size), row: Int(center.y / size))
      if occupied.insert(cell).inserted { addMarker(center, shape: shape) }
    }
  }

  private mutating func addMarker(_ center: UnitPoint, shape: Int) {
    bytes.append(0x4D)
    appendLength(center.x, to: &bytes)
    bytes.append(0x20)
    appendLength(center.y, to: &bytes)
    bytes += Self.markers[shape % Self.markers.count].utf8
  }

  /// Circle, square, triangle, diamond, cross, falling triangle: seven units wide, drawn from their centre.
  static let markers = [
    "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z", "m-3.2-3.2h6.4v6.4h-6.4z", "m0-4l3.9 6.8h-7.8z",
    "m0-4.4l4.4 4.4-4.4 4.4-4.4-4.4z", "m-1.2-4h2.4v2.8h2.8v2.4h-2.8v2.8h-2.4v-2.8h-2.8v-2.4h2.8z",
    "m0 4l3.9-6.8h-7.8z",
  ]
}
