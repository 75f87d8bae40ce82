import CourseModel

extension CourseConfiguration {
  /// The keys of `course.yml`.
  enum Key: String, CaseIterable {
    case title, description, languages, authors, licence, parts, reference, sandbox
    case rawHTML = "raw_html"
  }

  /// Reads `course.yml`; what it does not say has its default.
  init(file: SourceFile, log: inout DiagnosticLog) {
    self.init()
    let text = String(decoding: file.bytes, as: UTF8.self)
    guard let mapping = YAMLMapping(text, firstLine: 1, log: &log) else { return }
    let entries = mapping.entries
    for entry in entries where entry.key == Key.languages.rawValue { readLanguages(entry.value, log: &log) }
    for entry in entries { read(entry, log: &log) }
  }

  private mutating func read(_ entry: YAMLEntry, log: inout DiagnosticLog) {
    switch Key(rawValue: entry.key) {
    case .title: titles = texts(entry.value, log: &log)
    case .description: descriptions = texts(entry.value, log: &log)
    case .languages: break
    case .authors: authors = entry.value.strings(log: &log)
    case .licence: licence = entry.value.string(log: &log)
    case .parts: parts = parts(entry.value, log: &log)
    case .reference: reference = Self.reference(entry.value, log: &log)
    case .sandbox: sandbox = Sandbox(entry.value, log: &log)
    case .rawHTML: allowsRawHTML = entry.value.bool(log: &log) ?? false
    case nil:
      log.unknownKey(entry, among: Key.allCases.map(\.rawValue))
    }
  }

  private static func reference(_ value: YAMLValue, log: inout DiagnosticLog) -> CourseReference? {
    guard let name = value.string(log: &log) else { return nil }
    let known = CourseReference(rawValue: name)
    if known == nil {
      log.error(
        "invalid-value", at: value.position, length: value.length, "there is no reference of '\(name)'",
        help: suggestion(for: name, among: CourseReference.allCases.map(\.rawValue)))
    }
    return known
  }

  /// As many languages as a course may have: each page names them all.
  private static let mostLanguages = 50

  private mutating func readLanguages(_ value: YAMLValue, log: inout DiagnosticLog) {
    var read: [String] = []
    for value in value.values {
      guard let language = value.string(log: &log) else { continue }
      guard read.count < Self.mostLanguages else {
        log.error(
          "invalid-value", at: value.position, length: value.length,
          "a course has at most \(Self.mostLanguages) languages", help: "remove this one and those behind it")
        break
      }
      if read.contains(language) || !language.utf8.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: "-") }) {
        log.error(
          "invalid-value", at: value.position, length: value.length,
          "'\(language)' is no language, or named twice",
          help: "name each language once by its code, as in [en, zh]")
      } else {
        read.append(language)
      }
    }
    if !read.isEmpty { languages = read }
  }

  /// Parts by name, each with a sentence in every language.
  private func parts(_ value: YAMLValue, log: inout DiagnosticLog) -> [CoursePart] {
    guard case .mapping(let entries) = value.content else {
      log.error(
        "invalid-value", at: value.position, length: value.length, "expected parts by name",
        help: "indent '\(languages.first ?? "en"): …' below the name of a part")
      return []
    }
    return entries.map { entry in
      let descriptions = texts(entry.value, log: &log)
      for language in languages where descriptions[language] == nil && !descriptions.isEmpty {
        log.error(
          "incomplete-part", at: entry.position, length: entry.key.utf8.count,
          "the part '\(entry.key)' lacks '\(language)'",
          help: "describe it in each language of the course")
      }
      return CoursePart(name: entry.key, descriptions: descriptions, path: log.path, position: entry.position)
    }
  }

  /// One text for the base language, or texts by language.
  private func texts(_ value: YAMLValue, log: inout DiagnosticLog) -> [String: String] {
    guard case .mapping(let entries) = value.content else {
      let text = value.string(log: &log)
      return text.map { [languages.first ?? "en": $0] } ?? [:]
    }
    var texts: [String: String] = [:]
    for entry in entries {
      if !languages.contains(entry.key) {
        log.error(
          "unknown-language", at: entry.position, length: entry.key.utf8.count,
          "'\(entry.key)' is no language of the course", help: suggestion(for: entry.key, among: languages))
      }
      texts[entry.key] = entry.value.string(log: &log)
    }
    return texts
  }
}
