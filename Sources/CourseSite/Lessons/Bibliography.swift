import CourseModel

/// How works are cited, and listed at a page's end.
struct Bibliography {
  /// The page's words.
  let words: Words

  /// "Nair & Hinton, 2010", without parentheses.
  func short(_ work: BibliographyEntry) -> String {
    let names = work.authors.map(Self.familyName)
    let authors: String
    switch names.count {
    case 0: authors = work.title
    case 1: authors = names[0]
    case 2: authors = names[0] + words.and + names[1]
    default: authors = names[0] + words.andOthers
    }
    return work.year.map { authors + words.comma + "\($0)" } ?? authors
  }

  /// What stands before the first comma, or the only name.
  private static func familyName(_ author: String) -> String {
    author.split(separator: ",").first.map(String.init) ?? author
  }

  /// The works, in the order of their authors' names.
  func write(_ cited: [BibliographyEntry], to html: inout HTMLBuffer) {
    guard !cited.isEmpty else { return }
    let sorted = cited.sorted { (short($0), $0.key) < (short($1), $1.key) }
    html.element("section", ["class": "references", "aria-labelledby": PageAnchor.references]) { html in
      html.element("h2", ["id": PageAnchor.references], text: words.references)
      html.element("ul") { html in
        for work in sorted { html.element("li", ["id": PageAnchor.work(work.key)]) { write(work, to: &$0) } }
      }
    }
  }

  private func write(_ work: BibliographyEntry, to html: inout HTMLBuffer) {
    html.text(work.authors.joined(separator: "; "))
    if let year = work.year { html.text(" (\(year))") }
    html.raw(work.authors.isEmpty && work.year == nil ? "" : ". ")
    html.element("cite", text: work.title)
    html.raw(". ")
    if let venue = work.venue { html.text(venue + ". ") }
    if let url = work.url { html.element("a", ["href": url], text: url) }
  }
}
