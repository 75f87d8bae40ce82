import CourseModel

/// Finds in libcmark's output the masks that the text was given, and what they cover.
struct MaskReader {
  /// The masks, in the order in which they come up.
  private let masks: [Mask]
  /// The number of the mask that is expected next.
  private var next = 0
  /// How many fillers stand at the beginning of each of the lines to come.
  private var fillersOfLines: [Int] = []
  /// Whether fillers at the beginning of the text are to be dropped, as those of a footnote's name.
  var dropsFillers = false

  /// A reader for `masks`.
  init(_ masks: [Mask]) {
    self.masks = masks
  }

  /// Whether there is nothing to be uncovered.
  var isEmpty: Bool { masks.isEmpty && !dropsFillers }

  /// The mask whose first character carries `digit`: the next with these five bits.
  ///
  /// Lines after the first are expected to follow, each to be passed by `passLine()`.
  mutating func take(_ digit: Int) -> Mask? {
    let number = next + ((digit - next) & 31)
    guard number < masks.count else { return nil }
    next = number + 1
    fillersOfLines = masks[number].originals.dropFirst().reversed().map(\.count)
    return masks[number]
  }

  /// Passes a line break inside a mask and answers how many fillers follow it; nil outside masks.
  mutating func passLine() -> Int? { fillersOfLines.popLast() }

  /// `bytes` with everything uncovered, for what is not text: code, addresses, HTML.
  mutating func restore(_ bytes: [UInt8]) -> [UInt8] {
    var restored: [UInt8] = []
    var lines: [[UInt8]] = []
    var offset = 0
    while offset < bytes.count {
      if let digit = Mask.digit(in: bytes, at: offset), let mask = take(digit),
        let first = mask.originals.first
      {
        restored += first
        lines = mask.originals.dropFirst().reversed()
        offset += first.count
      } else if bytes[offset] == Mask.filler, let line = lines.popLast() {
        restored += line
        offset += line.count
      } else {
        restored.append(bytes[offset])
        offset += 1
      }
    }
    fillersOfLines = []
    return restored
  }
}

extension TreeBuilder {
  /// `text` with everything uncovered.
  mutating func restored(_ text: String) -> String {
    guard !masks.isEmpty, text.utf8.contains(0xC2) else { return text }
    return String(decoding: masks.restore(Array(text.utf8)), as: UTF8.self)
  }
}
