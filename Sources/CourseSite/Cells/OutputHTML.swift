import CourseModel
import Figures

/// Writes what a block printed and showed, in the order it happened.
struct OutputHTML {
  /// The block with its words.
  let cell: CellHTML

  private var shown: ShownCell { cell.shown }
  private var words: Words { cell.words }

  /// The outputs under a label, below the code.
  func write(to html: inout HTMLBuffer) {
    html.element("div", ["class": shown.showsCode ? resultClass : nil]) { html in
      if shown.showsCode { writeHead(to: &html) }
      if shown.showsOutput || shown.isBroken {
        for (index, output) in shown.outcome.outputs.enumerated() { write(output, index, to: &html) }
      }
      if shown.outcome.state == .skipped { html.element("p", ["class": "notice"], text: words.skipped) }
    }
  }

  private var resultClass: String {
    switch shown.outcome.state {
    case .failed, .skipped: "result failed"
    case .rejected, .trapped: "result expected-failure"
    default: shown.expectsFailure ? "result expected-failure" : "result"
    }
  }

  private var label: String {
    switch shown.outcome.state {
    case .rejected: words.compilerSays
    case .trapped: words.trapSays
    case .failed, .skipped: words.failed
    default: shown.expectsFailure ? words.failsAsExpected : words.output
    }
  }

  private func writeHead(to html: inout HTMLBuffer) {
    html.element("div", ["class": "result-head"]) { html in
      html.element("span", text: label)
      guard let lines = shown.outcome.comparedLines, !shown.isBroken else { return }
      let detail = words.comparedLines.replacingNumber(with: "\(lines)")
      html.element("span", ["class": "verified", "title": detail], text: words.asStated)
    }
  }

  private func write(_ output: CellOutput, _ index: Int, to html: inout HTMLBuffer) {
    switch output {
    case .standardOutput(let text): writeText(text, "standard-output", to: &html)
    case .standardError(let text): writeText(text, "standard-error", to: &html)
    case .compilerMessage(let text): writeText(text, "compiler-message", to: &html)
    case .trapMessage(let text): writeText(text, "trap-message", to: &html)
    case .notice(let text): html.element("p", ["class": "notice"], text: text)
    case .figure(.text(let text)): writeText(text, "shown-value", to: &html)
    case .figure(let figure): writeFigure(figure, index, to: &html)
    }
  }

  private func writeText(_ text: String, _ name: String, to html: inout HTMLBuffer) {
    let (head, tail, missing) = OutputText.shortened(OutputText.plain(text))
    guard !head.isEmpty else { return }
    html.element("pre", ["class": name, "tabindex": "0", "lang": "en"], text: head)
    guard missing > 0 else { return }
    html.element("p", ["class": "notice"], text: words.leftOut.replacingNumber(with: "\(missing)"))
    html.element("pre", ["class": name, "tabindex": "0", "lang": "en"], text: tail)
  }

  private func writeFigure(_ figure: Figure, _ index: Int, to html: inout HTMLBuffer) {
    let numbered = shown.cell.numbered.flatMap { shown.carrier(of: $0.kind) == index ? $0 : nil }
    FigureHTML(
      figure: figure, id: "\(shown.blockAnchor)-\(index + 1)", numbered: numbered, words: words,
      caption: caption(at: index),
      alternativeText: index == shown.carrier(of: .figure) ? shown.alternativeText : nil
    ).write(to: &html)
  }

  private func caption(at index: Int) -> [UInt8]? {
    let isFigure = index == shown.carrier(of: .figure)
    let isTable = index == shown.carrier(of: .table)
    let text =
      isFigure && shown.figureCaption != nil ? shown.figureCaption : isTable ? shown.tableCaption : nil
    return text.map(cell.caption)
  }
}

extension String {
  /// The words with their `#` filled in.
  func replacingNumber(with number: String) -> String {
    split(separator: "#", omittingEmptySubsequences: false).joined(separator: number)
  }
}
