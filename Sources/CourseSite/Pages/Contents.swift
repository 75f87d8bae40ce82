import CourseModel

/// The course's contents in one language, by parts.
struct Contents {
  /// A lesson in the contents.
  struct Entry {
    /// The lesson, in the page's language or else in the base language.
    let lesson: Lesson
    /// The address of its page, as seen from the page's language.
    let address: String
  }

  /// A part of the course with its lessons.
  struct Part {
    /// The title; empty where the lessons belong to no part.
    let title: String
    /// The page's name, made from the base language's title; nil without a title.
    let page: String?
    /// A sentence about it, if the course says one.
    let description: String?
    /// The lessons in order.
    var entries: [Entry]
  }

  /// The parts in order.
  let parts: [Part]
  /// The page's language.
  let language: String
  private var beside: [UInt8] = []
  private var marks: [String: Int] = [:]
  /// The pages about the whole course that stand below the lessons.
  private let more: [CoursePageLink]

  /// The contents of the published lessons, as pages in `language` show them.
  init(_ context: CourseContext, _ rendered: RenderedLessons, language: String) {
    self.language = language
    more = CoursePageLink.all(of: context, rendered, in: language)
    var parts: [Part] = []
    for base in rendered.entries.map(\.lesson) where base.language == context.course.baseLanguage {
      let lesson = context.lesson(base.id, in: language) ?? base
      let title = lesson.frontMatter.part ?? base.frontMatter.part ?? ""
      let entry = Entry(lesson: lesson, address: context.address(of: lesson, from: language))
      if parts.last?.title != title {
        let name = base.frontMatter.part ?? ""
        let page = PartPage.name(of: name, among: parts.compactMap(\.page))
        let description = context.course.configuration.description(ofPart: name, in: language)
        parts.append(
          Part(title: title, page: title.isEmpty ? nil : page, description: description, entries: []))
      }
      parts[parts.count - 1].entries.append(entry)
    }
    self.parts = parts
    writeBeside()
  }

  /// All lessons in order.
  var entries: [Entry] { parts.flatMap(\.entries) }

  /// The part that the lesson with that `id` belongs to.
  func part(of id: String) -> Part? {
    parts.first { $0.entries.contains { $0.lesson.id == id } }
  }

  /// The lessons before and after the one with that `id`.
  func neighbours(of id: String) -> (previous: Entry?, next: Entry?) {
    let all = entries
    guard let index = all.firstIndex(where: { $0.lesson.id == id }) else { return (nil, nil) }
    return (index > 0 ? all[index - 1] : nil, index + 1 < all.count ? all[index + 1] : nil)
  }

  /// The contents beside the text, the current lesson marked.
  func write(current: String?, to html: inout HTMLBuffer) {
    guard let current, let offset = marks[current] else { return html.raw(beside) }
    html.raw(Array(beside[..<offset]))
    html.raw(" aria-current=\"page\"")
    html.raw(Array(beside[offset...]))
  }

  /// Writes what is beside the text of every page once, and where in it each lesson can be marked.
  private mutating func writeBeside() {
    var html = HTMLBuffer()
    html.open("nav", ["class": "contents", "aria-label": Words.of(language).contents])
    for part in parts {
      if let page = part.page {
        html.element("h2") { $0.element("a", ["href": SiteMap.encoded(page) + ".html"], text: part.title) }
      }
      html.raw("<ol>")
      for entry in part.entries { write(entry, to: &html) }
      html.raw("</ol>")
    }
    writeMore(to: &html)
    html.raw("</nav>")
    beside = html.bytes
  }

  private mutating func write(_ entry: Entry, to html: inout HTMLBuffer) {
    let tasks = entry.lesson.tasks.joined(separator: " ")
    html.open("li", ["data-lesson": entry.lesson.id, "data-tasks": tasks.isEmpty ? nil : tasks])
    html.open("a", ["href": entry.address, "lang": foreignLanguage(of: entry)])
    marks[entry.lesson.id] = html.bytes.count - 1
    html.element("span", ["class": "number"], text: "\(entry.lesson.order)")
    html.element("span", text: entry.lesson.frontMatter.shortTitle ?? entry.lesson.title)
    html.raw("</a></li>")
  }

  private mutating func writeMore(to html: inout HTMLBuffer) {
    guard !more.isEmpty else { return }
    html.raw("<ol class=\"more\">")
    for link in more {
      html.raw("<li>")
      html.open("a", ["href": link.address])
      marks[link.name] = html.bytes.count - 1
      html.element("span", text: link.title)
      html.raw("</a></li>")
    }
    html.raw("</ol>")
  }

  /// The lesson's language where it is not the page's.
  func foreignLanguage(of entry: Entry) -> String? {
    entry.lesson.language == language ? nil : entry.lesson.language
  }
}
