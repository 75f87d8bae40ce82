/// Why bytes are not a figure.
public enum WireError: Error, Hashable, Sendable {
  /// The bytes end before the figure does.
  case truncated
  /// The bytes go on after the figure.
  case trailingBytes(Int)
  /// The bytes were written by another version of this format.
  case unknownVersion(UInt8)
  /// A byte that should name a case names none.
  case unknownCase(UInt8)
  /// A text is not UTF-8.
  case invalidText
  /// The numbers of a grid or the pixels of an image do not fill a rectangle.
  case invalidShape
  /// Groups within groups, deeper than any run makes them.
  case tooDeep
}

extension WireError: CustomStringConvertible {
  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .truncated: "the figure's bytes end too early"
    case .trailingBytes(let count): "\(count) bytes follow the figure"
    case .unknownVersion(let version): "the figure has format \(version), known is \(Figure.wireVersion)"
    case .unknownCase(let byte): "the figure contains the unknown case \(byte)"
    case .invalidText: "a text of the figure is not UTF-8"
    case .invalidShape: "the figure's numbers do not fill a rectangle"
    case .tooDeep: "the figure nests groups too deeply"
    }
  }
}

/// Appends numbers and texts to bytes, little end first.
struct WireWriter {
  var bytes: [UInt8] = []

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(_ integer: some FixedWidthInteger) {
    withUnsafeBytes(of: integer.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ number: Double) { write(number.bitPattern) }

  mutating func write(_ flag: Bool) { write(flag ? 1 : 0 as UInt8) }

  mutating func write(_ range: ClosedRange<Double>) {
    write(range.lowerBound)
    write(range.upperBound)
  }

  mutating func write(_ text: String) {
    write(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ numbers: [Double]) {
    write(UInt32(numbers.count))
    numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ data: [UInt8]) {
    write(UInt32(data.count))
    bytes += data
  }

  mutating func write<Element>(_ elements: [Element], _ body: (inout WireWriter, Element) -> Void) {
    write(UInt32(elements.count))
    for element in elements { body(&self, element) }
  }

  mutating func write<Value>(_ value: Value?, _ body: (inout WireWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }
}

/// Takes numbers and texts off bytes, and refuses to read past their end.
struct WireReader {
  private let data: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    data = bytes
    position = bytes.startIndex
  }

  var remaining: Int { data.endIndex - position }

  mutating func take(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    guard count <= remaining else { throw .truncated }
    defer { position += count }
    return data[position..<position + count]
  }

  mutating func byte() throws(WireError) -> UInt8 {
    guard position < data.endIndex else { throw .truncated }
    defer { position += 1 }
    return data[position]
  }

  mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws(WireError) -> Integer {
    var value: Integer = 0
    var shift = 0
    for byte in try take(Integer.bitWidth / 8) {
      value |= Integer(truncatingIfNeeded: byte) << Integer(shift)
      shift += 8
    }
    return value
  }

  mutating func number() throws(WireError) -> Double { Double(bitPattern: try integer(UInt64.self)) }

  mutating func flag() throws(WireError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    case let other: throw .unknownCase(other)
    }
  }

  mutating func text() throws(WireError) -> String {
    let utf8 = try take(try count(ofSize: 1))
    guard let text = String(validating: utf8, as: UTF8.self) else { throw .invalidText }
    return text
  }

  mutating func count() throws(WireError) -> Int { Int(try integer(UInt32.self)) }

  mutating func range() throws(WireError) -> ClosedRange<Double> {
    let (lower, upper) = (try number(), try number())
    guard lower <= upper else { throw .invalidShape }
    return lower...upper
  }

  mutating func bytes() throws(WireError) -> [UInt8] { Array(try take(try count(ofSize: 1))) }

  mutating func numbers() throws(WireError) -> [Double] {
    let count = try count(ofSize: 8)
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(try number()) }
    return numbers
  }

  mutating func texts() throws(WireError) -> [String] {
    try list(ofSize: 4) { (reader) throws(WireError) in try reader.text() }
  }

  mutating func list<Element>(
    ofSize size: Int, _ body: (inout WireReader) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<(try count(ofSize: size)) { elements.append(try body(&self)) }
    return elements
  }

  mutating func optional<Value>(
    _ body: (inout WireReader) throws(WireError) -> Value
  ) throws(WireError) -> Value? {
    try flag() ? try body(&self) : nil
  }

  mutating func choice<Choice: RawRepresentable<UInt8>>(_ type: Choice.Type) throws(WireError) -> Choice {
    let raw = try byte()
    guard let choice = Choice(rawValue: raw) else { throw .unknownCase(raw) }
    return choice
  }

  /// A number of elements, of which each takes at least `size` bytes: a count that cannot fit is refused
  /// before anything is allocated for it.
  private mutating func count(ofSize size: Int) throws(WireError) -> Int {
    let count = Int(try integer(UInt32.self))
    guard count <= remaining / size else { throw .truncated }
    return count
  }
}
