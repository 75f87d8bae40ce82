import CourseModel

extension Glossary {
  /// What `glossary.yml` says of a term.
  enum Field: String, CaseIterable {
    case term, also, definition, see, pinyin
  }

  /// Reads `glossary.yml`: terms by name, each in all `languages`.
  init(file: SourceFile, languages: [String], log: inout DiagnosticLog) {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let entries = YAMLMapping(text, firstLine: 1, log: &log)?.entries ?? []
    let names = KnownNames(entries.map(\.key))
    var terms: [GlossaryTerm] = []
    for entry in entries {
      if let term = GlossaryTerm(entry, names, languages, log: &log) { terms.append(term) }
    }
    self.init(path: file.path, terms: terms)
    for language in languages { reportRepeatedForms(in: language, log: &log) }
  }

  /// Two terms with the same word: only one of them could be linked.
  private func reportRepeatedForms(in language: String, log: inout DiagnosticLog) {
    var first: [String: GlossaryTerm] = [:]
    for term in terms {
      for form in Set(term.forms(in: language).map { $0.lowercased() }).sorted() {
        guard let earlier = first.updateValue(term, forKey: form) else { continue }
        let note = Diagnostic.Note(path: path, position: earlier.position, message: "the first is here")
        log.error(
          "duplicate-term", at: term.position, length: term.id.utf8.count,
          "'\(form)' stands for two terms, '\(earlier.id)' and '\(term.id)'",
          help: "keep it with one of them",
          notes: [note])
      }
    }
  }
}

extension GlossaryTerm {
  fileprivate init?(_ entry: YAMLEntry, _ names: KnownNames, _ languages: [String], log: inout DiagnosticLog)
  {
    guard case .mapping(let fields) = entry.value.content else {
      log.error(
        "invalid-value", at: entry.position, length: entry.key.utf8.count,
        "the term '\(entry.key)' has no word and no definition",
        help: "indent 'term: {…}' and 'definition: {…}' below the name")
      return nil
    }
    self.init(id: entry.key, position: entry.position)
    for field in fields { read(field, names, languages, log: &log) }
    reportMissing(languages, log: &log)
    reportLong(languages, log: &log)
  }

  /// The longest word for a term, in characters; looking for longer ones would take long.
  private static let longest = 200

  private func reportLong(_ languages: [String], log: inout DiagnosticLog) {
    for form in languages.flatMap(forms) where form.count > Self.longest {
      log.error(
        "long-term", at: position, length: id.utf8.count,
        "'\(form.prefix(20))…' has more than \(Self.longest) characters",
        help: "a term is a word or a few; put the rest into the definition")
    }
  }

  private mutating func read(
    _ field: YAMLEntry, _ names: KnownNames, _ languages: [String], log: inout DiagnosticLog
  ) {
    let value = field.value
    switch Glossary.Field(rawValue: field.key) {
    case .term: self.names = value.texts(languages, log: &log)
    case .also: otherNames = value.lists(languages, log: &log)
    case .definition: definitions = value.texts(languages, log: &log)
    case .see: related = value.names(among: names, log: &log)
    case .pinyin: pinyin = value.string(log: &log)
    case nil: log.unknownKey(field, among: Glossary.Field.allCases.map(\.rawValue))
    }
  }

  private func reportMissing(_ languages: [String], log: inout DiagnosticLog) {
    let missing =
      languages.filter { names[$0] == nil }.map { "term: \($0)" }
      + languages.filter { definitions[$0] == nil }.map { "definition: \($0)" }
    guard let first = missing.first else { return }
    log.error(
      "incomplete-term", at: position, length: id.utf8.count, "the term '\(id)' lacks '\(first)'",
      help: "every term has a word and a definition in each language of the course")
  }
}

extension YAMLValue {
  /// Lists of texts by language.
  fileprivate func lists(_ languages: [String], log: inout DiagnosticLog) -> [String: [String]] {
    guard case .mapping(let entries) = content else {
      _ = texts(languages, log: &log)
      return [:]
    }
    var lists: [String: [String]] = [:]
    for entry in entries {
      if !languages.contains(entry.key) {
        log.unknownLanguage(entry, among: languages)
      }
      lists[entry.key] = entry.value.strings(log: &log)
    }
    return lists
  }

  /// A list of names, each of which is among `names`.
  fileprivate func names(among names: KnownNames, log: inout DiagnosticLog) -> [String] {
    values.compactMap { value in
      guard let name = value.string(log: &log) else { return nil }
      if names.contains(name) { return name }
      log.error(
        "unknown-term", at: value.position, length: value.length, "there is no term '\(name)'",
        help: names.suggestion(for: name, orElse: "name a term of this file"))
      return nil
    }
  }
}
