/// Puts values into bytes, to be read back by `ByteReader` in the same order.
///
/// What every caller calls many times is not inlined: inlined, it costs the compiler ten seconds.
struct ByteWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// Adds a whole number: seven bits a byte, the lowest first.
  @inline(never)
  mutating func add(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Adds a number, bit for bit.
  mutating func add(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds a truth value.
  mutating func add(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Adds a text.
  @inline(never)
  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds bytes.
  @inline(never)
  mutating func add(_ content: [UInt8]) {
    add(content.count)
    bytes.append(contentsOf: content)
  }

  /// Adds as many values as there are.
  mutating func add<Value>(_ values: [Value], _ each: (inout ByteWriter, Value) -> Void) {
    add(values.count)
    for value in values { each(&self, value) }
  }
}

/// Takes values out of bytes; where the bytes do not fit it answers zeros and says so at the end.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Whether everything read so far was there.
  private(set) var isSound = true

  /// Reads from the beginning of `bytes`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A whole number.
  mutating func int() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    isSound = false
    return 0
  }

  /// A number.
  mutating func double() -> Double {
    let bits = slice(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Double(bitPattern: bits)
  }

  /// A truth value.
  mutating func bool() -> Bool { slice(1).first == 1 }

  /// A text.
  mutating func string() -> String { String(decoding: slice(int()), as: UTF8.self) }

  /// Bytes.
  mutating func content() -> [UInt8] { Array(slice(int())) }

  /// As many values as were written.
  mutating func array<Value>(_ each: (inout ByteReader) -> Value) -> [Value] {
    let count = int()
    guard count >= 0, count <= bytes.count else {
      isSound = false
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count where isSound { values.append(each(&self)) }
    return values
  }

  private mutating func slice(_ count: Int) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - position else {
      isSound = false
      return []
    }
    position += count
    return bytes[position - count..<position]
  }
}
