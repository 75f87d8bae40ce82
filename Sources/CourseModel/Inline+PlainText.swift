extension [Inline] {
  /// The words without markup; breaks are spaces, formulas their TeX.
  public var plainText: String {
    var text = ""
    appendPlainText(to: &text)
    return text
  }

  private func appendPlainText(to text: inout String) {
    for piece in self {
      switch piece {
      case .text(let words), .code(let words), .math(let words, _): text += words
      case .softBreak, .lineBreak: text += " "
      case .emphasis(let content), .strong(let content): content.appendPlainText(to: &text)
      case .term(_, let content): content.appendPlainText(to: &text)
      case .link(let link): link.content.appendPlainText(to: &text)
      case .image(let image): image.content.appendPlainText(to: &text)
      case .reference(let reference): reference.content.appendPlainText(to: &text)
      case .html, .value, .citation, .footnoteReference: break
      }
    }
  }
}
