import CourseModel

/// What a lesson finds a claim to be, ready for its own page and for the page of all claims.
struct ClaimFinding: Sendable, Hashable {
  /// A block that shows it.
  struct Witness: Sendable, Hashable {
    /// The block's number, such as "Figure 2.1"; empty for a block without one.
    var name: String
    /// The block's place on the lesson's page.
    var anchor: String
  }

  /// The claim's name.
  var claim: String
  /// What the claim is found to be.
  var verdict: ClaimVerdict?
  /// What is true, as HTML of the lesson's page.
  var fact: [UInt8]
  /// The blocks that show it.
  var shown: [Witness]
}

extension LessonRenderer {
  /// What the lesson finds claims to be, in its order.
  var findings: [ClaimFinding] { lesson.judgements.map(finding) }

  /// A judgement with what the base lesson says of the same claim.
  func finding(_ judgement: ClaimJudgement) -> ClaimFinding {
    let base = baseJudgements[judgement.claim]
    var fact = Body(lesson, extensions: LessonExtensions(renderer: self))
    fact.write(judgement.fact)
    let shown = judgement.shown.isEmpty ? base?.shown ?? [] : judgement.shown
    return ClaimFinding(
      claim: judgement.claim, verdict: judgement.verdict ?? base?.verdict, fact: fact.html.bytes,
      shown: shown.compactMap { witness($0.name) }.withoutRepetition())
  }

  private func witness(_ name: String) -> ClaimFinding.Witness? {
    guard let cell = namedCells[name] else { return nil }
    let anchor = cell.numbered?.anchor ?? shownCell(cell.index).cardAnchor
    return ClaimFinding.Witness(name: cell.numbered.map(words.name) ?? "", anchor: anchor)
  }
}

extension ClaimVerdict {
  /// The class of the badge, which has the verdict's word, too.
  var badge: String {
    switch self {
    case .right: "badge good"
    case .wrong: "badge bad"
    case .partly, .vague, .incomplete, .overclaimed, .unsupported, .misleading, .missing: "badge warn"
    case .opinion: "badge"
    }
  }

  /// The sign before the verdict's word.
  var sign: String {
    switch self {
    case .right: "✓"
    case .wrong: "✗"
    case .partly, .vague, .incomplete: "◐"
    case .overclaimed, .unsupported, .misleading: "△"
    case .missing: "○"
    case .opinion: "∼"
    }
  }
}
