import ContentStore
import CourseModel

/// The page of one activation.
struct ReferencePage {
  /// The activation.
  let entry: ActivationReference.Entry
  /// The activation before it in the catalogue.
  let previous: ActivationReference.Entry?
  /// The activation after it.
  let next: ActivationReference.Entry?
  /// What stands around the text.
  let frame: PageFrame

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }

  /// The page's file.
  var path: String { context.map.path(entry.page, in: frame.language) }

  /// The page around the body.
  func page(_ body: [UInt8]) -> [UInt8] {
    let around = PageFrame.Page(
      title: entry.title, path: path, hasMathematics: true, lesson: PageName.activations,
      translations: context.translations(of: entry.page))
    return frame.page(around) { html in
      html.element("article") { html in
        html.element("p", ["class": "kicker"]) {
          $0.element("a", ["href": PageName.activations + ".html"], text: words.reference.activations)
        }
        html.element("h1", text: entry.title)
        html.raw(body)
      }
      writeTurn(to: &html)
      BottomHTML(context: context).write(to: &html) { _ in }
    }
  }

  private func writeTurn(to html: inout HTMLBuffer) {
    html.raw("\n")
    html.element("nav", ["class": "turn after", "aria-label": words.reference.neighbours]) { html in
      if let previous { write("← " + words.reference.previous, "prev", previous, to: &html) }
      if let next { write(words.reference.next + " →", "next", next, to: &html) }
    }
  }

  private func write(
    _ label: String, _ way: String, _ entry: ActivationReference.Entry, to html: inout HTMLBuffer
  ) {
    let address = SiteMap.encoded(entry.page) + ".html"
    html.element("a", ["class": way, "rel": way, "href": address]) { html in
      html.element("small", text: label)
      html.text(entry.title)
    }
  }
}
