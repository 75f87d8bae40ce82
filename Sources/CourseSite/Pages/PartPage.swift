import CourseModel

/// A part of the course: its lessons, what they teach, and what to read before.
struct PartPage {
  private let part: Contents.Part
  private let name: String
  private let rendered: RenderedLessons
  private let times: ReadingTimes
  private let frame: PageFrame

  /// The page of `part`; nil for lessons that belong to no part.
  init?(_ part: Contents.Part, _ rendered: RenderedLessons, _ times: ReadingTimes, _ frame: PageFrame) {
    guard let name = part.page else { return nil }
    (self.part, self.name, self.rendered, self.times, self.frame) = (part, name, rendered, times, frame)
  }

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }

  /// The page's file.
  var path: String { context.map.path(name, in: frame.language) }

  /// The page.
  var page: [UInt8] {
    let around = PageFrame.Page(
      title: part.title, description: part.description ?? "", path: path, style: "cover", part: name,
      translations: context.translations(of: name))
    return frame.page(around) { html in
      html.element("article") { html in
        html.element("p", ["class": "kicker"]) { html in
          html.element("a", ["href": "index.html"], text: frame.courseTitle)
          html.text(" · " + times.text(of: part.entries, words))
        }
        html.element("h1", text: part.title)
        if let description = part.description { html.element("p", ["class": "lead"], text: description) }
        writeObjectives(to: &html)
        LessonListHTML(frame: frame, times: times).write(part.entries, to: &html)
      }
      BottomHTML(context: context).write(to: &html) { _ in }
    }
  }

  /// What all its lessons teach, and the lessons of other parts that they build on.
  private func writeObjectives(to html: inout HTMLBuffer) {
    let objectives = part.entries.flatMap { entry in
      rendered.entry(entry.lesson.id, in: entry.lesson.language)?.summary.objectives ?? []
    }
    let before = prerequisites
    guard !objectives.isEmpty || !before.isEmpty else { return }
    html.element("section", ["class": "about", "aria-label": words.site.objectives]) { html in
      if !objectives.isEmpty {
        html.element("p", ["class": "about-title"], text: words.site.objectives + words.colon.trimmed)
        html.element("ul") { html in for text in objectives { html.element("li") { $0.raw(text) } } }
      }
      if !before.isEmpty { html.element("p", ["class": "before"]) { write(before, to: &$0) } }
    }
  }

  private var prerequisites: [Lesson] {
    let own = Set(part.entries.map(\.lesson.id))
    let bases = part.entries.compactMap { context.baseLesson($0.lesson.id) }
    let names = bases.flatMap(\.frontMatter.prerequisites).map(\.lesson).filter { !own.contains($0) }
    return names.withoutRepetition().compactMap { context.lesson($0, in: frame.language) }
      .sorted { $0.order < $1.order }
  }

  private func write(_ lessons: [Lesson], to html: inout HTMLBuffer) {
    html.text(words.site.prerequisites + words.colon)
    for (index, lesson) in lessons.enumerated() {
      if index > 0 { html.text(words.listComma) }
      let address = context.address(of: lesson, from: frame.language)
      html.element(
        "a", ["href": address], text: "\(lesson.order) \(lesson.frontMatter.shortTitle ?? lesson.title)")
    }
  }
}

/// How long the lessons take to read, by lesson and language.
struct ReadingTimes {
  private let loads: [OutcomeKey: ReadingLoad]

  /// The times of all lessons.
  init(_ rendered: RenderedLessons) {
    loads = Dictionary(rendered.entries.map { ($0.lesson.key, $0.summary.load) }) { first, _ in first }
  }

  /// The time for some lessons together, in words.
  func text(of entries: [Contents.Entry], _ words: Words) -> String {
    let minutes = entries.reduce(0) { $0 + (loads[$1.lesson.key]?.minutes ?? 0) }
    return words.site.minutes.replacingNumber(with: "\(minutes)")
  }
}

/// Lessons with their descriptions and the time they need.
struct LessonListHTML {
  /// What stands around the text.
  let frame: PageFrame
  /// How long each lesson takes.
  let times: ReadingTimes

  /// The list.
  func write(_ entries: [Contents.Entry], to html: inout HTMLBuffer) {
    html.element("ul", ["class": "lessons"]) { html in
      for entry in entries { html.element("li") { write(entry, to: &$0) } }
    }
  }

  private func write(_ entry: Contents.Entry, to html: inout HTMLBuffer) {
    html.element("a", ["href": entry.address, "lang": frame.contents.foreignLanguage(of: entry)]) { html in
      html.element("span", ["class": "number"], text: "\(entry.lesson.order)")
      html.element("span") { html in
        html.element("b", text: entry.lesson.title)
        if let description = entry.lesson.frontMatter.description {
          html.element("span", ["class": "summary"], text: description)
        }
        html.element("small", ["class": "summary"], text: times.text(of: [entry], frame.words))
      }
    }
  }
}
