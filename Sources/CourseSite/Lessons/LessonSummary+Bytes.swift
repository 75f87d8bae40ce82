import CourseModel

extension LessonSummary {
  /// The summary as the store keeps it.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.add(outline) { writer, entry in
      writer.add(entry.level)
      writer.add(entry.anchor)
      writer.add(entry.title)
    }
    writer.add(objectives) { $0.add($1) }
    writer.add(hasMathematics)
    writer.add(files) { writer, file in
      writer.add(file.path)
      writer.add(file.position)
    }
    report.write(to: &writer)
    writer.add(findings) { $0.add($1) }
    writer.add(terms) { $0.add($1) }
    for count in [load.words, load.ideographs, load.codeLines] { writer.add(count) }
    writer.add(listed) { writer, figure in
      writer.add(figure.name)
      writer.add(figure.anchor)
      writer.add(figure.caption)
    }
    writer.add(diagnostics) { $0.add($1) }
    return writer.bytes
  }

  /// The summary in an entry of the store, or nil if the entry is not one.
  init?(encoded: [UInt8]) {
    var reader = ByteReader(encoded)
    outline = reader.array { OutlineEntry(level: $0.int(), anchor: $0.string(), title: $0.content()) }
    objectives = reader.array { $0.content() }
    hasMathematics = reader.bool()
    files = reader.array { FileMention(path: $0.string(), position: $0.position()) }
    report = LessonReport(from: &reader)
    findings = reader.array { $0.finding() }
    terms = reader.array { $0.string() }
    load = ReadingLoad(words: reader.int(), ideographs: reader.int(), codeLines: reader.int())
    listed = reader.array { ListedFigure(name: $0.string(), anchor: $0.string(), caption: $0.content()) }
    diagnostics = reader.array { $0.diagnostic() }
    guard reader.isSound else { return nil }
  }
}

/// Whether bytes are the summary of a lesson, or the parts of one for the search, as the store keeps them.
///
/// No bytes, however damaged, do worse than not to be one.
package func isStoredSummary(_ bytes: [UInt8]) -> Bool {
  LessonSummary(encoded: bytes) != nil || SearchSection.decoded(bytes) != nil
}

extension LessonReport {
  fileprivate func write(to writer: inout ByteWriter) {
    for count in [run, rejected, trapped, compiled, shown, failed, values, figures] { writer.add(count) }
    writer.add(comparisons) { writer, row in
      writer.add(row.anchor)
      writer.add(row.line)
      writer.add(row.lines)
    }
    writer.add(checks) { writer, row in
      writer.add(row.anchor)
      writer.add(row.line)
      writer.add(row.name)
      writer.add(row.comparison)
      writer.add(row.points)
      for number in [row.worstPoint, row.error, row.bound, row.margin] { writer.add(number) }
      writer.add(row.passed)
      writer.add(row.isExpected)
    }
    writer.add(experiments) { writer, row in
      writer.add(row.anchor)
      writer.add(row.line)
      writer.add(row.name)
      writer.add(row.parameters)
    }
  }

  fileprivate init(from reader: inout ByteReader) {
    run = reader.int()
    rejected = reader.int()
    trapped = reader.int()
    compiled = reader.int()
    shown = reader.int()
    failed = reader.int()
    values = reader.int()
    figures = reader.int()
    comparisons = reader.array { ComparisonRow(anchor: $0.string(), line: $0.int(), lines: $0.int()) }
    checks = reader.array { reader in
      CheckRow(
        anchor: reader.string(), line: reader.int(), name: reader.string(), comparison: reader.string(),
        points: reader.int(), worstPoint: reader.double(), error: reader.double(), bound: reader.double(),
        margin: reader.double(), passed: reader.bool(), isExpected: reader.bool())
    }
    experiments = reader.array {
      ExperimentRow(anchor: $0.string(), line: $0.int(), name: $0.string(), parameters: $0.string())
    }
  }
}

extension ByteWriter {
  fileprivate mutating func add(_ position: Position) {
    add(position.line)
    add(position.column)
  }

  mutating func add(_ diagnostic: Diagnostic) {
    add(diagnostic.severity == .error)
    add(diagnostic.rule)
    add(diagnostic.message)
    add(diagnostic.path)
    add(diagnostic.position)
    add(diagnostic.length)
    add(diagnostic.help ?? "")
  }
}

extension ByteReader {
  fileprivate mutating func position() -> Position {
    Position(line: int(), column: int())
  }

  mutating func diagnostic() -> Diagnostic {
    let severity: Diagnostic.Severity = bool() ? .error : .warning
    var diagnostic = Diagnostic(severity, string(), string(), path: string(), at: position(), length: int())
    let help = string()
    diagnostic.help = help.isEmpty ? nil : help
    return diagnostic
  }
}

extension SearchSection {
  /// Sections as the store keeps them.
  static func encoded(_ sections: [SearchSection]) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(sections) { writer, section in
      writer.add(section.anchor)
      writer.add(section.title)
      writer.add(section.text)
    }
    return writer.bytes
  }

  /// The sections in an entry of the store, or nil if the entry holds none.
  static func decoded(_ bytes: [UInt8]) -> [SearchSection]? {
    var reader = ByteReader(bytes)
    let sections = reader.array { SearchSection(anchor: $0.string(), title: $0.string(), text: $0.string()) }
    return reader.isSound ? sections : nil
  }
}
