import ContentStore
import CourseModel

/// The whole course on one page, to be printed: the lessons in order, nothing to navigate by but links.
struct PrintPage: Sendable {
  /// A lesson of the page.
  struct Part: Sendable {
    /// The lesson.
    let entry: RenderedLessons.Entry
    /// Its own page, from which it is taken.
    let page: LessonPage
    /// The id of its section.
    let id: String
  }

  /// What stands around the text of other pages.
  let frame: PageFrame
  /// The lessons in order.
  let parts: [Part]
  /// What every lesson's text depends on: the lessons of the page.
  private let list: Digest
  /// The prefixes of the lessons' ids by the addresses under which lessons of each language link to them.
  private let prefixes: [String: [String: String]]

  /// The page of `parts`.
  init(frame: PageFrame, parts: [Part]) {
    (self.frame, self.parts) = (frame, parts)
    var builder = DigestBuilder()
    for part in parts { builder.add(part.id, "\(part.entry.lesson.language) \(part.entry.lesson.id)") }
    list = builder.digest()
    var prefixes: [String: [String: String]] = [:]
    for language in Set(parts.map(\.entry.lesson.language)) {
      let addresses = parts.map { (frame.context.address(of: $0.entry.lesson, from: language), $0.id + "-") }
      prefixes[language] = Dictionary(addresses) { first, _ in first }
    }
    self.prefixes = prefixes
  }

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }
  private var language: String { frame.language }

  /// The page's file.
  var path: String { context.map.path(PageName.print, in: language) }

  /// Equal digests mean equal pages.
  var digest: Digest {
    var builder = DigestBuilder()
    builder.add("around", page { _ in [] })
    for part in parts { builder.add("lesson", key(of: part)) }
    return builder.digest()
  }

  /// The page with the texts that `html` gives for the lessons; those prepared before are found in `store`.
  func page(keptIn store: ContentStore, _ html: (RenderedLessons.Entry) -> [UInt8]) -> [UInt8] {
    page { part in
      let key = key(of: part)
      if let kept = store.content("print", key) { return kept }
      let text = transfer(part).transfer(part.page.text(html(part.entry)))
      store.store("print", key, text)
      return text
    }
  }

  /// What the text of a lesson on this page is made from.
  private func key(of part: Part) -> Digest {
    var builder = DigestBuilder()
    builder.add("body", part.entry.digest)
    builder.add("head", part.page.text([]))
    builder.add("page", language)
    builder.add("lessons", list)
    return builder.digest()
  }

  private func transfer(_ part: Part) -> BodyTransfer {
    let own = part.entry.lesson.language
    return BodyTransfer(
      prefix: part.id + "-", prefixes: prefixes[own] ?? [:],
      root: own == language ? "" : context.map.root(from: language))
  }

  private func page(_ text: (Part) -> [UInt8]) -> [UInt8] {
    let part = PageFrame.Page(
      title: words.print.title, path: path, style: "print", hasMathematics: hasMathematics,
      needs: PageNeeds(parts.map { PageNeeds(of: $0.entry.lesson) }),
      translations: context.translations(of: PageName.print))
    return frame.bare(part) { html in
      html.element("article") { html in
        writeTitle(to: &html)
        for part in parts { write(part, text(part), to: &html) }
      }
    }
  }

  private var hasMathematics: Bool { parts.contains { $0.entry.summary.hasMathematics } }

  private func writeTitle(to html: inout HTMLBuffer) {
    let configuration = context.course.configuration
    html.element("h1", text: frame.courseTitle)
    if let description = configuration.descriptions[language] ?? configuration.descriptions[context.map.base]
    {
      html.element("p", ["class": "lead"], text: description)
    }
    let line = [configuration.authors.joined(separator: ", "), configuration.licence ?? ""]
    html.element("p", text: line.filter { !$0.isEmpty }.joined(separator: " · "))
    html.element("p", ["class": "on-screen"]) { html in
      html.element(
        "a", ["href": frame.address(context.map.path(PageName.cover, in: language))], text: words.print.back)
    }
    html.element("h2", text: words.contents)
    html.element("ol", ["class": "print-contents"]) { html in
      for part in parts {
        html.element("li", ["value": "\(part.entry.lesson.order)"]) { writeLink(to: part, &$0) }
      }
    }
  }

  private func writeLink(to part: Part, _ html: inout HTMLBuffer) {
    html.element(
      "a", ["href": "#" + part.id, "lang": foreignLanguage(of: part)], text: part.entry.lesson.title)
  }

  private func write(_ part: Part, _ text: [UInt8], to html: inout HTMLBuffer) {
    html.raw("\n")
    html.element("section", ["class": "lesson", "id": part.id, "lang": foreignLanguage(of: part)]) {
      $0.raw(text)
    }
  }

  private func foreignLanguage(of part: Part) -> String? {
    part.entry.lesson.language == language ? nil : part.entry.lesson.language
  }
}
