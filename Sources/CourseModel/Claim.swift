/// A statement of the text that the course judges.
public struct Claim: Sendable, Hashable {
  /// Its name, such as `S16`.
  public var id: String
  /// Where the text says it, such as the section's number.
  public var section: String
  /// What the text says, by language.
  public var says: [String: String]
  /// The language in which the text says it; the other languages translate it.
  public var originalLanguage: String
  /// Where the claim is written down.
  public var position: Position

  /// A statement.
  public init(
    id: String, section: String, says: [String: String], originalLanguage: String, position: Position
  ) {
    self.id = id
    self.section = section
    self.says = says
    self.originalLanguage = originalLanguage
    self.position = position
  }
}

/// The claims of `claims.yml`.
public struct ClaimList: Sendable, Hashable {
  /// The file, as messages print it.
  public var path: String
  /// The claims in the file's order.
  public var claims: [Claim] { didSet { places = Self.places(of: claims) } }
  private var places: [String: Int]

  /// The claims of a file.
  public init(path: String, claims: [Claim]) {
    self.path = path
    self.claims = claims
    places = Self.places(of: claims)
  }

  private static func places(of claims: [Claim]) -> [String: Int] {
    Dictionary(claims.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// The claim of that name.
  public func claim(_ id: String) -> Claim? { places[id].map { claims[$0] } }
}

/// What a lesson finds a claim to be.
public enum ClaimVerdict: String, Sendable, Hashable, CaseIterable {
  case right, partly, vague, incomplete, overclaimed, unsupported, misleading, wrong, missing, opinion
}

/// A claim as a lesson judges it: a row of a `claims` fence.
public struct ClaimJudgement: Sendable, Hashable {
  /// The name of a block that shows the fact, and where it is named.
  public struct Witness: Sendable, Hashable {
    /// A label or an `id`.
    public var name: String
    /// Where it is named.
    public var position: Position

    /// A block that shows the fact.
    public init(name: String, position: Position) {
      self.name = name
      self.position = position
    }
  }

  /// The claim's name.
  public var claim: String
  /// What the claim is found to be; nil in a translation, which takes it from the base lesson.
  public var verdict: ClaimVerdict?
  /// What is true.
  public var fact: [Inline]
  /// The blocks that show it; none in a translation, which takes them from the base lesson.
  public var shown: [Witness]
  /// Where the claim is named.
  public var position: Position

  /// A claim as a lesson judges it.
  public init(
    claim: String, verdict: ClaimVerdict? = nil, fact: [Inline] = [], shown: [Witness] = [],
    position: Position
  ) {
    self.claim = claim
    self.verdict = verdict
    self.fact = fact
    self.shown = shown
    self.position = position
  }
}

extension Lesson {
  /// The claims that the lesson judges, in order.
  public var judgements: [ClaimJudgement] {
    var found: [ClaimJudgement] = []
    forEachBlock { if case .claims(let judgements) = $0.content { found += judgements } }
    return found
  }
}

extension Course {
  /// An error for every claim that no lesson of the base language judges, where the claim is written down.
  public var unjudgedClaims: [Diagnostic] {
    guard let list = claims else { return [] }
    let judged = Set(lessons(in: baseLanguage).flatMap { $0.judgements.map(\.claim) })
    return list.claims.filter { !judged.contains($0.id) }.map { claim in
      Diagnostic(
        .error, "unjudged-claim", "no lesson judges the claim '\(claim.id)'", path: list.path,
        at: claim.position, length: claim.id.utf8.count,
        help: "judge it in a ```claims fence of the lesson that shows what is true")
    }
  }
}
