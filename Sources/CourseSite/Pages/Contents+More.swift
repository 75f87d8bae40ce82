/// A page about the whole course.
struct CoursePageLink {
  /// The page's name.
  let name: String
  /// What the link says.
  let title: String
  /// The page's address.
  let address: String

  /// The pages that this course has.
  static func all(
    of context: CourseContext, _ rendered: RenderedLessons, in language: String
  ) -> [CoursePageLink] {
    let words = Words.of(language)
    let pages = [
      rendered.haveFigures ? (PageName.figures, words.site.figures) : nil,
      rendered.haveExperiments ? (PageName.experiments, words.site.experiments) : nil,
      context.course.claims == nil ? nil : (PageName.claims, words.claims.claims),
      context.course.glossary == nil ? nil : (PageName.glossary, words.glossary.glossary),
      context.course.configuration.reference == nil
        ? nil : (PageName.activations, words.reference.activations),
      (PageName.print, words.print.title),
    ]
    return pages.compactMap { $0 }.map { name, title in
      let address = context.map.address(of: context.map.path(name, in: language), from: language)
      return CoursePageLink(name: name, title: title, address: address)
    }
  }
}

extension RenderedLessons {
  /// Whether any lesson has a numbered figure or table.
  var haveFigures: Bool { entries.contains { !$0.summary.listed.isEmpty } }

  /// Whether any lesson refers to an experiment.
  var haveExperiments: Bool { entries.contains { !$0.summary.report.experiments.isEmpty } }
}
