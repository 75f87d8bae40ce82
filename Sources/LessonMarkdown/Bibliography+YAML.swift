import CourseModel

extension [BibliographyEntry] {
  /// Reads `references.yml`: works by key.
  init(file: SourceFile, log: inout DiagnosticLog) {
    self.init()
    let text = String(decoding: file.bytes, as: UTF8.self)
    guard let mapping = YAMLMapping(text, firstLine: 1, log: &log) else { return }
    for entry in mapping.entries {
      guard case .mapping(let fields) = entry.value.content else {
        log.error(
          "invalid-value", at: entry.position, length: entry.key.utf8.count,
          "the work '\(entry.key)' has no authors, year and title",
          help: "indent them below the key, as in '  title: …'")
        continue
      }
      append(BibliographyEntry(entry.key, fields, at: entry.position, log: &log))
    }
  }
}

extension BibliographyEntry {
  /// The fields of a work.
  enum Field: String, CaseIterable {
    case authors, year, title, venue, url, doi
  }

  fileprivate init(_ key: String, _ fields: [YAMLEntry], at position: Position, log: inout DiagnosticLog) {
    self.init(key: key, authors: [], title: "")
    for field in fields { read(field, log: &log) }
    if title.isEmpty {
      log.error(
        "missing-title", at: position, length: key.utf8.count, "the work '\(key)' has no title",
        help: "add 'title: …' below it")
    }
  }

  private mutating func read(_ field: YAMLEntry, log: inout DiagnosticLog) {
    let value = field.value
    switch Field(rawValue: field.key) {
    case .authors: authors = value.strings(log: &log)
    case .year: year = value.wholeNumber(in: Limits.year, log: &log)
    case .title: title = value.string(log: &log) ?? ""
    case .venue: venue = value.string(log: &log)
    case .url: url = address(value, log: &log) { $0 }
    case .doi:
      url = address(value, log: &log) {
        $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : "https://doi.org/\($0)"
      }
    case nil:
      log.error(
        "unknown-key", at: field.position, length: field.key.utf8.count, "unknown field '\(field.key)'",
        help: suggestion(for: field.key, among: Field.allCases.map(\.rawValue)))
    }
  }

  private func address(_ value: YAMLValue, log: inout DiagnosticLog, _ spelled: (String) -> String) -> String?
  {
    guard let text = value.string(log: &log) else { return nil }
    return log.address(spelled(text), at: value.position, length: value.length)
  }
}
