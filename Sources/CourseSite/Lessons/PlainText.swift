import CourseModel

/// The words of a lesson without their form, for the search.
struct PlainText {
  /// The text of a computed number.
  let value: (Int) -> String
  /// What a mention without words of its own is called.
  let name: (Reference) -> String
  /// How works are cited.
  let citation: ([String]) -> String

  /// The words of a line.
  func of(_ inlines: [Inline]) -> String {
    inlines.map(of).joined()
  }

  private func of(_ inline: Inline) -> String {
    switch inline {
    case .text(let words), .code(let words): words
    case .softBreak, .lineBreak: " "
    case .math(let tex, _): tex
    case .value(let index): value(index)
    case .reference(let reference) where reference.content.isEmpty: name(reference)
    case .citation(let keys, _): citation(keys)
    case .html, .footnoteReference: ""
    case .emphasis, .strong, .link, .image, .reference: of(inline.inlines)
    }
  }
}
