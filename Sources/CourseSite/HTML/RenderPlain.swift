import CourseModel

/// The HTML of a lesson's body with nothing added to what CommonMark says: no anchors, no colours.
///
/// What the lesson format adds to CommonMark appears as its source, in plain elements; footnotes follow the text.
public func renderPlain(_ lesson: Lesson) -> [UInt8] {
  var body = Body(lesson, extensions: PlainExtensions())
  body.html.bytes.reserveCapacity(lesson.file.bytes.count * 5 / 4)
  body.write(lesson.blocks)
  body.writeFootnotes()
  return body.html.bytes
}

extension Body {
  /// The lesson's footnotes as a list, each with links back to where it is mentioned; nothing without footnotes.
  mutating func writeFootnotes() {
    guard !lesson.footnotes.isEmpty else { return }
    html.raw("<section class=\"footnotes\">\n<ol>\n")
    for (index, note) in lesson.footnotes.enumerated() {
      html.raw("<li id=\"fn-\(index + 1)\">\n")
      write(note.blocks)
      html.newLine()
      writeBackLinks(to: note, number: index + 1)
      html.raw("</li>\n")
    }
    html.raw("</ol>\n</section>\n")
  }

  private mutating func writeBackLinks(to note: Footnote, number: Int) {
    guard note.mentions > 0 else { return }
    html.raw("<p>")
    for mention in 1...note.mentions {
      let suffix = mention > 1 ? "-\(mention)" : ""
      html.raw("<a href=\"#fnref-\(number)\(suffix)\" class=\"footnote-backref\">↩</a>")
    }
    html.raw("</p>\n")
  }
}
