/// Appends numbers, seven bits a byte with the low bits first, and texts after their length.
///
/// Callers call these functions many times; they are not inlined, so that the compiler optimises each once.
struct WireEncoder {
  var bytes: [UInt8] = []

  @inline(never)
  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  @inline(never)
  mutating func write(_ content: [UInt8]) {
    write(content.count)
    bytes += content
  }

  @inline(never)
  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write<Element>(_ list: [Element], _ body: (inout WireEncoder, Element) -> Void) {
    write(list.count)
    for element in list { body(&self, element) }
  }

  mutating func write<Value>(_ value: Value?, _ body: (inout WireEncoder, Value) -> Void) {
    write(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }
}

/// The bytes are not what a `WireEncoder` wrote.
package struct WireDamage: Error {}

/// Takes numbers and texts off bytes that a `WireEncoder` wrote.
struct WireDecoder {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
    position = 0
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func number() throws(WireDamage) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt(byte & 0x7f) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
    }
    throw WireDamage()
  }

  /// A number of elements, each of which takes at least one byte.
  mutating func count() throws(WireDamage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - position else { throw WireDamage() }
    return count
  }

  mutating func slice() throws(WireDamage) -> ArraySlice<UInt8> {
    let count = try count()
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func text() throws(WireDamage) -> String { String(decoding: try slice(), as: UTF8.self) }

  mutating func flag() throws(WireDamage) -> Bool { try number() != 0 }

  mutating func list<Element>(
    _ body: (inout WireDecoder) throws(WireDamage) -> Element
  ) throws(WireDamage) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  mutating func optional<Value>(
    _ body: (inout WireDecoder) throws(WireDamage) -> Value
  ) throws(WireDamage) -> Value? {
    try flag() ? try body(&self) : nil
  }
}
