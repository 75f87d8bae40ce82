import CourseModel

/// The body of a page under construction: CommonMark's HTML for a lesson's blocks.
///
/// What CommonMark knows is written here, byte for byte as libcmark writes it. What lessons add to it is
/// written by the hooks of `Extensions`.
struct Body<Extensions: BodyExtensions> {
  /// The lesson that is written.
  let lesson: Lesson
  /// What the hooks know.
  var extensions: Extensions
  /// What has been written.
  var html = HTMLBuffer()

  /// An empty body for `lesson`.
  init(_ lesson: Lesson, extensions: Extensions) {
    self.lesson = lesson
    self.extensions = extensions
  }

  /// Writes blocks, each on lines of its own.
  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block, isTight: false) }
  }

  /// Writes one block.
  mutating func write(_ block: Block) {
    write(block, isTight: false)
  }

  @inline(never)
  private mutating func write(_ block: Block, isTight: Bool) {
    if isTight, case .paragraph(let content) = block.content { return write(content) }
    html.newLine()
    switch block.content {
    case .paragraph(let content): writeParagraph(content)
    case .heading(let heading): Extensions.write(heading, to: &self)
    case .thematicBreak: html.raw("<hr />\n")
    case .blockQuote(let blocks): writeQuote(blocks)
    case .list(let list): write(list)
    case .codeBlock(let info, let text): Extensions.writeCodeBlock(info: info, text: text, to: &self)
    case .html(let markup): writeMarkup(markup)
    case .table(let table): Extensions.write(table, to: &self)
    case .callout(let callout): Extensions.write(callout, to: &self)
    case .math(let math): Extensions.write(math, to: &self)
    case .diagram(let diagram): Extensions.write(diagram, to: &self)
    case .claims(let judgements): Extensions.write(judgements, to: &self)
    case .quiz(let quiz): Extensions.write(quiz, to: &self)
    case .cell(let index): Extensions.writeCell(index, to: &self)
    }
  }

  private mutating func writeParagraph(_ content: [Inline]) {
    html.raw("<p>")
    write(content)
    html.raw("</p>\n")
  }

  private mutating func writeQuote(_ blocks: [Block]) {
    html.raw("<blockquote>\n")
    write(blocks)
    html.newLine()
    html.raw("</blockquote>\n")
  }

  private mutating func writeMarkup(_ markup: String) {
    html.raw(markup)
    html.newLine()
  }

  private mutating func write(_ list: List) {
    switch list.start {
    case nil: html.raw("<ul>\n")
    case 1: html.raw("<ol>\n")
    case .some(let start): html.raw("<ol start=\"\(start)\">\n")
    }
    for item in list.items {
      html.newLine()
      html.raw("<li>")
      for block in item { write(block, isTight: list.isTight) }
      html.raw("</li>\n")
    }
    html.raw(list.start == nil ? "</ul>\n" : "</ol>\n")
  }
}
