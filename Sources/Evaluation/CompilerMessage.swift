/// One message of the compiler, with the notes that follow it.
package struct CompilerMessage: Sendable, Hashable {
  /// How bad it is.
  package enum Severity: String, Sendable, CaseIterable {
    case error, warning, note, remark
  }

  package var severity: Severity
  /// The file as the compiler names it.
  package var path: String
  /// The line, or 0 where the compiler names none.
  package var line: Int
  package var column: Int
  /// The number of columns that are underlined.
  package var length: Int
  package var text: String
  /// The line of source and the line that marks the place, as the compiler prints them.
  package var excerpt: [String]
  package var notes: [CompilerMessage]

  /// The messages in what the compiler printed, in the style of LLVM.
  ///
  ///     lesson.md:32:11: error: cannot find 'z' in scope
  ///     print(z)
  ///           ^
  package static func parse(_ output: String) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if let message = CompilerMessage(headline: line) {
        if message.severity == .note, !messages.isEmpty {
          messages[messages.count - 1].notes.append(message)
        } else {
          messages.append(message)
        }
      } else if let last = messages.indices.last {
        messages[last].addExcerpt(String(line))
      }
    }
    return messages
  }

  /// The message, without a place, and the source that it is about: as a lesson shows it.
  package var report: String {
    let own = ["\(severity.rawValue): \(text)"] + excerpt
    return (own + notes.filter { $0.line > 0 }.map(\.report)).joined(separator: "\n")
  }
}

extension CompilerMessage {
  private init?(headline: Substring) {
    for severity in Severity.allCases {
      guard let mark = headline.firstRange(of: ": \(severity.rawValue): ") else { continue }
      var place = headline[..<mark.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
      let numbers = place.suffix(2).compactMap { Int($0) }
      guard !numbers.isEmpty, place.count > numbers.count else { return nil }
      place.removeLast(numbers.count)
      self.init(
        severity: severity, path: place.joined(separator: ":"), line: numbers[0],
        column: numbers.count > 1 ? numbers[1] : 1, length: 1,
        text: Self.withoutGroup(headline[mark.upperBound...]), excerpt: [], notes: [])
      return
    }
    return nil
  }

  /// The text without the name of its group: `… [#DeprecatedDeclaration]`.
  private static func withoutGroup(_ text: Substring) -> String {
    guard text.hasSuffix("]"), let start = text.firstRange(of: " [#") else { return String(text) }
    return String(text[..<start.lowerBound])
  }

  private mutating func addExcerpt(_ line: String) {
    if let last = notes.indices.last { return notes[last].addExcerpt(line) }
    guard excerpt.count < 2, !(excerpt.isEmpty && line.isEmpty) else { return }
    if excerpt.count == 1 {
      guard line.utf8.contains(0x5E), line.utf8.allSatisfy({ [0x20, 0x09, 0x5E, 0x7E].contains($0) }) else {
        return
      }
      let marked = line.utf8.drop { $0 != 0x5E }.dropFirst()
      length = 1 + marked.prefix { $0 == 0x7E }.count
    }
    excerpt.append(line)
  }
}

extension Substring {
  /// The first place of `needle`, found byte by byte.
  fileprivate func firstRange(of needle: String) -> Range<Substring.Index>? {
    let wanted = Array(needle.utf8)
    var start = utf8.startIndex
    while let match = utf8[start...].firstIndex(of: wanted[0]) {
      if utf8[match...].starts(with: wanted) {
        return match..<utf8.index(match, offsetBy: wanted.count)
      }
      start = utf8.index(after: match)
    }
    return nil
  }
}
