import CourseModel

extension TextPreparation {
  /// Covers formulas between `$$` and `$$` that extend over several lines, before anything else is read.
  ///
  /// To libcmark their lines may look like lists, headings or quotes: `- b`, `= c`, `> 0`.
  mutating func coverDisplayMath(_ map: BlockMap) {
    var number = 1
    while number <= text.lineCount {
      let beginning = beginning(ofLine: number)
      if isDelimiter(at: beginning.offset, before: text.line(number).upperBound), !map.isVerbatim(number) {
        number = coverFormula(from: beginning.offset, onLine: number, quotes: beginning.quotes)
      }
      number += 1
    }
  }

  /// Covers the formula whose first dollar is at `start`; answers the line on which it ends.
  private mutating func coverFormula(from start: Int, onLine number: Int, quotes: Int) -> Int {
    if closing(in: start + 2..<text.line(number).upperBound) != nil { return number }
    var segments = [text.content(ofLine: number, quotes: quotes, from: start)]
    var line = number + 1
    while line <= text.lineCount {
      let content = text.content(ofLine: line, quotes: quotes)
      guard !content.isEmpty else { break }
      if let end = closing(in: content) {
        coverFormula(segments + [content.lowerBound..<end], quotes: quotes)
        return line
      }
      segments.append(content)
      line += 1
    }
    log.warning(
      "unclosed-math", at: text.position(at: start), length: 2,
      "this '$$' is not closed before the next blank line",
      help: "close the formula with '$$', or write '\\$' for a dollar sign")
    return number
  }

  private mutating func coverFormula(_ segments: [Range<Int>], quotes: Int) {
    guard let first = segments.first, let last = segments.last, first.count > 1 else { return }
    var segments = segments
    let formula = text.formula(from: first.lowerBound + 2, to: last.upperBound - 2, quotes: quotes)
    let label = equationLabel(after: last.upperBound)
    if let label { segments[segments.count - 1] = last.lowerBound..<label.end }
    text.mask(segments, as: .displayMath(tex: formula.tex, label: label?.label), at: formula.position)
  }

  /// The label `{#eq-…}` that follows a closing `$$` on its line.
  func equationLabel(after offset: Int) -> (label: Label, end: Int)? {
    var start = offset
    while start < text.bytes.count, text.bytes[start].isBlank { start += 1 }
    return Label.read(text.bytes, at: start).map { name, end in
      (Label(name: name, position: text.position(at: start + 2)), end)
    }
  }

  /// Where the text of a line begins, behind quote markers and at most one list marker.
  private func beginning(ofLine number: Int) -> (offset: Int, quotes: Int) {
    let line = text.line(number)
    var offset = line.lowerBound
    var quotes = 0
    while offset < line.upperBound {
      let byte = text.bytes[offset]
      if byte == UInt8(ascii: ">") { quotes += 1 } else if !byte.isBlank { break }
      offset += 1
    }
    return (afterListMarker(offset, before: line.upperBound), quotes)
  }

  private func afterListMarker(_ start: Int, before end: Int) -> Int {
    var offset = start
    while offset < end, offset - start < 9, text.bytes[offset].isDigit { offset += 1 }
    guard offset + 1 < end, text.bytes[offset + 1].isBlank else { return start }
    let isMarker = (offset > start ? ".)" : "-+*").utf8.contains(text.bytes[offset])
    guard isMarker else { return start }
    offset += 1
    while offset < end, text.bytes[offset].isBlank { offset += 1 }
    return offset
  }

  private func isDelimiter(at offset: Int, before end: Int) -> Bool {
    let dollar = UInt8(ascii: "$")
    guard offset + 1 < end, text.bytes[offset] == dollar, text.bytes[offset + 1] == dollar else {
      return false
    }
    return offset + 2 >= end || text.bytes[offset + 2] != dollar
  }

  /// The offset after the first `$$` in `range` that no backslash escapes.
  private func closing(in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset + 1 < range.upperBound {
      let byte = text.bytes[offset]
      if byte == UInt8(ascii: "$"), text.bytes[offset + 1] == byte { return offset + 2 }
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
