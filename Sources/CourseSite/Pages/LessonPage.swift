import CourseModel

/// A lesson's page: its head, its body, the way onwards.
struct LessonPage {
  /// The lesson.
  let lesson: Lesson
  /// What the frame needs to know of its body.
  let summary: LessonSummary
  /// The outlines of its other languages.
  let twins: [String: [OutlineEntry]]
  /// The problems that failed it, if it failed.
  let problems: [Diagnostic]
  /// What stands around the text.
  let frame: PageFrame

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }

  /// The lesson as it was first written, which has what a translation leaves out.
  private var base: Lesson { context.baseLesson(lesson.id) ?? lesson }

  /// The page's file.
  var path: String { context.map.path(lesson.id, in: lesson.language) }

  /// The page around the body.
  func page(_ body: [UInt8]) -> [UInt8] {
    frame.page(framePart) { html in
      html.element("article") { $0.raw(text(body)) }
      writeTurn(to: &html)
      writeBottom(to: &html)
    }
  }

  /// The head and the body, without what leads to other pages.
  func text(_ body: [UInt8]) -> [UInt8] {
    var html = HTMLBuffer()
    writeHead(to: &html)
    if !problems.isEmpty { ProblemList(problems: problems, lesson: lesson, words: words).write(to: &html) }
    html.raw("\n")
    html.raw(body)
    return html.bytes
  }

  private var framePart: PageFrame.Page {
    PageFrame.Page(
      title: lesson.title, description: lesson.frontMatter.description ?? "", path: path,
      hasMathematics: summary.hasMathematics, lesson: lesson.id, outline: summary.outline, twins: twins,
      needs: PageNeeds(of: lesson), translations: translations)
  }

  private var translations: [(language: String, path: String)] {
    context.course.configuration.languages.compactMap { language in
      guard let other = context.lesson(lesson.id, in: language), other.language == language else {
        return nil
      }
      return (language, context.map.path(other.id, in: language))
    }
  }

  private func writeHead(to html: inout HTMLBuffer) {
    html.element("p", ["class": "kicker"]) { writeKicker(to: &$0) }
    html.element("h1", text: lesson.title)
    if let description = lesson.frontMatter.description {
      html.element("p", ["class": "lead"], text: description)
    }
    writeAbout(to: &html)
  }

  /// The lesson's part, which leads to its page, and its number.
  private func writeKicker(to html: inout HTMLBuffer) {
    if let part = frame.contents.part(of: lesson.id), let page = part.page {
      html.element("a", ["href": SiteMap.encoded(page) + ".html"], text: part.title)
      html.text(" · ")
    }
    html.text(words.lesson.replacingNumber(with: "\(lesson.order)"))
    if base.frontMatter.isDraft { html.text(" · " + words.draft) }
  }

  private func writeAbout(to html: inout HTMLBuffer) {
    let objectives = summary.objectives
    let before = base.frontMatter.prerequisites.compactMap { context.lesson($0.lesson, in: lesson.language) }
    guard !objectives.isEmpty || !before.isEmpty else { return }
    html.element("section", ["class": "about", "aria-label": words.objectives]) { html in
      if !objectives.isEmpty {
        html.element("p", ["class": "about-title"], text: words.objectives + words.colon.trimmed)
        html.element("ul") { html in
          for objective in objectives { html.element("li") { $0.raw(objective) } }
        }
      }
      if !before.isEmpty { html.element("p", ["class": "before"]) { writePrerequisites(before, to: &$0) } }
    }
  }

  private func writePrerequisites(_ lessons: [Lesson], to html: inout HTMLBuffer) {
    html.text(words.prerequisites + words.colon)
    for (index, other) in lessons.enumerated() {
      if index > 0 { html.text(words.listComma) }
      let address = context.address(of: other, from: lesson.language)
      html.element(
        "a", ["href": address], text: "\(other.order) \(other.frontMatter.shortTitle ?? other.title)")
    }
  }

  private func writeTurn(to html: inout HTMLBuffer) {
    let (previous, next) = frame.contents.neighbours(of: lesson.id)
    html.raw("\n")
    html.element("nav", ["class": "turn after", "aria-label": "\(words.previous), \(words.next)"]) { html in
      if let previous { writeTurn("← " + words.previous, "prev", previous, to: &html) }
      if let next { writeTurn(words.next + " →", "next", next, to: &html) }
    }
  }

  private func writeTurn(_ label: String, _ way: String, _ entry: Contents.Entry, to html: inout HTMLBuffer) {
    let attributes: KeyValuePairs<String, String?> = [
      "class": way, "rel": way, "href": entry.address, "lang": frame.contents.foreignLanguage(of: entry),
    ]
    html.element("a", attributes) { html in
      html.element("small", text: label)
      html.text(entry.lesson.title)
    }
  }

  private func writeBottom(to html: inout HTMLBuffer) {
    let report = context.map.address(
      of: context.map.path(PageName.report, in: lesson.language), anchor: PageAnchor.lesson(lesson.id),
      from: lesson.language)
    let authors = base.frontMatter.authors.isEmpty ? nil : base.frontMatter.authors
    BottomHTML(context: context, authors: authors).write(to: &html) { html in
      html.element("p") { $0.element("a", ["href": report], text: words.checked) }
    }
  }
}

extension String {
  /// The text without blanks at its end.
  var trimmed: String {
    var kept = self[...]
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}

/// The end of every page.
struct BottomHTML {
  /// The course.
  let context: CourseContext
  /// The authors, where they are not the course's.
  var authors: [String]?

  /// Authors and licence, then what `more` writes.
  func write(to html: inout HTMLBuffer, _ more: (inout HTMLBuffer) -> Void) {
    let configuration = context.course.configuration
    let names = (authors ?? configuration.authors).joined(separator: ", ")
    let line = [names, configuration.licence ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    html.element("footer", ["class": "bottom after"]) { html in
      if !line.isEmpty { html.element("p", text: line) }
      more(&html)
    }
  }
}
