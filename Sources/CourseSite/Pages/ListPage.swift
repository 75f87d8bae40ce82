import CourseModel

/// A page that lists what all lessons hold: their figures and tables, or their experiments.
struct ListPage {
  /// What it lists.
  let title: String
  private let name, lead: String
  private let frame: PageFrame
  private let rows: [UInt8]
  private let hasMathematics: Bool

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }

  /// The page's file.
  var path: String { context.map.path(name, in: frame.language) }

  /// The page's address, as seen from its language.
  var address: String { context.map.address(of: path, from: frame.language) }

  /// The page.
  var page: [UInt8] {
    let around = PageFrame.Page(
      title: title, path: path, style: "report", hasMathematics: hasMathematics, lesson: name,
      translations: context.translations(of: name))
    return frame.page(around) { html in
      html.element("article") { html in
        html.element("p", ["class": "kicker"]) {
          $0.element("a", ["href": "index.html"], text: frame.courseTitle)
        }
        html.element("h1", text: title)
        html.element("p", ["class": "lead"], text: lead)
        html.raw(rows)
      }
      BottomHTML(context: context).write(to: &html) { _ in }
    }
  }
}

extension ListPage {
  /// The numbered figures and tables by lesson; nil if there are none.
  static func figures(_ rendered: RenderedLessons, _ frame: PageFrame) -> ListPage? {
    guard rendered.haveFigures else { return nil }
    var html = HTMLBuffer()
    let entries = rendered.entries.filter {
      $0.lesson.language == frame.language && !$0.summary.listed.isEmpty
    }
    for entry in entries {
      html.element("h2", text: "\(entry.lesson.order) \(entry.lesson.title)")
      html.element("ul") { html in
        for figure in entry.summary.listed { write(figure, of: entry.lesson, frame, to: &html) }
      }
    }
    let words = frame.words.site
    return ListPage(
      title: words.figures, name: PageName.figures, lead: words.figuresLead, frame: frame, rows: html.bytes,
      hasMathematics: entries.contains { $0.summary.hasMathematics })
  }

  private static func write(
    _ figure: ListedFigure, of lesson: Lesson, _ frame: PageFrame, to html: inout HTMLBuffer
  ) {
    let address = frame.context.address(of: lesson, anchor: figure.anchor, from: frame.language)
    html.element("li") { html in
      html.element("a", ["href": address], text: figure.name)
      html.raw(" ")
      html.raw(figure.caption)
    }
  }

  /// The experiments by name, each with what it shows and the places that refer to it; nil if there are none.
  static func experiments(
    _ rendered: RenderedLessons, _ summaries: ExperimentSummaries, _ frame: PageFrame
  ) -> ListPage? {
    guard rendered.haveExperiments else { return nil }
    var uses: [String: [(lesson: Lesson, row: LessonReport.ExperimentRow)]] = [:]
    for entry in rendered.entries where entry.lesson.language == frame.language {
      for row in entry.summary.report.experiments { uses[row.name, default: []].append((entry.lesson, row)) }
    }
    var html = HTMLBuffer()
    for name in uses.keys.sorted() {
      html.element("h2") { $0.element("code", text: name) }
      if let summary = summaries.summary(of: name, in: frame.language) {
        html.element("p", ["lang": summary.language], text: summary.text)
      }
      html.element("ul") { html in
        for use in uses[name] ?? [] { write(use.row, of: use.lesson, frame, to: &html) }
      }
    }
    let words = frame.words.site
    return ListPage(
      title: words.experiments, name: PageName.experiments, lead: words.experimentsLead, frame: frame,
      rows: html.bytes, hasMathematics: false)
  }

  private static func write(
    _ row: LessonReport.ExperimentRow, of lesson: Lesson, _ frame: PageFrame, to html: inout HTMLBuffer
  ) {
    let address = frame.context.address(of: lesson, anchor: row.anchor, from: frame.language)
    html.element("li") { html in
      html.element("a", ["href": address], text: "\(lesson.order) \(lesson.title)")
      if !row.parameters.isEmpty { html.text(frame.words.colon + row.parameters) }
    }
  }
}
