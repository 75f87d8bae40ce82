import CourseModel

/// Makes a lesson's text ready for libcmark: finds what lessons add to CommonMark, notes it and covers it.
struct TextPreparation {
  /// The text, covered so far.
  var text: LessonText
  /// The tables found so far.
  var tables: [TextTableSource] = []
  /// The names of the footnotes and the lines on which they are defined.
  var footnoteNames: [Int: FootnoteName] = [:]
  /// The names that footnotes define, and where each is defined first.
  var footnotes = FootnoteNames()
  /// The problems so far.
  var log: DiagnosticLog

  /// Begins with `text`.
  init(_ text: LessonText, log: DiagnosticLog) {
    self.text = text
    self.log = log
  }

  /// The text as libcmark is to read it.
  ///
  /// What the text does not use is not looked for.
  mutating func prepared() -> PreparedText {
    let features = Features(of: text.bytes)
    if features.isDisjoint(with: .constructs) { return PreparedText(text) }
    if features.contains(.controlCharacters) { replaceControlCharacters() }
    if features.contains(.displayMathematics) { coverDisplayMath() }
    if features.contains(.footnotes) { coverFootnoteNames() }
    let map = BlockMap(of: text.bytes)
    for leaf in map.leaves { prepare(leaf, features) }
    return PreparedText(text, tables: tables, footnoteNames: footnoteNames, tree: map.tree)
  }

  private mutating func replaceControlCharacters() {
    for offset in text.replaceControlCharacters() {
      log.warning(
        "control-character", at: text.position(at: offset), length: 2,
        "a control character between U+0080 and U+009F is shown as '¿'", help: "remove it")
    }
  }

  private mutating func prepare(_ leaf: BlockMap.Leaf, _ features: Features) {
    var lines = contentLines(of: leaf)
    if features.contains(.tables), let head = tableHead(in: lines) {
      coverTable(lines, head: head, leaf)
      lines.removeSubrange(head...)
    }
    guard !features.isDisjoint(with: .inSentences),
      lines.contains(where: { SentenceScanner.mayFind(text.bytes[$0]) })
    else { return }
    var scanner = SentenceScanner(text, lines: lines, footnotes: footnotes)
    scanner.scan()
    for find in scanner.finds {
      text.mask(scanner.segments(of: find.range), as: find.content, at: find.position)
    }
    for problem in scanner.problems { report(problem) }
  }

  /// The lines of a leaf's text, without what the containers put before them.
  private func contentLines(of leaf: BlockMap.Leaf) -> [Range<Int>] {
    let firstStart = text.line(leaf.startLine).lowerBound + leaf.startColumn - 1
    if leaf.isHeading, let start = text.headingContentStart(from: firstStart, line: leaf.startLine) {
      return [text.content(ofLine: leaf.startLine, quotes: leaf.quotes, from: start)]
    }
    var lines = [text.content(ofLine: leaf.startLine, quotes: leaf.quotes, from: firstStart)]
    for number in leaf.startLine + 1..<max(leaf.startLine + 1, leaf.endLine + 1) {
      let content = text.content(ofLine: number, quotes: leaf.quotes)
      if content.isEmpty || leaf.isHeading && text.isRule(content) { break }
      lines.append(content)
      if leaf.isHeading && text.isUnderline(content) { break }
    }
    return lines
  }

  /// Reports what the scanner found wrong.
  mutating func report(_ problem: SentenceScanner.Problem) {
    let position = problem.position
    if problem.isError {
      log.error(problem.rule, at: position, length: problem.length, problem.message, help: problem.help)
    } else {
      log.warning(problem.rule, at: position, length: problem.length, problem.message, help: problem.help)
    }
  }
}

extension LessonText {
  /// Where the content of an ATX heading begins, or nil where the line at `offset` is no such heading.
  func headingContentStart(from offset: Int, line number: Int) -> Int? {
    let end = line(number).upperBound
    var content = offset
    while content < end, content - offset < 7, bytes[content] == UInt8(ascii: "#") { content += 1 }
    guard content > offset, content - offset <= 6, content == end || bytes[content].isBlank else {
      return nil
    }
    while content < end, bytes[content].isBlank { content += 1 }
    return content
  }

  /// Whether `content` is nothing but hyphens or nothing but equals signs, as it underlines headings.
  func isUnderline(_ content: Range<Int>) -> Bool {
    let first = content.isEmpty ? 0 : bytes[content.lowerBound]
    return (first == UInt8(ascii: "=") || first == UInt8(ascii: "-"))
      && bytes[content].allSatisfy { $0 == first }
  }

  /// Whether `content` is an underline that after a table, which is no heading, is a thematic break.
  func isRule(_ content: Range<Int>) -> Bool {
    content.count >= 3 && bytes[content.lowerBound] == UInt8(ascii: "-") && isUnderline(content)
  }

  /// The TeX between two offsets, and the place of its first character.
  ///
  /// Outside quotes the lines keep what stands before them, so that columns in messages are the file's.
  func formula(from start: Int, to end: Int, quotes: Int) -> (tex: String, position: Position) {
    var tex: [UInt8] = []
    var first = start
    while first < end, bytes[first].isSpace || bytes[first] == UInt8(ascii: ">") && quotes > 0 { first += 1 }
    var number = lines.line(at: first)
    var from = first
    while true {
      let upper = min(end, line(number).upperBound)
      tex += bytes[from..<max(from, upper)]
      number += 1
      guard number <= lineCount, line(number).lowerBound < end else { break }
      tex.append(0x0A)
      from = quotes > 0 ? contentStart(ofLine: number, quotes: quotes) : line(number).lowerBound
    }
    return (String(decoding: tex[...].trimmingBlanks(), as: UTF8.self), position(at: first))
  }
}
