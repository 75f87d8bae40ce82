import CourseModel

/// All claims of `claims.yml` in their order, with what the lessons find them to be.
struct ClaimsPage {
  /// What stands around the text.
  let frame: PageFrame
  /// The claims.
  let claims: [Claim]
  /// Who judges each claim, and how.
  let findings: [String: (lesson: Lesson, finding: ClaimFinding)]

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }
  private var language: String { frame.language }

  /// The page for the claims of the course in the frame's language, which some languages' lessons judge.
  init?(_ rendered: RenderedLessons, _ frame: PageFrame) {
    guard let list = frame.context.course.claims else { return nil }
    self.frame = frame
    claims = list.claims
    var findings: [String: (lesson: Lesson, finding: ClaimFinding)] = [:]
    for wanted in [frame.context.course.baseLanguage, frame.language] {
      for entry in rendered.entries where entry.lesson.language == wanted {
        for finding in entry.summary.findings { findings[finding.claim] = (entry.lesson, finding) }
      }
    }
    self.findings = findings
  }

  /// The page's file.
  var path: String { context.map.path(PageName.claims, in: language) }

  /// The page.
  var page: [UInt8] {
    let isMathematical = findings.values.contains { $0.finding.fact.firstRange(of: "katex".utf8) != nil }
    let part = PageFrame.Page(
      title: words.claims.claims, path: path, hasMathematics: isMathematical, lesson: PageName.claims,
      translations: context.translations(of: PageName.claims))
    return frame.page(part) { html in
      html.element("article") { html in
        html.element("h1", text: words.claims.claims)
        html.element("p", ["class": "lead"], text: words.claims.lead)
        writeCounts(to: &html)
        for group in groups { write(group, to: &html) }
      }
      BottomHTML(context: context).write(to: &html) { _ in }
    }
  }

  /// How often each verdict is given.
  private func writeCounts(to html: inout HTMLBuffer) {
    let verdicts = claims.map { findings[$0.id]?.finding.verdict }
    html.element("ul", ["class": "verdicts"]) { html in
      for verdict in ClaimVerdict.allCases.map(Optional.some) + [nil] {
        let count = verdicts.count { $0 == verdict }
        guard count > 0 else { continue }
        html.element("li") { html in
          html.element("b", text: "\(count)")
          html.raw(" ")
          let word = verdict.flatMap { words.claims.verdicts[$0] } ?? words.claims.unjudged
          html.element(
            "span", ["class": verdict?.badge ?? "badge"], text: (verdict.map { $0.sign + " " } ?? "") + word)
        }
      }
    }
  }

  /// Neighbours from the same section of the text.
  private var groups: [ArraySlice<Claim>] {
    var groups: [ArraySlice<Claim>] = []
    for index in claims.indices {
      if let last = groups.last?.last, last.section == claims[index].section {
        groups[groups.count - 1] = claims[groups[groups.count - 1].startIndex...index]
      } else {
        groups.append(claims[index...index])
      }
    }
    return groups
  }

  private func write(_ group: ArraySlice<Claim>, to html: inout HTMLBuffer) {
    guard let first = group.first else { return }
    html.element("h2", text: words.claims.name(ofSection: first.section).capitalizedFirst)
    html.element("ul", ["class": "claims"]) { html in
      for claim in group { write(claim, to: &html) }
    }
  }

  private func write(_ claim: Claim, to html: inout HTMLBuffer) {
    guard let (lesson, finding) = findings[claim.id] else {
      return ClaimHTML(claim: claim, finding: nil, language: language).write(to: &html)
    }
    let page = context.address(of: lesson, from: language)
    ClaimHTML(claim: claim, finding: finding, language: language, page: page).write(to: &html) { html in
      html.element("p", ["class": "claim-lesson"]) { html in
        let address = context.address(of: lesson, anchor: PageAnchor.claim(claim.id), from: language)
        html.element(
          "a", ["href": address, "lang": lesson.language == language ? nil : lesson.language],
          text: words.claims.lesson + "\(lesson.order) \(lesson.title)")
      }
    }
  }
}
