import CourseModel

/// Writes what blocks print into the `output` fences that state something else.
public enum Accept {
  /// The file with its fences brought up to date, or nil if all of them are.
  ///
  /// Only lines between the fences change, and of those only the ones that say something else; a line `...` gives way
  /// to what it stood for. The fences themselves grow where the text holds a fence.
  public static func revise(_ lesson: Lesson, _ outcome: LessonOutcome) -> [UInt8]? {
    let stale = zip(lesson.cells, outcome.cells).filter { cell, outcome in
      cell.compare(with: outcome)?.mismatch != nil
    }
    if stale.isEmpty { return nil }
    var lines = lesson.file.lines
    for (cell, outcome) in stale.reversed() {
      guard let expected = cell.expectedOutput else { continue }
      let matcher = LineMatcher(tolerance: expected.tolerance ?? cell.options.tolerance)
      let text = revisedLines(expected.text, printed: outcome.comparedText, matcher)
      rewrite(expected, text, &lines)
    }
    return Array(lines.joined())
  }

  /// The printed lines; where the line stated in its place says the same, that line, to the precision written.
  private static func revisedLines(
    _ stated: String, printed: String, _ matcher: LineMatcher
  ) -> [[UInt8]] {
    let stated = printedLines(of: stated)
    let printed = printedLines(of: printed)
    return printed.enumerated().map { index, line in
      let places = [index, index + stated.count - printed.count].filter(stated.indices.contains)
      return places.lazy.map { stated[$0] }.first { matcher.matches($0[...], line[...]) } ?? line
    }
  }

  private static func rewrite(
    _ expected: ExpectedOutput, _ own: [[UInt8]], _ lines: inout [[UInt8]]
  ) {
    let opening = expected.position.line - 1
    guard lines.indices.contains(opening) else { return }
    let first = min(opening + 1, lines.count)
    let last = max(first, min(expected.lines.isEmpty ? first : expected.lines.upperBound - 1, lines.count))
    let ending = lineEnding(of: lines[opening])
    let content = own.map { line in
      line.isEmpty ? trimmed(expected.linePrefix) + ending : Array(expected.linePrefix.utf8) + line + ending
    }
    lengthenFence(of: own, opening: opening, closing: last, &lines)
    lines.replaceSubrange(first..<last, with: content)
  }

  /// Makes the fence longer than any that the text itself holds.
  private static func lengthenFence(
    of text: [[UInt8]], opening: Int, closing: Int, _ lines: inout [[UInt8]]
  ) {
    guard let mark = lines[opening].first(where: { $0 == 0x60 || $0 == 0x7E }) else { return }
    let length = run(of: mark, in: lines[opening])
    let longest = text.map { line in longestRun(of: mark, in: line) }.max() ?? 0
    guard longest >= length else { return }
    let more = [UInt8](repeating: mark, count: longest + 1 - length)
    for index in [opening, closing] where lines.indices.contains(index) {
      if let start = lines[index].firstIndex(of: mark) { lines[index].insert(contentsOf: more, at: start) }
    }
  }

  private static func run(of mark: UInt8, in line: [UInt8]) -> Int {
    line.drop { $0 != mark }.prefix { $0 == mark }.count
  }

  /// The length of the fence that the line would be.
  private static func longestRun(of mark: UInt8, in line: [UInt8]) -> Int {
    line.drop { $0 == 0x20 }.prefix { $0 == mark }.count
  }

  private static func printedLines(of text: String) -> [[UInt8]] {
    var lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var line = Array(line)
      while let last = line.last, LineMatcher.isBlank(last) { line.removeLast() }
      return line
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  private static func trimmed(_ prefix: String) -> [UInt8] {
    var bytes = Array(prefix.utf8)
    while bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  private static func lineEnding(of line: [UInt8]) -> [UInt8] {
    Array(line.suffix(while: { $0 == 0x0A || $0 == 0x0D }))
  }
}

extension SourceFile {
  /// The lines with their endings.
  fileprivate var lines: [[UInt8]] {
    lineStarts.indices.map { index in
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
      return Array(bytes[lineStarts[index]..<end])
    }
  }
}

extension Array where Element == UInt8 {
  fileprivate func suffix(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, belongs(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
