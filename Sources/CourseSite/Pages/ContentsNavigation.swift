/// What stands beside the text of every page: parts and lessons, then the pages about the whole course.
///
/// In a large course a page names the lessons of its own part and the titles of the parts near it, so that its size
/// does not grow with the course.
struct ContentsNavigation {
  /// The text beside some pages.
  private struct Text {
    var html = HTMLBuffer()
    /// Where in it each lesson and page can be marked.
    var marks: [String: Int] = [:]
  }

  /// As many titles of other parts as stand before a part, and after it.
  private static let near = 10

  private var texts: [Text] = []
  private var textOfLesson: [String: Int] = [:]
  private var textOfPart: [String: Int] = [:]
  private let language: String

  /// The contents of `parts`.
  init(_ parts: [Contents.Part], more: [CoursePageLink], isLarge: Bool, _ language: String) {
    self.language = language
    guard isLarge else {
      texts = [text(of: parts, open: nil, isWhole: true, more)]
      return
    }
    texts = [text(of: Array(parts.prefix(2 * Self.near)), open: nil, isWhole: false, more)]
    for (index, part) in parts.enumerated() {
      let near = parts[max(0, index - Self.near)..<min(parts.count, index + Self.near + 1)]
      for entry in part.entries { textOfLesson[entry.lesson.id] = texts.count }
      part.page.map { textOfPart[$0] = texts.count }
      texts.append(text(of: Array(near), open: part.page, isWhole: false, more))
    }
  }

  /// The contents beside a page, the current lesson or page marked, or near the part whose page it is.
  func write(current: String?, part: String?, to html: inout HTMLBuffer) {
    let text = texts[current.flatMap { textOfLesson[$0] } ?? part.flatMap { textOfPart[$0] } ?? 0]
    guard let current, let offset = text.marks[current] else { return html.raw(text.html.bytes) }
    html.raw(Array(text.html.bytes[..<offset]))
    html.raw(" aria-current=\"page\"")
    html.raw(Array(text.html.bytes[offset...]))
  }

  /// The titles of `parts` with the lessons of all, or of the one that is open, below the way to the whole contents.
  private func text(
    of parts: [Contents.Part], open: String?, isWhole: Bool, _ more: [CoursePageLink]
  ) -> Text {
    var text = Text()
    let words = Words.of(language)
    text.html.open("nav", ["class": "contents", "aria-label": words.contents])
    if !isWhole { writeTitle(words.contents, page: PageName.cover, to: &text) }
    for part in parts {
      if let page = part.page { writeTitle(part.title, page: page, to: &text) }
      guard isWhole || part.page == open else { continue }
      text.html.raw("<ol>")
      for entry in part.entries { write(entry, to: &text) }
      text.html.raw("</ol>")
    }
    write(more, to: &text)
    text.html.raw("</nav>")
    return text
  }

  private func writeTitle(_ title: String, page: String, to text: inout Text) {
    text.html.element("h2") {
      $0.element("a", ["href": SiteMap.encoded(page) + ".html"], text: title)
    }
  }

  private func write(_ entry: Contents.Entry, to text: inout Text) {
    let tasks = entry.lesson.tasks.joined(separator: " "), own = entry.lesson.language
    text.html.open("li", ["data-lesson": entry.lesson.id, "data-tasks": tasks.isEmpty ? nil : tasks])
    text.html.open("a", ["href": entry.address, "lang": own == language ? nil : own])
    text.marks[entry.lesson.id] = text.html.bytes.count - 1
    text.html.element("span", ["class": "number"], text: "\(entry.lesson.order)")
    text.html.element("span", text: entry.lesson.frontMatter.shortTitle ?? entry.lesson.title)
    text.html.raw("</a></li>")
  }

  private func write(_ more: [CoursePageLink], to text: inout Text) {
    guard !more.isEmpty else { return }
    text.html.raw("<ol class=\"more\">")
    for link in more {
      text.html.raw("<li>")
      text.html.open("a", ["href": link.address])
      text.marks[link.name] = text.html.bytes.count - 1
      text.html.element("span", text: link.title)
      text.html.raw("</a></li>")
    }
    text.html.raw("</ol>")
  }
}
