import Neural

// The functions of the target CDataSets, declared and not imported, so that who imports `DataSets` need not find the
// module of C. What each does is said in datasets.h.

@_extern(c, "dataset_packed")
func datasetPacked(_ name: UnsafePointer<CChar>, _ count: UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?

@_extern(c, "dataset_unpack")
func datasetUnpack(
  _ packed: UnsafePointer<UInt8>, _ count: Int, _ output: UnsafeMutablePointer<UInt8>, _ room: Int
) -> Int

/// A file that is part of the library.
enum EmbeddedFile {
  /// The bytes of the file `name`, unpacked.
  static func bytes(of name: String) -> [UInt8] {
    var count = 0
    guard let packed = datasetPacked(name, &count) else { fatalError("no file \(name) is embedded") }
    let length = unpackedLength(UnsafeBufferPointer(start: packed, count: count))
    return [UInt8](unsafeUninitializedCapacity: length) { buffer, written in
      guard let output = buffer.baseAddress else { return }
      written = datasetUnpack(packed, count, output, length)
      require(written == length, "the embedded file \(name) is damaged")
    }
  }

  /// The length of the content, by which a gzip file ends: four bytes, the lowest first.
  private static func unpackedLength(_ packed: UnsafeBufferPointer<UInt8>) -> Int {
    packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
