import CourseModel
import Figures

/// What an `output` fence states, compared with what the block printed and showed.
///
/// Lines are compared one by one; white space at their ends counts for nothing, and elsewhere one run of it is as
/// good as another. A line `...` stands for any lines. Numbers are compared as numbers, to the precision written:
///
/// * a number with a decimal point or an exponent stands for everything that rounds to it: `0.50` for all from
///   0.495 to 0.505, half a unit in the last place written;
/// * a whole number stands for itself: `3` for 3 and 3.0;
/// * with a `tolerance` a number also stands for everything within that fraction of it.
package struct OutputComparison: Sendable, Hashable {
  /// The first difference.
  package struct Mismatch: Sendable, Hashable {
    /// The line of the fence's text, counted from 0; the number of lines where the block prints more.
    package var line: Int
    /// The bytes of that line that differ.
    package var range: Range<Int>
    /// The line of the fence; nil where the block prints more.
    package var expected: String?
    /// The line that was printed; nil where the block prints less.
    package var actual: String?
    /// How many other lines differ, as far as that can be told.
    package var others: Int
  }

  /// The first difference, if any.
  package var mismatch: Mismatch?
  /// The number of lines that were compared.
  package var lineCount: Int

  /// Compares the text of a fence with the text that was printed.
  package init(expected: String, actual: String, tolerance: Double? = nil) {
    let matcher = LineMatcher(tolerance: tolerance)
    let stated = Self.lines(of: expected)
    let printed = Self.lines(of: actual)
    lineCount = stated.reduce(0) { $0 + ($1 == Self.anything ? 0 : 1) }
    mismatch =
      stated.contains(Self.anything)
      ? Self.mismatch(matcher, Segments(stated), printed) : Self.mismatch(matcher, stated, printed)
  }

  private static let anything = Array("...".utf8)[...]

  fileprivate typealias Line = ArraySlice<UInt8>

  /// The lines without white space at their ends, and without empty lines at the end.
  private static func lines(of text: String) -> [Line] {
    var lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var line = line
      while let last = line.last, LineMatcher.isBlank(last) { line.removeLast() }
      return line
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  private static func mismatch(_ matcher: LineMatcher, _ stated: [Line], _ printed: [Line]) -> Mismatch? {
    let count = max(stated.count, printed.count)
    let differing = (0..<count).filter { line in
      guard line < stated.count, line < printed.count else { return true }
      return !matcher.matches(stated[line], printed[line])
    }
    guard let first = differing.first else { return nil }
    return Mismatch(
      matcher, first, first < stated.count ? stated[first] : nil,
      first < printed.count ? printed[first] : nil,
      others: differing.count - 1)
  }

  /// Finds the stretches between the lines `...` one after the other, each as early as possible.
  private static func mismatch(_ matcher: LineMatcher, _ segments: Segments, _ printed: [Line]) -> Mismatch? {
    var next = 0
    for (index, segment) in segments.all.enumerated() {
      let isFirst = index == 0
      let isLast = index == segments.all.count - 1
      let latest = printed.count - segment.lines.count
      var starts = isFirst ? [0] : latest >= next ? Array(next...latest) : []
      if isLast { starts = latest >= next ? [latest] : [] }
      if let start = starts.first(where: {
        matcher.length(of: segment.lines, printed[min($0, printed.count)...]) == segment.lines.count
      }) {
        next = start + segment.lines.count
        continue
      }
      return bestFailure(matcher, segment, printed, starts.isEmpty ? [next] : starts)
    }
    return nil
  }

  /// The difference where a stretch fits longest.
  private static func bestFailure(
    _ matcher: LineMatcher, _ segment: Segments.Segment, _ printed: [Line], _ starts: [Int]
  ) -> Mismatch {
    var best = (start: starts[0], length: -1)
    for start in starts {
      let length = matcher.length(of: segment.lines, printed[min(start, printed.count)...])
      if length > best.length { best = (start, length) }
    }
    let line = best.start + best.length
    return Mismatch(
      matcher, segment.start + best.length, segment.lines[best.length],
      line < printed.count ? printed[line] : nil,
      others: 0)
  }

  /// What stands between the lines `...`.
  private struct Segments {
    struct Segment {
      var start: Int
      var lines: [Line]
    }

    var all: [Segment] = [Segment(start: 0, lines: [])]

    init(_ lines: [Line]) {
      for (index, line) in lines.enumerated() {
        if line == anything {
          all.append(Segment(start: index + 1, lines: []))
        } else {
          all[all.count - 1].lines.append(line)
        }
      }
    }
  }
}

extension OutputComparison.Mismatch {
  fileprivate init(
    _ matcher: LineMatcher, _ line: Int, _ stated: ArraySlice<UInt8>?, _ printed: ArraySlice<UInt8>?,
    others: Int
  ) {
    self.line = line
    range = matcher.difference(stated ?? [], printed ?? [])
    expected = stated.map { String(decoding: $0, as: UTF8.self) }
    actual = printed.map { String(decoding: $0, as: UTF8.self) }
    self.others = others
  }
}
