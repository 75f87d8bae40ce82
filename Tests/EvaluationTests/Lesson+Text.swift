import CourseModel

extension Lesson {
  /// A lesson out of plain text, as far as these tests need it: fences, options, outputs and values.
  init(_ text: String, path: String = "lessons/01-a.md", id: String = "a", language: String = "en") {
    var reader = TextReader(text)
    reader.read()
    self.init(
      file: SourceFile(path: path, text: text), id: id, order: 1, language: language, cells: reader.cells,
      inlineValues: reader.values)
  }
}

extension Course {
  /// A course of these lessons, in the base language `en`.
  init(of lessons: Lesson...) {
    var configuration = CourseConfiguration()
    configuration.languages = ["en", "zh"]
    self.init(configuration: configuration, lessons: lessons)
  }
}

/// Reads the fences of a lesson's text, line by line.
private struct TextReader {
  private let lines: [Substring]
  private var number = 0
  var cells: [Cell] = []
  var values: [InlineValue] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  mutating func read() {
    while number < lines.count {
      let line = lines[number]
      number += 1
      let indentation = line.prefix { $0 == " " }.count
      if line.dropFirst(indentation).hasPrefix("```") {
        readFence(line.dropFirst(indentation + 3), indentation)
      } else {
        readValues(line)
      }
    }
  }

  private mutating func readFence(_ info: Substring, _ indentation: Int) {
    let fence = Position(line: number, column: indentation + 1)
    let firstLine = number + 1
    var content: [Substring] = []
    while number < lines.count, !lines[number].dropFirst(indentation).hasPrefix("```") {
      content.append(lines[number].dropFirst(indentation))
      number += 1
    }
    let range = firstLine..<(number + 1)
    number += 1
    let words = info.split(separator: " ")
    if words.first == "output" {
      addOutput(content, words, fence, range, indentation)
    } else {
      addCell(content, words, fence, firstLine, indentation)
    }
  }

  private mutating func addOutput(
    _ content: [Substring], _ words: [Substring], _ fence: Position, _ lines: Range<Int>, _ indentation: Int
  ) {
    let tolerance = words.first { $0.hasPrefix("tolerance=") }.flatMap { Double($0.dropFirst(10)) }
    cells[cells.count - 1].expectedOutput = ExpectedOutput(
      text: content.map { $0 + "\n" }.joined(), tolerance: tolerance, position: fence, lines: lines,
      linePrefix: String(repeating: " ", count: indentation))
  }

  private mutating func addCell(
    _ content: [Substring], _ words: [Substring], _ fence: Position, _ firstLine: Int, _ indentation: Int
  ) {
    var cell = Cell(
      index: cells.count, kind: .swift, source: "", position: fence, firstLine: firstLine,
      indentation: indentation)
    let options = content.prefix { $0.hasPrefix("//| ") }
    for option in options { cell.options.set(option.dropFirst(4)) }
    cell.firstLine += options.count
    cell.source = content.dropFirst(options.count).map { $0 + "\n" }.joined()
    for word in words.dropFirst() { cell.set(word) }
    if words.first == "experiment" {
      cell.kind = .experiment(name: String(words[1]), parameters: Self.parameters(content, firstLine))
    }
    cells.append(cell)
  }

  private static func parameters(_ content: [Substring], _ firstLine: Int) -> [ExperimentArgument] {
    content.enumerated().map { index, line in
      let parts = line.split(separator: ":", maxSplits: 1)
      let text = parts[1].drop { $0 == " " }
      return ExperimentArgument(
        name: String(parts[0]), value: Double(text).map { .number($0) } ?? .string(String(text)),
        position: Position(line: firstLine + index))
    }
  }

  private mutating func readValues(_ line: Substring) {
    var rest = line
    while let start = rest.range(of: "`{swift} "), let end = rest[start.upperBound...].firstIndex(of: "`") {
      let column = line.utf8.distance(from: line.startIndex, to: start.upperBound) + 1
      values.append(
        InlineValue(
          expression: String(rest[start.upperBound..<end]), position: Position(line: number, column: column),
          precedingCells: cells.count))
      rest = rest[rest.index(after: end)...]
    }
  }
}

extension Cell {
  fileprivate mutating func set(_ word: Substring) {
    if let expectation = Expectation(rawValue: String(word)) { self.expectation = expectation }
    if word == "setup" { isSetup = true }
    if word == "isolated" { isIsolated = true }
    if word.hasPrefix("id=") { id = String(word.dropFirst(3)) }
    if word.hasPrefix("use=") { kind = .use(id: String(word.dropFirst(4))) }
  }
}

extension CellOptions {
  fileprivate mutating func set(_ option: Substring) {
    let parts = option.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
    switch parts[0] {
    case "timeout": timeout = Double(parts[1])
    case "seed": seed = UInt64(parts[1])
    case "needs": needs = [String(parts[1])]
    case "expect": expect = Expect(rawValue: String(parts[1])) ?? .success
    case "warning": warning = parts[1] == "true"
    default: break
    }
  }
}

extension Substring {
  fileprivate func range(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
