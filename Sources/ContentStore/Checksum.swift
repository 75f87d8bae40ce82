/// A 64-bit sum by which damage is noticed: FNV-1a (Fowler, Noll, Vo), eight bytes at a time.
///
/// It protects against accidents, not against malice, and costs a small part of what SHA-256 costs: every build
/// reads megabytes of stored results.
package struct Checksum: Equatable {
  /// The number of bytes of a sum.
  package static let size = 8

  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The sum of `content`, its length included.
  package init(of content: UnsafeRawBufferPointer) {
    let whole = content.count / 8 * 8
    for offset in stride(from: 0, to: whole, by: 8) {
      add(UInt64(littleEndian: content.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    for byte in content[whole...] { add(UInt64(byte)) }
    add(UInt64(content.count))
  }

  /// The sum as bytes.
  package var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: state >> (8 * UInt64($0))) } }

  /// The sum of `content`, its length included.
  package init(of content: [UInt8]) {
    self = content.withUnsafeBytes { Checksum(of: $0) }
  }

  private mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x100_0000_01b3
    state ^= state >> 32
  }
}
