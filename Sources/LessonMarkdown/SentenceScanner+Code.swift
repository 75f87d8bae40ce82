import CourseModel

extension SentenceScanner {
  /// Reads a code span, or a computed value: `` `{swift} expression` ``.
  mutating func code(at offset: Int) -> Int {
    let inner = endOfBackticks(from: offset)
    guard let closing = closingBackticks(after: inner, count: inner - offset) else { return inner }
    let end = closing + inner - offset
    value(in: inner..<closing, of: offset..<end)
    return end
  }

  /// The end of the backticks that begin at `offset`.
  func endOfBackticks(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end
  }

  /// Where the next string of exactly `count` backticks begins.
  mutating func closingBackticks(after offset: Int, count: Int) -> Int? {
    guard !missing.backticks.contains(count) else { return nil }
    var start = offset
    while start < bytes.count {
      guard bytes[start] == UInt8(ascii: "`") else {
        start += 1
        continue
      }
      let end = endOfBackticks(from: start)
      if end - start == count { return start }
      start = end
    }
    missing.backticks.insert(count)
    return nil
  }

  private mutating func value(in inner: Range<Int>, of span: Range<Int>) {
    var start = inner.lowerBound
    if start < inner.upperBound, bytes[start] == 0x20 { start += 1 }
    guard start < inner.upperBound, bytes[start] == UInt8(ascii: "{") else { return }
    var end = start + 1
    while end < inner.upperBound, bytes[end].isLetter { end += 1 }
    guard end > start + 1, end < inner.upperBound, bytes[end] == UInt8(ascii: "}") else { return }
    let word = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    guard word == "swift" else { return misspelled(word, at: start + 1) }
    expression(in: end + 1..<inner.upperBound, of: span)
  }

  private mutating func expression(in range: Range<Int>, of span: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start].isSpace { start += 1 }
    let text = bytes[start..<range.upperBound].trimmingBlanks()
    guard !text.isEmpty else {
      return problem(
        "empty-value", span, "there is no expression after '{swift}'",
        help: "write `{swift} 1 + 1`, for instance")
    }
    let expression = String(decoding: text.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    find(.value(expression: expression), span, inner: start)
  }

  private mutating func misspelled(_ word: String, at offset: Int) {
    guard let name = nearestName(to: word, among: ["swift"]) else { return }
    problem(
      "unknown-language", offset..<offset + word.utf8.count,
      "unknown language '\(word)' for a computed value",
      help: "did you mean '{\(name)}'?")
  }

  /// Notes a problem with what stands in `range`.
  mutating func problem(
    _ rule: String, _ range: Range<Int>, _ message: String, help: String, isError: Bool = true
  ) {
    problems.append(
      Problem(
        rule: rule, position: position(at: range.lowerBound), length: range.count, message: message,
        help: help,
        isError: isError))
  }
}
