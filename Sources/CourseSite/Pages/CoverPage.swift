import CourseModel

/// The first page: what the course is, and its lessons by parts.
struct CoverPage {
  /// What stands around the text.
  let frame: PageFrame
  /// What the build of all lessons came to.
  let totals: LessonReport
  /// How long each lesson takes to read.
  let times: ReadingTimes
  /// The lists of what all lessons hold.
  let lists: [ListPage]

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }
  private var language: String { frame.language }

  /// The page's file.
  var path: String { context.map.path(PageName.cover, in: language) }

  /// The page.
  var page: [UInt8] {
    let configuration = context.course.configuration
    let title = configuration.title(in: language)
    let description =
      configuration.descriptions[language] ?? configuration.descriptions[context.map.base] ?? ""
    let part = PageFrame.Page(
      title: title, description: description, path: path, style: "cover front",
      translations: context.translations(of: PageName.cover))
    return frame.page(part) { html in
      html.element("article") { html in
        html.element("h1", text: title)
        if !description.isEmpty { html.element("p", ["class": "lead"], text: description) }
        writeStart(to: &html)
        html.element("p", ["class": "kicker"], text: words.site.promise)
        TotalsHTML(totals: totals, words: words).write(to: &html)
        writeParts(to: &html)
      }
      BottomHTML(context: context).write(to: &html) { html in
        for list in lists {
          html.element("p") { $0.element("a", ["href": list.address], text: list.title) }
        }
        writeReportLink(to: &html)
      }
    }
  }

  private func writeStart(to html: inout HTMLBuffer) {
    guard let first = frame.contents.entries.first else { return }
    html.element("p") { html in
      html.element("a", ["class": "start", "href": first.address], text: words.start + " →")
      for other in context.course.configuration.languages where other != language {
        let address = context.map.address(of: context.map.path(PageName.cover, in: other), from: language)
        html.element(
          "a", ["href": address, "lang": other, "hreflang": other], text: Words.name(of: other))
      }
    }
  }

  /// A card for each part; lessons that belong to none stand before the cards.
  private func writeParts(to html: inout HTMLBuffer) {
    let parts = frame.contents.parts
    let list = LessonListHTML(frame: frame, times: times)
    for part in parts where part.page == nil { list.write(part.entries, to: &html) }
    guard parts.contains(where: { $0.page != nil }) else { return }
    html.element("ul", ["class": "parts"]) { html in
      for part in parts {
        if let page = part.page { html.element("li") { write(part, page, to: &$0) } }
      }
    }
  }

  private func write(_ part: Contents.Part, _ page: String, to html: inout HTMLBuffer) {
    html.element("h2") { $0.element("a", ["href": SiteMap.encoded(page) + ".html"], text: part.title) }
    if let description = part.description { html.element("p", text: description) }
    let count = words.site.lessonCount.replacingNumber(with: "\(part.entries.count)")
    html.element("p", ["class": "amount"], text: count + " · " + times.text(of: part.entries, words))
    guard !frame.contents.isLarge else { return }
    html.element("ul") { html in
      for entry in part.entries { html.element("li") { write(entry, to: &$0) } }
    }
  }

  private func write(_ entry: Contents.Entry, to html: inout HTMLBuffer) {
    html.element("a", ["href": entry.address, "lang": frame.contents.foreignLanguage(of: entry)]) { html in
      html.element("span", ["class": "number"], text: "\(entry.lesson.order)")
      html.element("span", text: entry.lesson.title)
    }
  }

  private func writeReportLink(to html: inout HTMLBuffer) {
    let address = context.map.address(of: context.map.path(PageName.report, in: language), from: language)
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
      (totals.figures, words.site.figuresDrawn),
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
