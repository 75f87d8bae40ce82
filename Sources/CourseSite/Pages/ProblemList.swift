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
    guard problem.path == lesson.file.path else { return }
    let line = lesson.file.lineBytes(problem.position.line)
    let number = "\(problem.position.line)"
    html.text("\(number) | \(String(decoding: line, as: UTF8.self))\n")
    let before = String(decoding: line.prefix(max(0, problem.position.column - 1)), as: UTF8.self)
    html.text(String(repeating: " ", count: number.count) + " | " + before.map { $0 == "\t" ? "\t" : " " })
    let length = max(1, min(problem.length, line.count - before.utf8.count))
    html.element("span", ["class": "caret"], text: String(repeating: "^", count: length))
  }
}
