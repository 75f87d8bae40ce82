import CourseModel

/// What lessons add to CommonMark, as this site writes it.
struct LessonExtensions: BodyExtensions {
  /// What knows the lesson's outcomes and the course around it.
  let renderer: LessonRenderer

  static func write(_ heading: Heading, to body: inout Body<Self>) {
    let level = "h\(min(6, max(2, heading.level)))"
    body.html.open(level, ["id": heading.anchor])
    body.write(heading.content)
    let label = body.extensions.renderer.words.sectionLink
    body.html.element(
      "a", ["class": "anchor", "href": SiteMap.address(ofAnchor: heading.anchor), "aria-label": label],
      text: "#")
    body.html.close(level)
    body.html.raw("\n")
  }

  static func writeCodeBlock(info: String, text: String, to body: inout Body<Self>) {
    let language = info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    body.extensions.renderer.writeCode(text, language: language, to: &body.html)
    body.html.raw("\n")
  }

  static func writeCell(_ index: Int, to body: inout Body<Self>) {
    guard body.lesson.cells.indices.contains(index) else { return }
    body.extensions.renderer.writeCell(index, to: &body.html)
    body.html.raw("\n")
  }

  static func write(_ table: TextTable, to body: inout Body<Self>) {
    body.html.open("figure", ["class": "table", "id": table.numbered?.anchor])
    writeCaption(of: table, body.extensions.renderer.words, to: &body)
    body.html.raw("<div class=\"table-wrap\" tabindex=\"0\"><table>\n<thead>\n")
    write(table.header, of: table, "th", to: &body)
    body.html.raw("</thead>\n<tbody>\n")
    for row in table.rows { write(row, of: table, "td", to: &body) }
    body.html.raw("</tbody>\n</table></div></figure>\n")
  }

  private static func writeCaption(of table: TextTable, _ words: Words, to body: inout Body<Self>) {
    guard !table.caption.isEmpty || table.numbered != nil else { return }
    body.html.open("figcaption")
    if let numbered = table.numbered {
      body.html.element("b", text: words.name(of: numbered))
      body.html.raw(" ")
    }
    body.write(table.caption)
    body.html.close("figcaption")
    body.html.raw("\n")
  }

  private static func write(
    _ row: [[Inline]], of table: TextTable, _ element: String, to body: inout Body<Self>
  ) {
    body.html.raw("<tr>")
    for (cell, alignment) in zip(row, table.alignments) {
      let isPlain = alignment == .none || alignment == .left
      body.html.open(element, ["class": isPlain ? nil : alignment.rawValue])
      body.write(cell)
      body.html.close(element)
    }
    body.html.raw("</tr>\n")
  }

  static func write(_ callout: Callout, to body: inout Body<Self>) {
    let words = body.extensions.renderer.words
    let isFolded = callout.kind == .hint
    body.html.open(
      isFolded ? "details" : "div",
      ["class": "callout " + callout.kind.rawValue, "role": isFolded ? nil : "note"])
    body.html.open(isFolded ? "summary" : "p", ["class": "callout-title"])
    body.html.raw(Icons.callout(callout.kind))
    if callout.title.isEmpty {
      body.html.text(words.callouts[callout.kind] ?? callout.kind.rawValue)
    } else {
      body.html.raw("<span>")
      body.write(callout.title)
      body.html.raw("</span>")
    }
    body.html.raw(isFolded ? "</summary>\n" : "</p>\n")
    body.write(callout.content)
    body.html.newLine()
    body.html.raw(isFolded ? "</details>\n" : "</div>\n")
  }

  static func write(_ math: DisplayMath, to body: inout Body<Self>) {
    body.extensions.renderer.writeMath(math, to: &body.html)
    body.html.raw("\n")
  }

  static func write(_ diagram: DiagramSource, to body: inout Body<Self>) {
    body.extensions.renderer.writeDiagram(diagram, to: &body.html)
    body.html.raw("\n")
  }

  static func writeValue(_ index: Int, to body: inout Body<Self>) {
    body.extensions.renderer.writeValue(index, to: &body.html)
  }

