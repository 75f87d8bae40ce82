import CourseModel

/// A claim and what a lesson finds it to be, as an item of a list.
struct ClaimHTML {
  /// What the text says; nil if nobody knows the claim.
  let claim: Claim?
  /// What a lesson finds; nil if none judges it.
  let finding: ClaimFinding?
  /// The page's language.
  let language: String
  /// The address of the lesson's page; empty on that page itself.
  var page = ""

  private var words: Words { Words.of(language) }

  /// The item: what the text says, what it is found to be and the fact, and what shows it.
  func write(to html: inout HTMLBuffer, _ more: (inout HTMLBuffer) -> Void = { _ in }) {
    let name = claim?.id ?? finding?.claim ?? ""
    html.element("li", ["id": PageAnchor.claim(name)]) { html in
      html.element("div", ["class": "claim-says"]) { writeWords(name, to: &$0) }
      html.element("p", ["class": "claim-fact"]) { html in
        writeVerdict(to: &html)
        if let finding { writeFact(finding, to: &html) }
      }
      more(&html)
    }
    html.raw("\n")
  }

  private func writeWords(_ name: String, to html: inout HTMLBuffer) {
    html.element("p") { html in
      if let claim, let says = claim.says[language] { html.element(claim.element, text: says) }
      html.raw(" ")
      let section = claim.map { words.claims.name(ofSection: $0.section) }
      html.element("small", text: [name, section].compactMap { $0 }.joined(separator: words.comma))
    }
    guard let claim, claim.originalLanguage != language, let original = claim.says[claim.originalLanguage]
    else {
      return
    }
    html.element("p", ["class": "claim-original"]) { html in
      html.element("span", ["class": "unseen"], text: words.claims.original)
      html.element(claim.element, ["lang": claim.originalLanguage], text: original)
    }
  }

  private func writeVerdict(to html: inout HTMLBuffer) {
    guard let verdict = finding?.verdict else {
      return html.element("span", ["class": "badge"], text: words.claims.unjudged)
    }
    let word = words.claims.verdicts[verdict] ?? verdict.rawValue
    html.element("span", ["class": verdict.badge]) { html in
      html.element("span", ["aria-hidden": "true"], text: verdict.sign)
      html.text(word)
    }
  }

  private func writeFact(_ finding: ClaimFinding, to html: inout HTMLBuffer) {
    html.raw(" ")
    html.raw(
      page.isEmpty
        ? finding.fact : finding.fact.replacing(Array("href=\"#".utf8), with: "href=\"\(page)#".utf8))
    guard !finding.shown.isEmpty else { return }
    html.raw(" ")
    html.element("span", ["class": "claim-shown"]) { html in
      for (index, witness) in finding.shown.enumerated() {
        if index > 0 { html.text(words.listComma) }
        if index == 0, !witness.name.isEmpty { html.text(words.claims.shownIn) }
        html.element(
          "a", ["href": page + SiteMap.address(ofAnchor: witness.anchor)],
          text: !witness.name.isEmpty
            ? witness.name : index == 0 ? words.claims.shownHere : words.claims.thisBlock)
      }
    }
  }
}

extension Claim {
  /// The element that holds what the text says; what it does not say is no quotation.
  fileprivate var element: String { section == "–" ? "span" : "q" }
}

extension LessonExtensions {
  static func write(_ judgements: [ClaimJudgement], to body: inout Body<Self>) {
    let renderer = body.extensions.renderer
    body.html.raw("<ul class=\"claims\">\n")
    for judgement in judgements {
      let claim = renderer.context.course.claims?.claim(judgement.claim)
      ClaimHTML(claim: claim, finding: renderer.finding(judgement), language: renderer.lesson.language)
        .write(to: &body.html)
    }
    body.html.raw("</ul>\n")
  }
}

extension BodyExtensions {
  /// The claims' names, verdicts and facts.
  static func write(_ judgements: [ClaimJudgement], to body: inout Body<Self>) {
    body.html.raw("<ul>\n")
    for judgement in judgements {
      body.html.raw("<li>")
      body.html.text(
        [judgement.claim, judgement.verdict?.rawValue].compactMap { $0 }.joined(separator: ", "))
      body.html.raw(": ")
      body.write(judgement.fact)
      body.html.raw("</li>\n")
    }
    body.html.raw("</ul>\n")
  }
}
