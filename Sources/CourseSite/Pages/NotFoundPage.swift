import CourseModel

/// The page for addresses that lead nowhere, which a server may show in place of any page.
struct NotFoundPage {
  /// What stands around the text.
  let frame: PageFrame

  /// The page's file.
  let path = "404.html"

  /// The page.
  var page: [UInt8] {
    let words = frame.words
    return frame.page(PageFrame.Page(title: words.notFound, path: path)) { html in
      html.element("article") { html in
        html.element("h1", text: words.notFound)
        html.element("p", ["class": "lead"], text: words.notFoundAdvice)
        html.element("p") { $0.element("a", ["class": "start", "href": "index.html"], text: words.contents) }
      }
    }
  }
}
