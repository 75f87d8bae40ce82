/// Between UTF-8 and CESU-8, in which Duktape keeps a character above U+FFFF as two halves of three bytes.
///
///     U+1F600   UTF-8   F0 9F 98 80
///               CESU-8  ED A0 BD  ED B8 80
enum SurrogatePairs {
  /// UTF-8 to CESU-8.
  static func split(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0xF0 }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0xF0, index + 3 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let scalar =
        UInt32(bytes[index] & 7) << 18 | UInt32(bytes[index + 1] & 63) << 12
        | UInt32(bytes[index + 2] & 63) << 6 | UInt32(bytes[index + 3] & 63)
      appendHalf(0xD800 + (scalar - 0x10000) >> 10, to: &result)
      appendHalf(0xDC00 + (scalar - 0x10000) & 0x3FF, to: &result)
      index += 4
    }
    return result
  }

  /// CESU-8 to UTF-8; half a pair on its own becomes U+FFFD.
  static func join(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    guard bytes.contains(0xED) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard let high = half(in: bytes, at: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      if high < 0xDC00, let low = half(in: bytes, at: index + 3), low >= 0xDC00 {
        append(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), to: &result)
        index += 6
      } else {
        result += [0xEF, 0xBF, 0xBD]
        index += 3
      }
    }
    return result
  }

  /// The surrogate that starts here, if one does.
  private static func half(in bytes: UnsafeRawBufferPointer, at index: Int) -> UInt32? {
    guard index + 2 < bytes.count, bytes[index] == 0xED, bytes[index + 1] >= 0xA0 else { return nil }
    return 0xD000 | UInt32(bytes[index + 1] & 63) << 6 | UInt32(bytes[index + 2] & 63)
  }

  private static func appendHalf(_ unit: UInt32, to result: inout [UInt8]) {
    result.append(0xED)
    result.append(0x80 | UInt8(unit >> 6 & 63))
    result.append(0x80 | UInt8(unit & 63))
  }

  private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
    result.append(0xF0 | UInt8(scalar >> 18 & 7))
    result.append(0x80 | UInt8(scalar >> 12 & 63))
    result.append(0x80 | UInt8(scalar >> 6 & 63))
    result.append(0x80 | UInt8(scalar & 63))
  }
}
