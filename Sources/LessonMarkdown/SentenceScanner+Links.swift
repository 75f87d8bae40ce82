extension SentenceScanner {
  /// The end of the target `(destination "title")` that follows the bracket at `offset`, if one does.
  func endOfTarget(at offset: Int) -> Int? {
    guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "(") else { return nil }
    var end = endOfWhiteSpace(from: offset + 2)
    guard let destination = endOfDestination(at: end) else { return nil }
    end = endOfWhiteSpace(from: destination)
    if end > destination, let title = endOfTitle(at: end) { end = endOfWhiteSpace(from: title) }
    return end < bytes.count && bytes[end] == UInt8(ascii: ")") ? end + 1 : nil
  }

  private func endOfWhiteSpace(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end].isSpace { end += 1 }
    return end
  }

  private func endOfDestination(at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    return bytes[offset] == UInt8(ascii: "<")
      ? endOfQuotedDestination(at: offset) : endOfBareDestination(at: offset)
  }

  private func endOfQuotedDestination(at offset: Int) -> Int? {
    var end = offset + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 2
      case UInt8(ascii: ">"): return end + 1
      case UInt8(ascii: "<"), 0x0A: return nil
      default: end += 1
      }
    }
    return nil
  }

  /// A destination without white space, its parentheses in pairs; libcmark allows 32 levels.
  private func endOfBareDestination(at offset: Int) -> Int? {
    var end = offset
    var depth = 0
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\\") where end + 1 < bytes.count && bytes[end + 1].isPunctuation: end += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return end }
        depth -= 1
      case 0...0x20, 0x7F: return depth == 0 ? end : nil
      default: break
      }
      if depth > 32 { return nil }
      end += 1
    }
    return nil
  }

  private func endOfTitle(at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    let closers: [UInt8: UInt8] = [0x22: 0x22, 0x27: 0x27, 0x28: 0x29]
    guard let closer = closers[bytes[offset]] else { return nil }
    var end = offset + 1
    while end < bytes.count {
      if bytes[end] == closer { return end + 1 }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The end of the autolink, tag, comment or other HTML that begins at `offset`, if one does.
  mutating func endOfTag(at offset: Int) -> Int? {
    guard offset + 1 < bytes.count, offset < missing.greaterFrom else { return nil }
    let next = bytes[offset + 1]
    guard next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    else { return nil }
    var end = offset + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ">"): return end + 1
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: "="): end = endOfAttributeValue(after: end)
      default: end += 1
      }
    }
    missing.greaterFrom = offset
    return nil
  }

  private func endOfAttributeValue(after offset: Int) -> Int {
    let start = endOfWhiteSpace(from: offset + 1)
    guard start < bytes.count, bytes[start] == 0x22 || bytes[start] == 0x27 else { return offset + 1 }
    let closing = bytes[(start + 1)...].firstIndex(of: bytes[start])
    return closing.map { $0 + 1 } ?? offset + 1
  }
}
