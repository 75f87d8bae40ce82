/// A node's outline around its own centre.
struct NodeOutline: Sendable {
  enum Kind: Sendable {
    case rectangle(corner: Double)
    case ellipse
    case polygon([Point])
    case cylinder(cap: Double)
  }

  let size: Size
  let kind: Kind
  /// Where the text's centre is.
  var textOffset = Point(x: 0, y: 0)

  /// The outline that holds a text of a size.
  init(_ shape: NodeShape, holding text: Size) {
    let width = max(text.width, 24)
    let box = Size(width: width + 32, height: text.height + 20)
    switch shape {
    case .rectangle: self.init(box, .rectangle(corner: 6))
    case .rounded: self.init(box, .rectangle(corner: 16))
    case .stadium: self.init(Size(width: width + 44, height: box.height), .rectangle(corner: box.height / 2))
    case .subroutine: self.init(Size(width: width + 48, height: box.height), .rectangle(corner: 2))
    case .cylinder: self.init(cylinder: box)
    case .circle: self.init(circle: text, gap: 0)
    case .doubleCircle: self.init(circle: text, gap: 10)
    case .diamond: self.init(diamond: text)
    case .hexagon: self.init(hexagon: box)
    case .leaningRight: self.init(box, top: (1, 0), bottom: (0, 1))
    case .leaningLeft: self.init(box, top: (0, 1), bottom: (1, 0))
    case .trapezoid: self.init(box, top: (1, 1), bottom: (0, 0))
    case .invertedTrapezoid: self.init(box, top: (0, 0), bottom: (1, 1))
    case .flag: self.init(flag: box)
    }
  }

  private init(_ size: Size, _ kind: Kind) {
    self.size = size
    self.kind = kind
  }

  /// The corners are of the unit square from -½ to ½, moved by pixels.
  private init(_ size: Size, corners: [(x: Double, y: Double, dx: Double)]) {
    let points = corners.map { Point(x: $0.x * size.width + $0.dx, y: $0.y * size.height) }
    self.init(size, .polygon(points))
  }

  /// A box with sides that lean: how far its upper and lower corners move inwards, left and right.
  private init(_ box: Size, top: (Double, Double), bottom: (Double, Double)) {
    let lean = (box.height * 0.4).rounded()
    self.init(
      Size(width: box.width + lean, height: box.height),
      corners: [
        (-0.5, -0.5, top.0 * lean), (0.5, -0.5, -top.1 * lean), (0.5, 0.5, -bottom.1 * lean),
        (-0.5, 0.5, bottom.0 * lean),
      ])
  }

  private init(cylinder box: Size) {
    let cap = 7.0
    self.init(Size(width: box.width, height: box.height + 2 * cap), .cylinder(cap: cap))
    textOffset = Point(x: 0, y: cap)
  }

  private init(circle text: Size, gap: Double) {
    let diagonal = (text.width * text.width + text.height * text.height).squareRoot()
    let side = (max(diagonal + 14, 44) + gap).rounded()
    self.init(Size(width: side, height: side), .ellipse)
  }

  /// A text of width w and height h fits a diamond of W and H when w/W + h/H ≤ 1.
  private init(diamond text: Size) {
    let width = (text.width * 1.5 + 40).rounded()
    let height = max(text.height / (1 - text.width / width) + 14, 58).rounded()
    self.init(
      Size(width: width, height: height), corners: [(0, -0.5, 0), (0.5, 0, 0), (0, 0.5, 0), (-0.5, 0, 0)])
  }

  private init(hexagon box: Size) {
    let cut = (box.height * 0.35).rounded()
    self.init(
      Size(width: box.width + cut, height: box.height),
      corners: [
        (-0.5, -0.5, cut), (0.5, -0.5, -cut), (0.5, 0, 0), (0.5, 0.5, -cut), (-0.5, 0.5, cut), (-0.5, 0, 0),
      ])
  }

  private init(flag box: Size) {
    let notch = 14.0
    self.init(
      Size(width: box.width + notch, height: box.height),
      corners: [
        (-0.5, -0.5, 0), (0.5, -0.5, 0), (0.5, 0.5, 0), (-0.5, 0.5, 0), (-0.5, 0, notch),
      ])
    textOffset = Point(x: notch / 2, y: 0)
  }
}

extension NodeOutline {
  /// Whether a point, relative to the centre, lies within the outline grown by a margin.
  func contains(_ point: Point, margin: Double) -> Bool {
    let half = Size(width: size.width / 2 + margin, height: size.height / 2 + margin)
    guard abs(point.x) <= half.width, abs(point.y) <= half.height else { return false }
    switch kind {
    case .rectangle(let corner):
      return Self.corner(point, half, Size(width: corner + margin, height: corner + margin))
    case .ellipse:
      return Self.corner(point, half, half)
    case .cylinder(let cap):
      return Self.corner(point, half, Size(width: half.width, height: cap))
    case .polygon(let corners):
      let shrunk = Point(
        x: point.x * size.width / (2 * half.width), y: point.y * size.height / (2 * half.height))
      return Self.polygon(corners, contains: shrunk)
    }
  }

  /// Whether a point of a box lies within its corners, rounded by quarters of an ellipse.
  private static func corner(_ point: Point, _ half: Size, _ radius: Size) -> Bool {
    let dx = abs(point.x) - (half.width - radius.width)
    let dy = abs(point.y) - (half.height - radius.height)
    guard dx > 0, dy > 0 else { return true }
    let (x, y) = (dx / radius.width, dy / radius.height)
    return x * x + y * y <= 1
  }

  /// Even-odd rule.
  private static func polygon(_ corners: [Point], contains point: Point) -> Bool {
    var inside = false
    var last = corners[corners.count - 1]
    for corner in corners {
      if (corner.y > point.y) != (last.y > point.y) {
        let x = corner.x + (point.y - corner.y) / (last.y - corner.y) * (last.x - corner.x)
        if point.x < x { inside.toggle() }
      }
      last = corner
    }
    return inside
  }
}
