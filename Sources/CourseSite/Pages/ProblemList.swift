import CourseModel

/// What failed a lesson, with the lines it happened on; only drafts show it.
struct ProblemList {
  /// The problems.
  let problems: [Diagnostic]
  /// The lesson they stand in.
  let lesson: Lesson
  /// The page's words.
  let words: Words

  /// The problems, one below the other.
  func write(to html: inout HTMLBuffer) {
    html.element("section", ["class": "callout caution", "role": "alert"]) { html in
      html.element("p", ["class": "callout-title"]) { html in
        html.raw(Icons.callout(.caution))
        html.text(words.failed)
      }
      html.element("p", text: words.failedLead)
      for problem in problems.sorted() {
        html.element("div", ["class": "problem"]) { write(problem, to: &$0) }
      }
    }
  }

  private func write(_ problem: Diagnostic, to html: inout HTMLBuffer) {
    html.element("p", text: "\(problem.message) [\(problem.rule)]")
    let place = "\(problem.path):\(problem.position.line):\(problem.position.column)"
    html.element("pre", ["tabindex": "0", "lang": "en"]) { html in
      html.text(place + "\n")
      writeExcerpt(problem, to: &html)
      if let help = problem.help { html.text("\n" + help) }
      for note in problem.notes { html.text("\n\(note.path):\(note.position.line): \(note.message)") }
    }
  }

  private func writeExcerpt(_ problem: Diagnostic, to html: inout HTMLBuffer) {
    guard problem.path == lesson.file.path,
      let excerpt = SourceExcerpt(of: problem.position, length: problem.length, in: lesson.file)
    else { return }
    let number = "\(problem.position.line)"
    let before = excerpt.caret.prefix { $0 == " " }
    html.text("\(number) | \(excerpt.line)\n\(String(repeating: " ", count: number.count)) | \(before)")
    html.element("span", ["class": "caret"], text: String(excerpt.caret.dropFirst(before.count)))
  }
}
