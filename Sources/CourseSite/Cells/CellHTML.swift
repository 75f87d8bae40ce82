import CourseModel
import Figures

/// Writes a block and, tied to it, what came of it.
struct CellHTML {
  /// The block.
  let shown: ShownCell
  /// The page's words.
  let words: Words
  /// Turns the author's captions into HTML.
  let caption: (String) -> [UInt8]
  /// Colours code in other languages.
  let foreignCode: (String, String) -> [UInt8]

  /// The block as one card: the code above, what came of it below.
  func write(to html: inout HTMLBuffer) {
    guard shown.isVisible else { return }
    let isCard = shown.showsCode
    html.element("div", ["class": isCard ? "cell" : "bare", "id": shown.cardAnchor]) { html in
      if isCard { writeCode(to: &html) }
      if !shown.foldsOutput { writeOutput(to: &html) }
    }
  }

  private func writeOutput(to html: inout HTMLBuffer) {
    if shown.hasVisibleOutput { OutputHTML(cell: self).write(to: &html) }
  }

  private func writeCode(to html: inout HTMLBuffer) {
    writeHead(to: &html)
    let summary = shown.cell.options.codeSummary ?? shown.origin.options.codeSummary ?? words.showCode
    guard shown.fold != .none else { return writeSource(to: &html) }
    html.element("details", ["class": "fold", "open": shown.fold == .open ? "" : nil]) { html in
      html.element("summary", text: summary)
      writeSource(to: &html)
      if shown.foldsOutput { writeOutput(to: &html) }
    }
  }

  private func writeHead(to html: inout HTMLBuffer) {
    let caption =
      shown.listingCaption ?? (shown.isNumberedItself ? shown.figureCaption ?? shown.tableCaption : nil)
    if shown.isNumberedItself || caption != nil {
      html.element("div", ["class": "cell-head listing"]) { html in
        html.element("span") { html in writeCaption(caption, to: &html) }
      }
    }
    let badges = self.badges
    guard !badges.isEmpty else { return }
    html.element("div", ["class": "cell-head"]) { html in
      for (text, kind) in badges {
        html.element("span", ["class": kind.isEmpty ? "badge" : "badge " + kind], text: text)
      }
      if case .experiment(let name, _) = shown.origin.kind { html.element("b", text: name) }
    }
  }

  /// "Listing 2.1" and the author's words after it.
  private func writeCaption(_ text: String?, to html: inout HTMLBuffer) {
    if shown.isNumberedItself, let numbered = shown.cell.numbered {
      html.element("b", text: words.name(of: numbered))
      html.raw(" ")
    }
    if let text { html.raw(caption(text)) }
  }

  private var badges: [(String, String)] {
    if case .experiment = shown.origin.kind { return [(words.experiment, "")] }
    switch shown.expectation {
    case .runs: return shown.outcome.state == .shown ? [(words.notRun, "")] : []
    case .fails: return [(words.rejects, "warn")]
    case .traps: return [(words.traps, "warn")]
    case .norun: return [(words.compiledOnly, "")]
    case .ignore: return [(words.notRun, "")]
    }
  }

  private func writeSource(to html: inout HTMLBuffer) {
    if case .experiment(_, let parameters) = shown.origin.kind {
      return writeParameters(parameters, to: &html)
    }
    guard !shown.origin.source.isEmpty else { return }
    CodeHTML.box(language: "swift", to: &html) { html in
      CodeHTML.write(shown.origin.source, shown.outcome.syntax, to: &html)
    }
  }

  /// What the experiment is given; the words about its figure stand in the caption.
  private func writeParameters(_ parameters: [ExperimentArgument], to html: inout HTMLBuffer) {
    guard !parameters.isEmpty else { return }
    let lines = parameters.map { "\($0.name): \($0.value.text)" }
    CodeHTML.box(language: "yaml", to: &html) { html in
      html.raw(foreignCode(lines.joined(separator: "\n"), "yaml"))
    }
  }
}
