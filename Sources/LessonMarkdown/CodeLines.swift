import CourseModel

/// The text of a code block, split into its leading option lines and the rest.
struct CodeLines {
  /// An option line without its marker.
  struct OptionLine {
    var text: String
    /// The line of the file.
    var line: Int
    /// The column of the first byte of `text`.
    var column: Int
  }

  /// The leading option lines.
  private(set) var options: [OptionLine] = []
  /// The text below them, each line ended by LF.
  private(set) var text: String
  /// The line of the file on which `text` begins.
  private(set) var firstLine: Int
  /// How many bytes of the file's lines come before the block's own text.
  private(set) var indentation: Int

  /// Splits `literal`, whose first line is the file's line `firstLine`, at the last leading line that begins
  /// with `marker`; after the marker one space is passed over.
  init(_ literal: String, marker: StaticString?, firstLine: Int, indentation: Int) {
    self.firstLine = firstLine
    self.indentation = indentation
    text = literal
    guard let marker else { return }
    let prefix = UnsafeBufferPointer(start: marker.utf8Start, count: marker.utf8CodeUnitCount)
    let bytes = Array(literal.utf8)
    var offset = 0
    while offset < bytes.count, bytes[offset...].starts(with: prefix) {
      let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
      var start = offset + prefix.count
      if start < end, bytes[start] == 0x20 { start += 1 }
      options.append(
        OptionLine(
          text: String(decoding: bytes[start..<end], as: UTF8.self), line: self.firstLine,
          column: indentation + start - offset + 1))
      self.firstLine += 1
      offset = min(end + 1, bytes.count)
    }
    if offset > 0 { text = String(decoding: bytes[offset...], as: UTF8.self) }
  }
}

extension TreeBuilder {
  /// The lines of the code block at `node`, split at its options.
  mutating func codeLines(of node: MarkdownNode, marker: StaticString?) -> CodeLines {
    let literal = restored(node.literal)
    let line = prepared.line(of: node) + 1
    return CodeLines(
      literal, marker: marker, firstLine: line + prepared.text.lineOffset,
      indentation: indentation(of: literal, firstLine: line))
  }

  /// How many bytes of the file's lines come before the text of the code block that begins on line `firstLine`.
  private func indentation(of literal: String, firstLine: Int) -> Int {
    let bytes = Array(literal.utf8)
    var number = firstLine, start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      if !line.allSatisfy(\.isBlank) {
        let range = prepared.text.line(number)
        let isWhole = prepared.text.bytes[range].suffix(line.count).elementsEqual(line)
        return isWhole ? range.count - line.count : 0
      }
      (number, start) = (number + 1, end + 1)
    }
    return 0
  }
}
