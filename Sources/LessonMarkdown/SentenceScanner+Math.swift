import CourseModel

extension SentenceScanner {
  /// Reads a formula that begins with a dollar sign.
  mutating func dollar(at offset: Int) -> Int {
    var run = offset
    while run < bytes.count, bytes[run] == UInt8(ascii: "$") { run += 1 }
    switch run - offset {
    case 1: return quotedFormula(at: offset) ?? formula(at: offset) ?? run
    case 2: return displayFormula(at: offset) ?? run
    default: return run
    }
  }

  /// Reads `$x$` by the rule of pandoc.
  ///
  /// The opening dollar is followed by something that is not white space; the closing one follows something
  /// that is not, and no digit follows it. Code inside keeps its meaning, so such a text is no formula.
  private mutating func formula(at offset: Int) -> Int? {
    guard offset >= missing.mathBefore, offset + 1 < bytes.count, !bytes[offset + 1].isSpace else {
      return nil
    }
    var end = offset + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 2
      case UInt8(ascii: "$") where isClosingDollar(at: end):
        return formula(offset..<end + 1, inner: offset + 1..<end)
      case UInt8(ascii: "`"):
        let inner = endOfBackticks(from: end)
        if closingBackticks(after: inner, count: inner - end) != nil { return noFormula(before: end) }
        end = inner
      default: end += 1
      }
    }
    return noFormula(before: bytes.count)
  }

  private func isClosingDollar(at offset: Int) -> Bool {
    !bytes[offset - 1].isSpace && (offset + 1 >= bytes.count || !bytes[offset + 1].isDigit)
  }

  private mutating func noFormula(before offset: Int) -> Int? {
    missing.mathBefore = offset
    return nil
  }

  private mutating func formula(_ range: Range<Int>, inner: Range<Int>) -> Int {
    let tex = bytes[inner].map { $0 == 0x0A ? 0x20 : $0 }
    find(.math(tex: String(decoding: tex, as: UTF8.self)), range, inner: inner.lowerBound)
    return range.upperBound
  }

  /// Reads a formula between a dollar sign with a backtick and a backtick with a dollar sign.
  private mutating func quotedFormula(at offset: Int) -> Int? {
    let inner = endOfBackticks(from: offset + 1)
    guard inner == offset + 2, let closing = closingBackticks(after: inner, count: 1), closing > inner,
      closing + 1 < bytes.count, bytes[closing + 1] == UInt8(ascii: "$")
    else { return nil }
    return formula(offset..<closing + 2, inner: inner..<closing)
  }

  /// Reads `$$x$$` and the label after it.
  private mutating func displayFormula(at offset: Int) -> Int? {
    guard offset >= missing.displayBefore else { return nil }
    var end = offset + 2
    while end + 1 < bytes.count {
      if bytes[end] == UInt8(ascii: "$"), bytes[end + 1] == UInt8(ascii: "$") {
        return displayFormula(offset..<end + 2)
      }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    missing.displayBefore = bytes.count
    return nil
  }

  private mutating func displayFormula(_ range: Range<Int>) -> Int {
    var inner = range.lowerBound + 2
    while inner < range.upperBound - 2, bytes[inner].isSpace { inner += 1 }
    let tex = String(
      decoding: bytes[inner..<max(inner, range.upperBound - 2)].trimmingBlanks(), as: UTF8.self)
    var start = range.upperBound
    while start < bytes.count, bytes[start].isBlank { start += 1 }
    guard let label = Label.read(bytes, at: start) else {
      find(.displayMath(tex: tex, label: nil), range, inner: inner)
      return range.upperBound
    }
    let place = Label(name: label.name, position: position(at: start + 2))
    find(.displayMath(tex: tex, label: place), range.lowerBound..<label.end, inner: inner)
    return label.end
  }
}
