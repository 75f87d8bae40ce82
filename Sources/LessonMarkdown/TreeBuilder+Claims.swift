import CourseModel

/// What a `claims` fence says of a claim.
private enum JudgementField: String, CaseIterable {
  case verdict, fact, shown
}

extension TreeBuilder {
  /// Adds the claims that a fence judges.
  mutating func appendClaims(_ node: MarkdownNode, _ fence: FenceInfo, to blocks: inout [Block]) {
    reportWords(of: fence)
    let mapping = YAMLMapping(codeLines(of: node, marker: nil), log: &log)
    let judgements = (mapping?.entries ?? []).compactMap { judgement($0) }
    blocks.append(Block(.claims(judgements), at: fence.position))
  }

  private mutating func judgement(_ entry: YAMLEntry) -> ClaimJudgement? {
    guard case .mapping(let fields) = entry.value.content else {
      log.error(
        "invalid-value", at: entry.position, length: entry.key.utf8.count,
        "the claim '\(entry.key)' has no verdict and no fact",
        help: "indent 'verdict: …' and 'fact: …' below its name")
      return nil
    }
    var judgement = ClaimJudgement(claim: entry.key, position: entry.position)
    for field in fields { read(field, into: &judgement) }
    for field in [JudgementField.verdict, .fact, .shown]
    where !fields.contains(where: { $0.key == field.rawValue }) {
      guard field == .fact || !settings.isTranslation else { continue }
      log.error(
        "incomplete-claim", at: entry.position, length: entry.key.utf8.count,
        "the claim '\(entry.key)' has no \(field)", help: "add '\(field): …' below its name")
    }
    return judgement
  }

  private mutating func read(_ field: YAMLEntry, into judgement: inout ClaimJudgement) {
    let name = JudgementField(rawValue: field.key)
    if settings.isTranslation, name == .verdict || name == .shown {
      return log.error(
        "translated-claim", at: field.position, length: field.key.utf8.count,
        "a translation takes '\(field.key)' from the base lesson",
        help: "remove it; only the fact is translated")
    }
    switch name {
    case .verdict: judgement.verdict = verdict(field.value)
    case .fact: judgement.fact = inlines(of: field.value)
    case .shown:
      judgement.shown = field.value.values.compactMap { value in
        value.string(log: &log).map { ClaimJudgement.Witness(name: $0, position: value.position) }
      }
    case nil: log.unknownKey(field, among: JudgementField.allCases.map(\.rawValue))
    }
  }

  private mutating func verdict(_ value: YAMLValue) -> ClaimVerdict? {
    guard let word = value.string(log: &log) else { return nil }
    if let verdict = ClaimVerdict(rawValue: word) { return verdict }
    log.error(
      "unknown-verdict", at: value.position, length: value.length, "'\(word)' is no verdict",
      help: suggestion(for: word, among: ClaimVerdict.allCases.map(\.rawValue)))
    return nil
  }

  /// Reports words after the language of a fence that takes none.
  mutating func reportWords(of fence: FenceInfo) {
    for word in fence.words.dropFirst() {
      log.error(
        "unknown-word", at: word.position, length: word.text.utf8.count,
        "unknown word '\(word.text)' after '\(fence.words[0].text)'",
        help: "remove it: nothing may stand here")
    }
  }
}
