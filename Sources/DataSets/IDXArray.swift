import Neural

/// An array of bytes with its dimensions, as the files of MNIST and its kin hold them.
///
/// Two zero bytes, the byte 8 (unsigned bytes), the number of dimensions; each dimension in four bytes, the highest
/// first; then the elements, the last dimension running fastest.
struct IDXArray {
  /// The dimensions, outermost first.
  let shape: [Int]
  /// The elements.
  let elements: ArraySlice<UInt8>

  /// Reads an array; the embedded files are well-formed, which a test holds.
  init(_ bytes: [UInt8]) {
    require(bytes.count >= 4 && bytes.starts(with: [0, 0, 8]), "these bytes are no IDX array of bytes")
    let dimensions = Int(bytes[3])
    shape = (0..<dimensions).map { dimension in
      bytes[4 + 4 * dimension..<8 + 4 * dimension].reduce(0) { $0 << 8 | Int($1) }
    }
    elements = bytes[(4 + 4 * dimensions)...]
    require(
      elements.count == shape.reduce(1, *), "the IDX array has \(elements.count) elements, not \(shape)")
  }
}
