/// A drawing made of characters.
///
/// With Unicode every character is a Braille pattern of two by four dots; without, it is one dot, drawn as
/// the mark of its series.
struct TextCanvas {
  let width: Int
  let height: Int
  let unicode: Bool
  private var patterns: [UInt8]
  private var marks: [Character]

  init(width: Int, height: Int, unicode: Bool) {
    self.width = width
    self.height = height
    self.unicode = unicode
    patterns = Array(repeating: 0, count: width * height)
    marks = Array(repeating: " ", count: width * height)
  }

  private var dotColumns: Int { unicode ? 2 * width : width }
  private var dotRows: Int { unicode ? 4 * height : height }

  /// Draws a straight line between two points of the unit square.
  mutating func line(from a: UnitPoint, to b: UnitPoint, mark: Character) {
    guard let (start, end) = clipped(from: a, to: b) else { return }
    let (startX, startY) = dot(start)
    let (endX, endY) = dot(end)
    let steps = max(abs(endX - startX), abs(endY - startY))
    for step in 0...steps {
      let share = steps == 0 ? 0 : Double(step) / Double(steps)
      let x = Double(startX) + share * Double(endX - startX)
      let y = Double(startY) + share * Double(endY - startY)
      set(Int(x.rounded()), Int(y.rounded()), mark)
    }
  }

  /// Draws a point of the unit square.
  mutating func point(_ p: UnitPoint, mark: Character) {
    guard p.isInside else { return }
    let (x, y) = dot(p)
    set(x, y, mark)
  }

  /// The row of text in which a height of the unit square lies.
  func row(of y: Double) -> Int { min(height - 1, max(0, Int((1 - y) * Double(height)))) }

  /// The column of text in which a position of the unit square lies.
  func column(of x: Double) -> Int { min(width - 1, max(0, Int(x * Double(width)))) }

  /// A row of text.
  func text(ofRow row: Int) -> String {
    let cells = row * width..<(row + 1) * width
    guard unicode else { return String(marks[cells]) }
    return cells.reduce(into: "") { text, cell in
      text.unicodeScalars.append(
        patterns[cell] == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(patterns[cell])) ?? " ")
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
    } else {
      marks[y * width + x] = mark
    }
  }

  private static let braille: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
