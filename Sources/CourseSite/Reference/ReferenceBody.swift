import CourseModel
import Figures

/// What a reference page says of one activation, below its title.
struct ReferenceBody {
  /// The activation.
  let entry: ActivationReference.Entry
  /// Its formula and its derivative's, drawn.
  let formulas: [[UInt8]]
  /// Its curves and tables, in their own language.
  let figures: [Figure]
  /// What figures say in the page's language.
  let phrasebook: Phrasebook?
  /// The page's words.
  let words: Words

  /// Formulas, code, curves and tables.
  var html: [UInt8] {
    var html = HTMLBuffer()
    for formula in formulas {
      html.element("div", ["class": "math-display"]) { $0.raw(formula) }
    }
    html.element("div", ["class": "cell"]) { html in
      CodeHTML.box(language: "swift", to: &html) {
        CodeHTML.write(entry.code, entry.syntax, to: &$0)
      }
    }
    for (index, figure) in figures.enumerated() { write(figure, index, to: &html) }
    return html.bytes
  }

  private func write(_ figure: Figure, _ index: Int, to html: inout HTMLBuffer) {
    html.raw("\n")
    let translated = phrasebook.map { figure.mapTexts($0.translate) } ?? figure
    if case .table(let original) = figure, case .table(let table) = translated {
      write(table, original, to: &html)
    } else {
      FigureHTML(
        figure: translated, id: "figure-\(index + 1)", numbered: nil, words: words, caption: nil,
        alternativeText: nil
      ).write(to: &html)
    }
  }

  /// The table; sentences that nobody translated say which language they are in.
  private func write(_ table: Table, _ original: Table, to html: inout HTMLBuffer) {
    let isForeign = words.language != "en"
    let own = Set((original.rows.flatMap(\.self) + original.header).filter { isForeign && $0.hasWord })
    html.element("div", ["class": "table-wrap", "tabindex": "0"]) { html in
      html.element("table") { TableHTML.write(table, language: { own.contains($0) ? "en" : nil }, to: &$0) }
    }
  }
}

extension String {
  /// Whether it holds a word of English: at least four ASCII letters in a row.
  fileprivate var hasWord: Bool {
    var letters = 0
    for byte in utf8 {
      let lower = byte | 0x20
      letters = lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") ? letters + 1 : 0
      if letters == 4 { return true }
    }
    return false
  }
}