  static func write(_ reference: Reference, to body: inout Body<Self>) {
    guard let (address, text) = body.extensions.renderer.destination(of: reference) else {
      return body.html.element("span", ["class": "value missing"], text: reference.label)
    }
    body.html.open("a", ["href": address])
    if reference.content.isEmpty { body.html.text(text) } else { body.write(reference.content) }
    body.html.close("a")
  }

  static func writeCitation(_ keys: [String], at position: Position, to body: inout Body<Self>) {
    body.extensions.renderer.writeCitation(keys, to: &body.html)
  }

  static func writeFootnoteReference(_ index: Int, mention: Int, to body: inout Body<Self>) {
    let place = PageAnchor.mention(mention, ofNote: index + 1)
    body.html.open("sup", ["class": "footnote-ref"])
    body.html.element("a", ["href": "#" + PageAnchor.note(index + 1), "id": place], text: "\(index + 1)")
    body.html.close("sup")
  }

  static func write(_ link: Link, to body: inout Body<Self>) {
    let address = body.extensions.renderer.address(ofLink: link)
    body.html.raw("<a href=\"")
    body.html.address(address)
    body.html.raw("\"")
    writeTitle(link.title, to: &body)
    body.html.raw(">")
    body.write(link.content)
    body.html.raw("</a>")
  }

  static func write(_ image: Image, to body: inout Body<Self>) {
    let address = body.extensions.renderer.address(ofImage: image)
    body.html.raw("<img loading=\"lazy\" src=\"")
    body.html.address(address)
    body.html.raw("\" alt=\"")
    body.writePlainText(image.content)
    body.html.raw("\"")
    writeTitle(image.title, to: &body)
    body.html.raw(">")
  }

  /// Chinese has no spaces, so the end of a line between two of its characters is nothing.
  static func writeSoftBreak(at index: Int, of content: [Inline], to body: inout Body<Self>) {
    if !content.isWithinChinese(at: index) { body.html.raw("\n") }
  }

  private static func writeTitle(_ title: String, to body: inout Body<Self>) {
    guard !title.isEmpty else { return }
    body.html.raw(" title=\"")
    body.html.text(title)
    body.html.raw("\"")
  }
}

extension LessonRenderer {
  /// The lesson with everything that other pages need to know of it.
  var body: LessonBody {
    let html = self.html, outline = self.outline, objectives = self.objectives,
      findings = self.findings, listed = self.listedFigures
    let summary = LessonSummary(
      outline: outline, objectives: objectives, hasMathematics: hasMathematics, files: files, report: report,
      terms: terms, findings: findings, load: readingLoad, listed: listed,
      diagnostics: log.diagnostics)
    return LessonBody(html: html, sections: sections, summary: summary)
  }

  /// The text, the notes and the works it cites; what is wrong with them is then in `log`.
  var html: [UInt8] {
    var body = Body(lesson, extensions: LessonExtensions(renderer: self))
    body.write(linkingTerms(lesson.blocks))
    writeNotes(to: &body)
    let cited = Mentions(in: lesson).citedKeys.compactMap(context.work)
    Bibliography(words: words).write(cited, to: &body.html)
    return body.html.bytes
  }

  private func writeNotes(to body: inout Body<LessonExtensions>) {
    guard !lesson.footnotes.isEmpty else { return }
    body.html.open("section", ["class": "footnotes", "aria-labelledby": PageAnchor.notes])
    body.html.element("h2", ["id": PageAnchor.notes], text: words.footnotes)
    body.html.raw("<ol>\n")
    for (index, note) in lesson.footnotes.enumerated() {
      body.html.open("li", ["id": PageAnchor.note(index + 1)])
      body.write(note.blocks)
      writeBackLinks(to: note, number: index + 1, &body.html)
      body.html.raw("</li>\n")
    }
    body.html.raw("</ol></section>\n")
  }

  private func writeBackLinks(to note: Footnote, number: Int, _ html: inout HTMLBuffer) {
    guard note.mentions > 0 else { return }
    html.element("p", ["class": "back"]) { html in
      for mention in 1...note.mentions {
        let place = "#" + PageAnchor.mention(mention, ofNote: number)
        html.element("a", ["class": "backref", "href": place, "aria-label": words.backToText], text: "↩")
      }
    }
  }
}
