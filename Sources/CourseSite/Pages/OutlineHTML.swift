/// The outline beside the text.
struct OutlineHTML {
  /// The headings.
  let entries: [OutlineEntry]
  /// The headings of the same lesson in other languages, one for one.
  let twins: [String: [OutlineEntry]]
  /// The page's words.
  let words: Words

  /// The outline; nothing for a page without headings.
  func write(to html: inout HTMLBuffer) {
    guard !entries.isEmpty else { return }
    html.element("nav", ["class": "outline", "aria-label": words.onThisPage]) { html in
      html.element("details") { html in
        html.element("summary", text: words.onThisPage)
        html.element("ol") { writeGroups(to: &$0) }
      }
    }
  }

  /// Each heading of the second level with those of the third level that follow it.
  private func writeGroups(to html: inout HTMLBuffer) {
    var index = 0
    while index < entries.count {
      var end = index + 1
      while end < entries.count, entries[end].level > 2 { end += 1 }
      html.element("li") { html in
        writeLink(index, to: &html)
        guard end > index + 1 else { return }
        html.element("ol") { html in
          for inner in (index + 1)..<end { html.element("li") { writeLink(inner, to: &$0) } }
        }
      }
      index = end
    }
  }

  private func writeLink(_ index: Int, to html: inout HTMLBuffer) {
    html.raw("<a href=\"")
    html.text(SiteMap.address(ofAnchor: entries[index].anchor))
    html.raw("\"")
    for (language, headings) in twins.sorted(by: { $0.key < $1.key }) where headings.count == entries.count {
      html.raw(" data-\(language)=\"")
      html.text(headings[index].anchor)
      html.raw("\"")
    }
    html.raw(">")
    html.raw(entries[index].title)
    html.raw("</a>")
  }
}
