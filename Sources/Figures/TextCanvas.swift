/// A drawing made of characters.
///
/// With Unicode every character is a Braille pattern of two by four dots; without, it is one dot, drawn as
/// the mark of its series. Below the dots lies a ground of characters, above them lie signs.
struct TextCanvas {
  let width: Int
  let height: Int
  let unicode: Bool
  private var patterns: [UInt8]
  private var marks: [Character]
  private var ground: [Character]
  private var signs: [Character?]

  init(width: Int, height: Int, unicode: Bool) {
    self.width = width
    self.height = height
    self.unicode = unicode
    patterns = Array(repeating: 0, count: width * height)
    marks = Array(repeating: " ", count: width * height)
    ground = marks
    signs = Array(repeating: nil, count: width * height)
  }

  private var dotColumns: Int { unicode ? 2 * width : width }
  private var dotRows: Int { unicode ? 4 * height : height }

  /// How a line or a fill of a series looks.
  struct Pen {
    var mark: Character
    var look: Int

    /// Dots drawn and dots left out, in turn, along a line; the first series has none left out.
    fileprivate static let dashes = [[], [5, 3], [1, 2], [6, 2, 1, 2], [8, 4], [3, 2], [1, 4], [2, 5]]

    fileprivate func draws(_ step: Int) -> Bool {
      let dash = Self.dashes[look % Self.dashes.count]
      guard let length = dash.isEmpty ? nil : dash.reduce(0, +) else { return true }
      var rest = step % length
      for (index, part) in dash.enumerated() {
        if rest < part { return index % 2 == 0 }
        rest -= part
      }
      return true
    }

    /// Whether a fill of this look covers a dot.
    fileprivate func fills(_ x: Int, _ y: Int) -> Bool {
      switch look % 4 {
      case 0: true
      case 1: (x + y) % 2 == 0
      case 2: y % 2 == 0
      default: x % 2 == 0
      }
    }
  }

  /// Draws straight lines through points of the unit square.
  mutating func curve(_ points: [UnitPoint], _ pen: Pen) {
    if points.count == 1 { return point(points[0], pen) }
    var drawn = 0
    for (a, b) in zip(points, points.dropFirst()) {
      guard let (start, end) = clipped(from: a, to: b) else { continue }
      let (startX, startY) = dot(start)
      let (endX, endY) = dot(end)
      let steps = max(abs(endX - startX), abs(endY - startY))
      for step in 0...steps {
        let share = steps == 0 ? 0 : Double(step) / Double(steps)
        let x = Double(startX) + share * Double(endX - startX)
        let y = Double(startY) + share * Double(endY - startY)
        if !unicode || pen.draws(drawn + step) { set(Int(x.rounded()), Int(y.rounded()), pen.mark) }
      }
      drawn += steps
    }
  }

  /// Draws a point of the unit square.
  mutating func point(_ p: UnitPoint, _ pen: Pen) {
    guard p.isInside else { return }
    let (x, y) = dot(p)
    set(x, y, pen.mark)
  }

  /// Fills a rectangle between two corners of the unit square; faintly leaves three dots in four out.
  mutating func fill(_ a: UnitPoint, _ b: UnitPoint, _ pen: Pen, isFaint: Bool = false) {
    let kept = { (p: UnitPoint) in UnitPoint(x: max(0, min(1, p.x)), y: max(0, min(1, p.y))) }
    let (from, to) = (dot(kept(a)), dot(kept(b)))
    for y in min(from.1, to.1)...max(from.1, to.1) {
      for x in min(from.0, to.0)...max(from.0, to.0) {
        let isDrawn = isFaint ? unicode ? x % 2 == 0 && y % 2 == 0 : (x + y) % 2 == 0 : pen.fills(x, y)
        if isDrawn || !unicode && !isFaint { set(x, y, isFaint && !unicode ? "." : pen.mark) }
      }
    }
  }

  /// Puts a character below all dots.
  mutating func putGround(_ character: Character, column: Int, row: Int) {
    ground[row * width + column] = character
  }

  /// Puts a character above all dots.
  mutating func putSign(_ character: Character, at p: UnitPoint) {
    guard p.isInside else { return }
    signs[row(of: p.y) * width + column(of: p.x)] = character
  }

  /// The row of text in which a height of the unit square lies.
  func row(of y: Double) -> Int { min(height - 1, max(0, Int((1 - y) * Double(height)))) }

  /// The column of text in which a position of the unit square lies.
  func column(of x: Double) -> Int { min(width - 1, max(0, Int(x * Double(width)))) }

  /// The middle of a character, in the unit square.
  func center(column: Int, row: Int) -> UnitPoint {
    UnitPoint(x: (Double(column) + 0.5) / Double(width), y: 1 - (Double(row) + 0.5) / Double(height))
  }

  /// A row of text.
  func text(ofRow row: Int) -> String {
    (row * width..<(row + 1) * width).reduce(into: "") { text, cell in
      if let sign = signs[cell] {
        text.append(sign)
      } else if unicode, patterns[cell] != 0 {
        text.unicodeScalars.append(Unicode.Scalar(0x2800 + UInt32(patterns[cell])) ?? " ")
      } else {
        text.append(marks[cell] == " " ? ground[cell] : marks[cell])
      }
    }
  }

  private func dot(_ p: UnitPoint) -> (Int, Int) {
    let x = min(dotColumns - 1, Int(p.x * Double(dotColumns)))
    let y = min(dotRows - 1, Int((1 - p.y) * Double(dotRows)))
    return (x, y)
  }

  private mutating func set(_ x: Int, _ y: Int, _ mark: Character) {
    if unicode {
      let cell = y / 4 * width + x / 2
      patterns[cell] |= Self.braille[y % 4][x % 2]
    } else if marks[y * width + x] == " " || mark != "." {
      marks[y * width + x] = mark
    }
  }

  private static let braille: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
