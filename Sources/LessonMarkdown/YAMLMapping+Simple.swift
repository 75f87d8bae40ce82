import CourseModel

extension YAMLMapping {
  /// The entries of option lines that need no YAML reader: `key: word` and `key: "text"` without escapes.
  ///
  /// Nearly all option lines are such, and a course has many of them. Nil where any line is not.
  static func simpleEntries(_ lines: [CodeLines.OptionLine]) -> [YAMLEntry]? {
    var entries: [YAMLEntry] = []
    var keys: Set<String> = []
    for line in lines {
      guard let entry = simpleEntry(line), keys.insert(entry.key).inserted else { return nil }
      entries.append(entry)
    }
    return entries
  }

  private static func simpleEntry(_ line: CodeLines.OptionLine) -> YAMLEntry? {
    let bytes = Array(line.text.utf8)
    var colon = 0
    while colon < bytes.count, bytes[colon].isLetter || bytes[colon] == UInt8(ascii: "-") { colon += 1 }
    guard colon > 0, bytes[0].isLetter, colon + 2 < bytes.count, bytes[colon] == UInt8(ascii: ":"),
      bytes[colon + 1] == 0x20
    else { return nil }
    let key = String(decoding: bytes[..<colon], as: UTF8.self)
    let start = colon + 2
    guard let content = simpleContent(bytes[start...]) else { return nil }
    let value = YAMLValue(content: content, position: Position(line: line.line, column: line.column + start))
    return YAMLEntry(key: key, position: Position(line: line.line, column: line.column), value: value)
  }

  private static func simpleContent(_ bytes: ArraySlice<UInt8>) -> YAMLValue.Content? {
    let quote = UInt8(ascii: "\"")
    if bytes.first == quote {
      let inner = bytes.dropFirst().dropLast()
      guard bytes.count > 1, bytes.last == quote,
        !inner.contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") })
      else { return nil }
      return .scalar(String(decoding: inner, as: UTF8.self), isPlain: false)
    }
    guard let first = bytes.first, first.isLetter || first.isDigit, bytes.allSatisfy(\.isNamePart) else {
      return nil
    }
    return .scalar(String(decoding: bytes, as: UTF8.self), isPlain: true)
  }
}
