import CourseModel
import Yams

/// The keys and values of a YAML text, each with its place in the file.
struct YAMLMapping {
  /// The entries, top to bottom.
  private(set) var entries: [YAMLEntry] = []

  /// More values than this are a mistake, or an attack by aliases of aliases.
  private static let valueLimit = 20_000

  /// Reads a YAML text whose first line is the file's line `firstLine`, each line behind `indentation` bytes.
  ///
  /// Answers nil where there is nothing, or nothing that can be read, which is reported.
  init?(_ text: String, firstLine: Int, indentation: Int = 0, log: inout DiagnosticLog) {
    self.init(YAMLSource(text, firstLine: firstLine, columns: nil, indentation: indentation), log: &log)
  }

  /// Reads the option lines of a code block.
  init?(_ lines: [CodeLines.OptionLine], log: inout DiagnosticLog) {
    guard let first = lines.first else { return nil }
    if let entries = Self.simpleEntries(lines) {
      self.init(entries: entries)
      return
    }
    let text = lines.map { $0.text + "\n" }.joined()
    self.init(
      YAMLSource(text, firstLine: first.line, columns: lines.map(\.column), indentation: 0), log: &log)
  }

  /// Reads the text of a code block.
  init?(_ lines: CodeLines, log: inout DiagnosticLog) {
    self.init(lines.text, firstLine: lines.firstLine, indentation: lines.indentation, log: &log)
  }

  private init(entries: [YAMLEntry]) {
    self.entries = entries
  }

  private init?(_ source: YAMLSource, log: inout DiagnosticLog) {
    do {
      guard let node = try Yams.compose(yaml: source.text, .basic, .default, .utf8) else { return nil }
      guard case .mapping(let mapping) = node else {
        source.reportScalar(node.mark, log: &log)
        return nil
      }
      var budget = Self.valueLimit
      entries = source.entries(of: mapping, budget: &budget)
      if budget <= 0 {
        log.error("invalid-yaml", at: source.position(nil), "there are too many values", help: "write fewer")
      }
    } catch {
      source.report(error, log: &log)
      return nil
    }
  }

  /// Whether nothing is written.
  var isEmpty: Bool { entries.isEmpty }
}

/// A YAML text and where its lines stand in the file.
private struct YAMLSource {
  let text: String
  let firstLine: Int
  /// The column at which each line's text begins, if that differs from line to line.
  let columns: [Int]?
  let indentation: Int
  private let lines: [YAMLLine]
  private let starts: [YAMLLines.Start]

  init(_ text: String, firstLine: Int, columns: [Int]?, indentation: Int) {
    self.text = text
    self.firstLine = firstLine
    self.columns = columns
    self.indentation = indentation
    let split = YAMLLines.split(text)
    lines = split.lines.map(YAMLLine.init)
    starts = split.starts
  }

  /// The place in the file of a mark, whose columns count Unicode scalars.
  func position(_ mark: Mark?) -> Position {
    guard let mark else { return Position(line: firstLine, column: columns?.first ?? indentation + 1) }
    return position(line: mark.line - 1, scalars: mark.column - 1)
  }

  /// The place in the file of the line `line`, from zero, after that many of its Unicode scalars.
  private func position(line: Int, scalars count: Int) -> Position {
    var line = max(0, min(line, lines.count - 1))
    var bytes = lines.isEmpty ? 0 : lines[line].byteCount(ofScalars: max(0, count))
    if line > 0, line == lines.count - 1, lines[line].text.isEmpty {
      line -= 1
      bytes = lines[line].byteCount(ofScalars: lines[line].scalarCount - 1)
    }
    let start = starts.indices.contains(line) ? starts[line] : YAMLLines.Start()
    let first =
      columns.flatMap { $0.indices.contains(start.line) ? $0[start.line] : $0.last } ?? indentation + 1
    return Position(line: firstLine + start.line, column: first + start.bytes + bytes)
  }

  func entries(of mapping: Node.Mapping, budget: inout Int) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    for (key, value) in mapping where budget > 0 {
      guard case .scalar(let scalar) = key else { continue }
      let read = self.value(value, after: key, budget: &budget)
      entries.append(YAMLEntry(key: scalar.string, position: position(scalar.mark), value: read))
    }
    return entries
  }

  private func value(_ node: Node, after key: Node?, budget: inout Int) -> YAMLValue {
    budget -= 1
    let place = position(node.mark ?? key?.mark)
    switch node {
    case .scalar(let scalar):
      return YAMLValue(content: .scalar(scalar.string, isPlain: scalar.style == .plain), position: place)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for element in sequence where budget > 0 { values.append(value(element, after: key, budget: &budget)) }
      return YAMLValue(content: .sequence(values), position: place)
    case .mapping(let mapping):
      return YAMLValue(content: .mapping(entries(of: mapping, budget: &budget)), position: place)
    case .alias: return YAMLValue(content: .scalar("", isPlain: true), position: place)
    }
  }

  /// Reports a text in which there is nothing but a value.
  func reportScalar(_ mark: Mark?, log: inout DiagnosticLog) {
    if report(YAMLMistake.find(in: lines.map(\.text), upTo: lines.count), log: &log) { return }
    log.error(
      "invalid-yaml", at: position(mark), "expected keys and values", help: "write 'key: value', one a line")
  }

  /// Reports a mistake that has a name, if there is one; answers whether there is.
  private func report(_ mistake: YAMLMistake?, log: inout DiagnosticLog) -> Bool {
    guard let mistake else { return false }
    log.error(
      "invalid-yaml", at: position(line: mistake.line, scalars: mistake.scalars),
      "the YAML cannot be read: \(mistake.message)", help: mistake.help)
    return true
  }

  func report(_ error: any Error, log: inout DiagnosticLog) {
    guard let error = error as? YamlError else {
      return log.error("invalid-yaml", at: position(nil), "the YAML cannot be read: \(error)")
    }
    let help =
      "check quotes, colons and indentation; put a text that holds ': ' or begins with a sign in quotes"
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      if report(YAMLMistake.find(in: lines.map(\.text), upTo: mark.line - 1), log: &log) { return }
      log.error("invalid-yaml", at: position(mark), "the YAML cannot be read: \(problem)", help: help)
    case .duplicatedKeysInMapping(let keys, let context):
      log.error(
        "duplicate-key", at: position(context.mark), "written twice: \(keys.joined(separator: ", "))",
        help: "keep one of the two")
    default: log.error("invalid-yaml", at: position(nil), "the YAML cannot be read", help: help)
    }
  }
}
