import CourseModel

extension Body {
  /// Writes the pieces of a line.
  mutating func write(_ content: [Inline]) {
    for (index, piece) in content.enumerated() {
      switch piece {
      case .text(let text): Extensions.writeText(text, at: index, of: content, to: &self)
      case .softBreak: Extensions.writeSoftBreak(at: index, of: content, to: &self)
      case .math(let tex, let position):
        Extensions.writeMath(tex, at: position, index, of: content, to: &self)
      default: write(piece)
      }
    }
  }

  @inline(never)
  private mutating func write(_ piece: Inline) {
    switch piece {
    case .lineBreak: html.raw("<br />\n")
    case .code(let text): writeElement("code") { $0.html.text(text) }
    case .html(let markup): html.raw(markup)
    case .emphasis(let content): writeElement("em") { $0.write(content) }
    case .strong(let content): writeElement("strong") { $0.write(content) }
    case .link(let link): Extensions.write(link, to: &self)
    case .image(let image): Extensions.write(image, to: &self)
    default: writeExtension(piece)
    }
  }

  private mutating func writeExtension(_ piece: Inline) {
    switch piece {
    case .value(let index): Extensions.writeValue(index, to: &self)
    case .reference(let reference): Extensions.write(reference, to: &self)
    case .citation(let keys, let position): Extensions.writeCitation(keys, at: position, to: &self)
    case .footnoteReference(let index, let mention):
      Extensions.writeFootnoteReference(index, mention: mention, to: &self)
    case .term(let id, let content): Extensions.writeTerm(id, content, to: &self)
    default: break
    }
  }

  @inline(__always)
  private mutating func writeElement(_ name: String, _ content: (inout Body) -> Void) {
    html.raw("<")
    html.raw(name)
    html.raw(">")
    content(&self)
    html.raw("</")
    html.raw(name)
    html.raw(">")
  }

  /// Writes the words of `content` without markup, as `alt` needs them.
  mutating func writePlainText(_ content: [Inline]) {
    for piece in content {
      switch piece {
      case .text(let text), .code(let text), .html(let text), .math(let text, _): html.text(text)
      case .softBreak, .lineBreak: html.raw(" ")
      case .emphasis(let content), .strong(let content): writePlainText(content)
      case .term(_, let content): writePlainText(content)
      case .link(let link): writePlainText(link.content)
      case .image(let image): writePlainText(image.content)
      case .reference(let reference): writePlainText(reference.content)
      case .value, .citation, .footnoteReference: break
      }
    }
  }

  /// Ends an attribute's value and begins `title="…"`, if there is a title.
  mutating func writeTitle(_ title: String) {
    guard !title.isEmpty else { return }
    html.raw("\" title=\"")
    html.text(title)
  }
}
