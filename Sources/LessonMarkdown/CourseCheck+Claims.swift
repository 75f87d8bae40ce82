import CourseModel

extension CourseCheck {
  /// Checks the claims that a lesson judges: that they exist, and that something shows what it says of them.
  mutating func checkClaims(in lesson: Lesson) {
    let judgements = lesson.judgements
    guard let list = course.claims else { return reportClaimsWithoutList(in: lesson) }
    guard lesson.language == course.baseLanguage else { return checkTranslatedClaims(judgements, in: lesson) }
    guard !judgements.isEmpty else { return }
    let blocks = NamedCells(in: lesson)
    for judgement in judgements {
      checkExists(judgement, in: list, lesson)
      checkIsFirst(judgement, in: lesson)
      for witness in judgement.shown { check(witness, among: blocks, in: lesson) }
    }
  }

  private mutating func reportClaimsWithoutList(in lesson: Lesson) {
    lesson.forEachBlock { block in
      guard case .claims = block.content else { return }
      error(
        "no-claims", in: lesson, at: block.position, length: "```claims".utf8.count,
        "there is no claims.yml that says which claims there are",
        help: "write it beside course.yml, or remove this fence")
    }
  }

  private mutating func checkExists(_ judgement: ClaimJudgement, in list: ClaimList, _ lesson: Lesson) {
    guard list.claim(judgement.claim) == nil else { return }
    error(
      "unknown-claim", in: lesson, at: judgement.position, length: judgement.claim.utf8.count,
      "\(list.path) has no claim '\(judgement.claim)'",
      help: claimNames.suggestion(
        for: judgement.claim, orElse: "write it into \(list.path) first"))
  }

  private mutating func checkIsFirst(_ judgement: ClaimJudgement, in lesson: Lesson) {
    let note = Diagnostic.Note(
      path: lesson.file.path, position: judgement.position, message: "it is judged here first")
    guard let first = judged[judgement.claim] else {
      judged[judgement.claim] = note
      return
    }
    error(
      "claim-judged-twice", in: lesson, at: judgement.position, length: judgement.claim.utf8.count,
      "the claim '\(judgement.claim)' is judged twice", help: "keep one of the two", notes: [first])
  }

  private mutating func check(
    _ witness: ClaimJudgement.Witness, among blocks: NamedCells, in lesson: Lesson
  ) {
    guard let cell = blocks[witness.name] else {
      let isText = anchorSet(of: lesson).contains(witness.name)
      return error(
        "unknown-block", in: lesson, at: witness.position, length: witness.name.utf8.count,
        isText
          ? "'\(witness.name)' is no block that runs" : "no block of this lesson is called '\(witness.name)'",
        help: blocks.names.suggestion(
          for: witness.name,
          orElse: "name a block that runs by its label or its id"))
    }
    let isUnseen = cell.isSetup || !cell.options.echo && !cell.options.output
    guard isUnseen || [.ignore, .norun].contains(cell.expectation) else { return }
    let note = Diagnostic.Note(path: lesson.file.path, position: cell.position, message: "the block is here")
    error(
      "shows-nothing", in: lesson, at: witness.position, length: witness.name.utf8.count,
      "the block '\(witness.name)' \(isUnseen ? "is not on the page" : "is not run"), so it shows nothing",
      help: "name a block that runs and is on the page", notes: [note])
  }

  /// A translation judges exactly the claims that the base lesson judges.
  private mutating func checkTranslatedClaims(_ judgements: [ClaimJudgement], in lesson: Lesson) {
    guard let base = course.lesson(lesson.id, in: course.baseLanguage) else { return }
    let wanted = base.judgements, names = KnownNames(wanted.map(\.claim))
    let given = Set(judgements.map(\.claim))
    for judgement in judgements where !names.contains(judgement.claim) {
      error(
        "translation-claims", in: lesson, at: judgement.position, length: judgement.claim.utf8.count,
        "\(base.file.path) does not judge the claim '\(judgement.claim)'",
        help: names.suggestion(for: judgement.claim, orElse: "judge it there, or remove it here"))
    }
    for original in wanted where !given.contains(original.claim) {
      let note = Diagnostic.Note(
        path: base.file.path, position: original.position, message: "it is judged here")
      error(
        "translation-claims", in: lesson, at: judgements.last?.position ?? Position(line: 1),
        "the translation lacks the claim '\(original.claim)'", help: "add '\(original.claim):' with its fact",
        notes: [note])
    }
  }
}
