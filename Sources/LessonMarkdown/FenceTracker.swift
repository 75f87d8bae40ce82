/// Tells, line by line, whether a fenced code block is open.
///
/// It looks at the lines only, without regard to the containers' ends. Where it errs, nothing is lost: what is
/// covered in code is uncovered again, and a formula that is not covered here is found in its paragraph.
struct FenceTracker {
  private var fence: (byte: UInt8, count: Int)?

  /// Reads the line whose content is `line`; answers whether it belongs to a code block.
  mutating func passes(_ line: ArraySlice<UInt8>) -> Bool {
    guard let byte = line.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
      return fence != nil
    }
    let count = line.prefix { $0 == byte }.count
    let rest = line.dropFirst(count)
    if let open = fence {
      if byte == open.byte, count >= open.count, rest.allSatisfy(\.isBlank) { fence = nil }
      return true
    }
    guard count >= 3, byte == UInt8(ascii: "~") || !rest.contains(byte) else { return false }
    fence = (byte, count)
    return true
  }
}
