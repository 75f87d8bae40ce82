import CourseModel

/// How the constructs that lessons add to CommonMark are written.
///
/// A conforming type holds what its hooks need: a page's outcomes and words, or nothing at all for plain HTML.
/// Each hook writes to `body.html`, may call `body.write(_:)` for the text inside, and may read and change
/// `body.extensions`. What a type leaves out is written plainly.
protocol BodyExtensions {
  /// A heading.
  static func write(_ heading: Heading, to body: inout Body<Self>)
  /// A code block that is not evaluated, whose first word of `info` is its language.
  static func writeCodeBlock(info: String, text: String, to body: inout Body<Self>)
  /// A block that is evaluated, by its index into the lesson's cells.
  static func writeCell(_ index: Int, to body: inout Body<Self>)
  /// A table of text.
  static func write(_ table: TextTable, to body: inout Body<Self>)
  /// A remark.
  static func write(_ callout: Callout, to body: inout Body<Self>)
  /// A formula on lines of its own.
  static func write(_ math: DisplayMath, to body: inout Body<Self>)
  /// Words, by their index into the pieces around them.
  static func writeText(_ text: String, at index: Int, of content: [Inline], to body: inout Body<Self>)
  /// A formula in a sentence, by its index into the pieces around it.
  static func writeMath(
    _ tex: String, at position: Position, _ index: Int, of content: [Inline], to body: inout Body<Self>)
  /// A diagram.
  static func write(_ diagram: DiagramSource, to body: inout Body<Self>)
  /// Claims that the lesson judges.
  static func write(_ judgements: [ClaimJudgement], to body: inout Body<Self>)
  /// A question with choices.
  static func write(_ quiz: Quiz, to body: inout Body<Self>)
  /// A computed value in a sentence, by its index into the lesson's inline values.
  static func writeValue(_ index: Int, to body: inout Body<Self>)
  /// A mention of a numbered thing.
  static func write(_ reference: Reference, to body: inout Body<Self>)
  /// A mention of works.
  static func writeCitation(_ keys: [String], at position: Position, to body: inout Body<Self>)
  /// The `mention`th mention of the footnote at `index`.
  static func writeFootnoteReference(_ index: Int, mention: Int, to body: inout Body<Self>)
  /// The first use of a glossary's term, by its `id`.
  static func writeTerm(_ id: String, _ content: [Inline], to body: inout Body<Self>)
  /// A link.
  static func write(_ link: Link, to body: inout Body<Self>)
  /// An image.
  static func write(_ image: Image, to body: inout Body<Self>)
  /// The end of a line of the source, by its index into the pieces around it.
  static func writeSoftBreak(at index: Int, of content: [Inline], to body: inout Body<Self>)
}

extension BodyExtensions {
  /// CommonMark's heading, without an anchor.
  static func write(_ heading: Heading, to body: inout Body<Self>) {
    body.html.raw("<h")
    body.html.raw(heading.level)
    body.html.raw(">")
    body.write(heading.content)
    body.html.raw("</h")
    body.html.raw(heading.level)
    body.html.raw(">\n")
  }

  /// CommonMark's code block.
  static func writeCodeBlock(info: String, text: String, to body: inout Body<Self>) {
    body.html.raw("<pre><code")
    if let language = info.split(maxSplits: 1, whereSeparator: { $0.isWhitespace }).first {
      body.html.raw(" class=\"language-")
      body.html.text(String(language))
      body.html.raw("\"")
    }
    body.html.raw(">")
    body.html.text(text)
    body.html.raw("</code></pre>\n")
  }

  /// The code of a block, or the parameters of an experiment.
  static func writeCell(_ index: Int, to body: inout Body<Self>) {
    guard body.lesson.cells.indices.contains(index) else { return }
    let cell = body.lesson.cells[index]
    writeCodeBlock(info: cell.language, text: cell.source, to: &body)
    if let expected = cell.expectedOutput { writeCodeBlock(info: "output", text: expected.text, to: &body) }
  }

