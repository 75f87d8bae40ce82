import CourseModel

extension ClaimList {
  /// What `claims.yml` says of a claim.
  enum Field: String, CaseIterable {
    case section = "where"
    case says
  }

  /// Reads `claims.yml`: claims by name, each in all `languages`; the first that a claim is in is the original.
  init(file: SourceFile, languages: [String], log: inout DiagnosticLog) {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let mapping = YAMLMapping(text, firstLine: 1, log: &log)
    var claims: [Claim] = []
    for entry in mapping?.entries ?? [] {
      if let claim = Claim(entry, languages: languages, log: &log) { claims.append(claim) }
    }
    self.init(path: file.path, claims: claims)
  }
}

extension Claim {
  fileprivate init?(_ entry: YAMLEntry, languages: [String], log: inout DiagnosticLog) {
    guard case .mapping(let fields) = entry.value.content else {
      log.error(
        "invalid-value", at: entry.position, length: entry.key.utf8.count,
        "the claim '\(entry.key)' does not say where it stands and what it says",
        help: "indent 'where: …' and 'says: {…}' below the name")
      return nil
    }
    self.init(id: entry.key, section: "", says: [:], originalLanguage: "", position: entry.position)
    for field in fields { read(field, languages: languages, log: &log) }
    reportMissing(languages, log: &log)
  }

  private mutating func read(_ field: YAMLEntry, languages: [String], log: inout DiagnosticLog) {
    switch ClaimList.Field(rawValue: field.key) {
    case .section: section = field.value.string(log: &log) ?? ""
    case .says:
      says = field.value.texts(languages, log: &log)
      if case .mapping(let texts) = field.value.content { originalLanguage = texts.first?.key ?? "" }
    case nil: log.unknownKey(field, among: ClaimList.Field.allCases.map(\.rawValue))
    }
  }

  private func reportMissing(_ languages: [String], log: inout DiagnosticLog) {
    let missing =
      (section.isEmpty ? ["where"] : []) + languages.filter { says[$0] == nil }.map { "says: \($0)" }
    guard let first = missing.first else { return }
    log.error(
      "incomplete-claim", at: position, length: id.utf8.count, "the claim '\(id)' lacks '\(first)'",
      help: "every claim says where it stands, and what it says in each language of the course")
  }
}
