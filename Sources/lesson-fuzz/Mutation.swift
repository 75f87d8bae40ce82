import Neural

/// A seed, changed here and there by what damages files and what tempts parsers.
struct Mutation {
  private var input: [UInt8]
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]

  /// Inputs larger than this teach nothing more, and take long.
  private static let limit = 12_000

  /// Numbers that overflow, divide by nothing, or are none.
  private static let numbers = [
    "0", "-1", "1e300", "-1e999", "nan", "inf", "9223372036854775807", "-9223372036854775808",
    "18446744073709551616", "0x7f", "1e-320", "00", "99999999999999999999", "2147483648", "0.1e", "٣",
  ].map { Array($0.utf8) }

  /// Bytes that are not UTF-8, or more than they seem.
  private static let oddities: [[UInt8]] = [
    [0], [0xFF], [0xC2], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xCC, 0x81],
    [0x0D], [0x0D, 0x0A],
    [0x09], [0xE2, 0x80, 0xAE], [0xE2, 0x80, 0xA8], [0xC2, 0x85], [0x1B],
    [0xF0, 0x9F, 0x91, 0xA9, 0xE2, 0x80, 0x8D],
  ]

  /// A change of one of `seeds`, into which `words` of its grammar are put.
  init(of seeds: [[UInt8]], words: [String], using numbers: inout SeededGenerator) {
    self.seeds = seeds
    self.words = words.map { Array($0.utf8) }
    input = seeds.randomElement(using: &numbers) ?? []
    if input.count > Self.limit {
      let start = Int.random(in: 0...input.count - Self.limit, using: &numbers)
      input = Array(input[start..<start + Self.limit])
    }
  }

  /// The changed bytes.
  mutating func bytes(using numbers: inout SeededGenerator) -> [UInt8] {
    for _ in 0..<Int.random(in: 1...8, using: &numbers) { change(using: &numbers) }
    return Array(input.prefix(4 * Self.limit))
  }

  private mutating func change(using numbers: inout SeededGenerator) {
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0: replaceByte(using: &numbers)
    case 1, 2: insert(words.randomElement(using: &numbers) ?? [], using: &numbers)
    case 3: nest(using: &numbers)
    case 4: input.removeSubrange(range(upTo: 200, using: &numbers))
    case 5: replaceNumber(using: &numbers)
    case 6: swapLines(using: &numbers)
    case 7: splice(using: &numbers)
    case 8: insert(Self.oddities.randomElement(using: &numbers) ?? [], using: &numbers)
    case 9: repeatPart(using: &numbers)
    case 10: input.removeSubrange(offset(using: &numbers)...)
    default: flipBit(using: &numbers)
    }
  }

  private func offset(using numbers: inout SeededGenerator) -> Int {
    Int.random(in: 0...input.count, using: &numbers)
  }

  private func range(upTo length: Int, using numbers: inout SeededGenerator) -> Range<Int> {
    let start = offset(using: &numbers)
    return start..<min(input.count, start + Int.random(in: 0...length, using: &numbers))
  }

  private mutating func insert(_ part: [UInt8], using numbers: inout SeededGenerator) {
    input.insert(contentsOf: part, at: offset(using: &numbers))
  }

  private mutating func replaceByte(using numbers: inout SeededGenerator) {
    guard let index = input.indices.randomElement(using: &numbers) else { return }
    input[index] = UInt8.random(in: 0...255, using: &numbers)
  }

  private mutating func flipBit(using numbers: inout SeededGenerator) {
    guard let index = input.indices.randomElement(using: &numbers) else { return }
    input[index] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
  }

  /// Repeats a beginning of the grammar, or a few bytes, many times.
  private mutating func nest(using numbers: inout SeededGenerator) {
    let part = words.randomElement(using: &numbers) ?? [0x5B]
    let count = [3, 20, 100, 1000].randomElement(using: &numbers) ?? 1
    insert(Array(repeatElement(part, count: min(count, 8000 / max(1, part.count))).joined()), using: &numbers)
  }

  private mutating func repeatPart(using numbers: inout SeededGenerator) {
    let part = Array(input[range(upTo: 60, using: &numbers)])
    let count = Int.random(in: 1...80, using: &numbers)
    insert(Array(repeatElement(part, count: count).joined()), using: &numbers)
  }

  private mutating func replaceNumber(using numbers: inout SeededGenerator) {
    let digits = input.indices.filter { (0x30...0x39).contains(input[$0]) }
    guard let start = digits.randomElement(using: &numbers) else { return }
    let end = input[start...].firstIndex { !(0x30...0x39).contains($0) } ?? input.count
    input.replaceSubrange(start..<end, with: Self.numbers.randomElement(using: &numbers) ?? [])
  }

  private mutating func swapLines(using numbers: inout SeededGenerator) {
    var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count > 1 else { return }
    lines.swapAt(
      Int.random(in: lines.indices, using: &numbers), Int.random(in: lines.indices, using: &numbers))
    input = Array(lines.joined(separator: [0x0A]))
  }

  /// Puts a part of another seed into this one.
  private mutating func splice(using numbers: inout SeededGenerator) {
    guard let other = seeds.randomElement(using: &numbers), !other.isEmpty else { return }
    let start = Int.random(in: other.indices, using: &numbers)
    insert(Array(other[start...].prefix(Int.random(in: 1...400, using: &numbers))), using: &numbers)
  }
}
