import CourseModel

extension YAMLValue {
  /// Texts by language, which are among `languages`.
  func texts(_ languages: [String], log: inout DiagnosticLog) -> [String: String] {
    guard case .mapping(let entries) = content else {
      let example = languages.map { "\($0): …" }.joined(separator: ", ")
      log.error(
        "invalid-value", at: position, length: length, "expected a text for each language",
        help: "write {\(example)}")
      return [:]
    }
    var texts: [String: String] = [:]
    for entry in entries {
      if languages.contains(entry.key) {
        texts[entry.key] = entry.value.string(log: &log)
      } else {
        log.unknownLanguage(entry, among: languages)
      }
    }
    return texts
  }
}

extension DiagnosticLog {
  /// Says that the course has no such language.
  mutating func unknownLanguage(_ entry: YAMLEntry, among languages: [String]) {
    error(
      "unknown-language", at: entry.position, length: entry.key.utf8.count,
      "'\(entry.key)' is no language of the course", help: suggestion(for: entry.key, among: languages))
  }

  /// Says that there is no such key, and which one was probably meant.
  mutating func unknownKey(_ entry: YAMLEntry, among keys: [String]) {
    error(
      "unknown-key", at: entry.position, length: entry.key.utf8.count, "unknown key '\(entry.key)'",
      help: suggestion(for: entry.key, among: keys))
  }
}
