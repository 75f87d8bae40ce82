import CourseModel

/// The words of a lesson without their form, for titles and for the search.
enum PlainText {
  /// The words of a line; `value` gives the text of a computed number, `name` that of a mention without words.
  static func of(_ inlines: [Inline], value: (Int) -> String, name: (Reference) -> String) -> String {
    var text = ""
    append(inlines, value, name, to: &text)
    return text
  }

  private static func append(
    _ inlines: [Inline], _ value: (Int) -> String, _ name: (Reference) -> String, to text: inout String
  ) {
    for inline in inlines {
      switch inline {
      case .text(let words), .code(let words): text += words
      case .softBreak, .lineBreak: text += " "
      case .math(let tex, _): text += tex
      case .value(let index): text += value(index)
      case .reference(let reference) where reference.content.isEmpty: text += name(reference)
      case .html, .citation, .footnoteReference: break
      case .emphasis, .strong, .link, .image, .reference: append(inline.inlines, value, name, to: &text)
      }
    }
  }
}
