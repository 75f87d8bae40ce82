/// A line of a YAML text, with what turns counts of Unicode scalars into counts of bytes.
struct YAMLLine {
  /// The line.
  let text: Substring
  /// How many Unicode scalars it has.
  let scalarCount: Int
  /// The bytes before each scalar and before the end; empty where every scalar is a byte.
  private let offsets: [Int]

  /// The line `text`.
  init(_ text: Substring) {
    self.text = text
    scalarCount = text.unicodeScalars.count
    guard scalarCount < text.utf8.count else {
      offsets = []
      return
    }
    offsets = text.unicodeScalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) }
  }

  /// How many bytes the first `count` scalars take, or all of them where there are fewer.
  func byteCount(ofScalars count: Int) -> Int {
    let count = max(0, min(count, scalarCount))
    return offsets.isEmpty ? count : offsets[count]
  }
}