  /// The remark in a block quote, under its title.
  static func write(_ callout: Callout, to body: inout Body<Self>) {
    body.html.raw("<blockquote class=\"callout callout-\(callout.kind.rawValue)\">\n<p><strong>")
    if callout.title.isEmpty {
      body.html.text(callout.kind.rawValue.prefix(1).uppercased() + callout.kind.rawValue.dropFirst())
    } else {
      body.write(callout.title)
    }
    body.html.raw("</strong></p>\n")
    body.write(callout.content)
    body.html.newLine()
    body.html.raw("</blockquote>\n")
  }

  /// The formula's TeX.
  static func write(_ math: DisplayMath, to body: inout Body<Self>) {
    body.html.raw("<div class=\"math\"")
    if let anchor = math.numbered?.anchor, !anchor.isEmpty {
      body.html.raw(" id=\"")
      body.html.text(anchor)
      body.html.raw("\"")
    }
    body.html.raw(">")
    body.html.text(math.tex)
    body.html.raw("</div>\n")
  }

  /// CommonMark's text.
  @inline(__always)
  static func writeText(_ text: String, at index: Int, of content: [Inline], to body: inout Body<Self>) {
    body.html.text(text)
  }

  /// The formula's TeX.
  static func writeMath(
    _ tex: String, at position: Position, _ index: Int, of content: [Inline], to body: inout Body<Self>
  ) {
    body.html.raw("<span class=\"math\">")
    body.html.text(tex)
    body.html.raw("</span>")
  }

  /// The diagram's text.
  static func write(_ diagram: DiagramSource, to body: inout Body<Self>) {
    writeCodeBlock(info: "mermaid", text: diagram.text, to: &body)
  }

  /// The expression.
  static func writeValue(_ index: Int, to body: inout Body<Self>) {
    guard body.lesson.inlineValues.indices.contains(index) else { return }
    body.html.raw("<code>")
    body.html.text(body.lesson.inlineValues[index].expression)
    body.html.raw("</code>")
  }

  /// A link within the page.
  static func write(_ reference: Reference, to body: inout Body<Self>) {
    body.html.raw("<a href=\"#")
    body.html.address(reference.label)
    body.html.raw("\">")
    body.write(reference.content)
    body.html.raw("</a>")
  }

  /// The keys as they are written in the lesson.
  static func writeCitation(_ keys: [String], at position: Position, to body: inout Body<Self>) {
    body.html.text("[" + keys.map { "@" + $0 }.joined(separator: "; ") + "]")
  }

  /// A superscript number that leads to the note, as GitHub writes it.
  static func writeFootnoteReference(_ index: Int, mention: Int, to body: inout Body<Self>) {
    let suffix = mention > 1 ? "-\(mention)" : ""
    body.html.raw(
      "<sup class=\"footnote-ref\"><a href=\"#fn-\(index + 1)\" id=\"fnref-\(index + 1)\(suffix)\">")
    body.html.raw(index + 1)
    body.html.raw("</a></sup>")
  }

  /// CommonMark's line end, which reads as a space.
  public static func writeSoftBreak(at index: Int, of content: [Inline], to body: inout Body<Self>) {
    body.html.raw("\n")
  }

  /// The words.
  static func writeTerm(_ id: String, _ content: [Inline], to body: inout Body<Self>) { body.write(content) }

  /// CommonMark's link.
  static func write(_ link: Link, to body: inout Body<Self>) {
    body.html.raw("<a href=\"")
    body.html.address(link.destination)
    body.writeTitle(link.title)
    body.html.raw("\">")
    body.write(link.content)
    body.html.raw("</a>")
  }

  /// CommonMark's image.
  static func write(_ image: Image, to body: inout Body<Self>) {
    body.html.raw("<img src=\"")
    body.html.address(image.source)
    body.html.raw("\" alt=\"")
    body.writePlainText(image.content)
    body.writeTitle(image.title)
    body.html.raw("\" />")
  }
}

/// What the plain HTML of a text needs: nothing.
struct PlainExtensions: BodyExtensions {}

extension Cell {
  /// The first word of the fence.
  var language: String {
    if case .experiment = kind { return "experiment" }
    return "swift"
  }
}
