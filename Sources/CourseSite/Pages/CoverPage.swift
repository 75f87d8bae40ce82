import CourseModel

/// The first page: what the course is, and its lessons by parts.
struct CoverPage {
  /// What stands around the text.
  let frame: PageFrame
  /// What the build of all lessons came to.
  let totals: LessonReport

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }
  private var language: String { frame.language }

  /// The page's file.
  var path: String { context.map.path("index", in: language) }

  /// The page.
  var page: [UInt8] {
    let configuration = context.course.configuration
    let title = configuration.title(in: language)
    let description =
      configuration.descriptions[language] ?? configuration.descriptions[context.map.base] ?? ""
    let translations = configuration.languages.map { ($0, context.map.path("index", in: $0)) }
    let part = PageFrame.Page(
      title: title, description: description, path: path, style: "cover", translations: translations)
    return frame.page(part) { html in
      html.element("article") { html in
        html.element("h1", text: title)
        if !description.isEmpty { html.element("p", ["class": "lead"], text: description) }
        writeStart(to: &html)
        TotalsHTML(totals: totals, words: words).write(to: &html)
        for part in frame.contents.parts { write(part, to: &html) }
      }
      BottomHTML(context: context).write(to: &html) { writeReportLink(to: &$0) }
    }
  }

  private func writeStart(to html: inout HTMLBuffer) {
    guard let first = frame.contents.entries.first else { return }
    html.element("p") {
      $0.element("a", ["class": "start", "href": first.address], text: words.start + " →")
    }
  }

  private func write(_ part: Contents.Part, to html: inout HTMLBuffer) {
    if !part.title.isEmpty { html.element("h2", text: part.title) }
    html.element("ul", ["class": "lessons"]) { html in
      for entry in part.entries { html.element("li") { write(entry, to: &$0) } }
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
      }
    }
  }

  private func writeReportLink(to html: inout HTMLBuffer) {
    let address = context.map.address(of: context.map.path("report", in: language), from: language)
    html.element("p") { $0.element("a", ["href": address], text: words.report) }
  }
}

/// The sums of what a build ran and compared.
struct TotalsHTML {
  /// The sums.
  let totals: LessonReport
  /// The page's words.
  let words: Words
  /// Whether the sums are there that few readers look for.
  var isComplete = false

  /// A tile for each sum that is not zero.
  func write(to html: inout HTMLBuffer) {
    let main = [
      (totals.run, words.blocksRun), (totals.comparisons.count, words.outputsCompared),
      (totals.values, words.valuesComputed), (totals.checks.count, words.checksMade),
    ]
    let rest = [
      (totals.rejected, words.blocksRejected), (totals.trapped, words.blocksTrapped),
      (totals.compiled, words.blocksCompiled), (totals.experiments.count, words.experimentsRun),
    ]
    let tiles = (isComplete ? main + rest : main).filter { $0.0 > 0 }
    guard !tiles.isEmpty else { return }
    html.element("ul", ["class": "promise"]) { html in
      for (count, label) in tiles {
        html.element("li") { html in
          html.element("b", text: "\(count)")
          html.text(label)
        }
      }
    }
  }
}

extension LessonReport {
  /// Adds what another lesson's build came to.
  mutating func add(_ other: LessonReport) {
    run += other.run
    rejected += other.rejected
    trapped += other.trapped
    compiled += other.compiled
    shown += other.shown
    failed += other.failed
    values += other.values
    comparisons += other.comparisons
    checks += other.checks
    experiments += other.experiments
  }
}
