import CourseModel

/// What stands around the text of every page: head, bar, contents, search.
struct PageFrame {
  /// The course.
  let context: CourseContext
  /// The page's language.
  let language: String
  /// The contents of the course in that language.
  let contents: Contents

  /// The page's words.
  var words: Words { Words.of(language) }

  /// A page's own part of the frame.
  struct Page {
    /// The page's title, without the course's.
    var title: String
    /// One or two sentences for search engines and previews.
    var description = ""
    /// The page's file, from the root.
    var path: String
    /// The name of a style for the whole page.
    var style: String?
    /// Whether formulas need their style sheet.
    var hasMathematics = false
    /// The lesson it is, to be marked in the contents.
    var lesson: String?
    /// The part whose page it is: the page's name.
    var part: String?
    /// The outline beside the text.
    var outline: [OutlineEntry] = []
    /// The outlines of the same lesson in other languages, where they have the same shape.
    var twins: [String: [OutlineEntry]] = [:]
    /// What its text needs from elsewhere.
    var needs = PageNeeds()
    /// The same page in other languages, by language: the files from the root.
    var translations: [(language: String, path: String)] = []
  }

  /// The whole page around what `text` writes.
  func page(_ page: Page, _ text: (inout HTMLBuffer) -> Void) -> [UInt8] {
    var html = HTMLBuffer()
    html.raw("<!doctype html>\n")
    html.element("html", ["lang": language, "data-root": root, "class": page.style]) { html in
      writeHead(page, to: &html)
      html.raw("\n")
      html.element("body") { html in
        writeBar(page, to: &html)
        html.element("div", ["class": page.outline.isEmpty ? "frame plain" : "frame"]) { html in
          contents.write(current: page.lesson, part: page.part, to: &html)
          OutlineHTML(entries: page.outline, twins: page.twins, words: words).write(to: &html)
          html.raw("\n")
          html.element("main", ["id": PageAnchor.text], text)
        }
        writeSearch(to: &html)
        writeScripts(to: &html)
      }
    }
    html.raw("\n")
    return html.bytes
  }

  private var root: String { context.map.root(from: language) }

  var courseTitle: String { context.course.configuration.title(in: language) }

  func address(_ path: String) -> String { context.map.address(of: path, from: language) }

  /// A page of `text` alone: no bar, no contents, no search, no script that needs them.
  func bare(_ page: Page, _ text: (inout HTMLBuffer) -> Void) -> [UInt8] {
    var html = HTMLBuffer()
    html.raw("<!doctype html>\n")
    html.element("html", ["lang": language, "data-root": root, "class": page.style]) { html in
      writeHead(page, to: &html)
      html.raw("\n")
      html.element("body") { $0.element("main", ["id": PageAnchor.text], text) }
    }
    html.raw("\n")
    return html.bytes
  }

  private func writeHead(_ page: Page, to html: inout HTMLBuffer) {
    html.element("head") { html in
      html.open("meta", ["charset": "utf-8"])
      ContentPolicy(script: Self.early, needs: page.needs).write(to: &html)
      html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.element("title", text: page.title == courseTitle ? courseTitle : page.title + " · " + courseTitle)
      if !page.description.isEmpty {
        html.open("meta", ["name": "description", "content": page.description])
      }
      html.open("meta", ["name": "color-scheme", "content": "light dark"])
      html.raw("<link rel=\"icon\" href=\"\(Self.icon)\">")
      html.open("link", ["rel": "stylesheet", "href": address("assets/course.css")])
      if page.hasMathematics {
        html.open("link", ["rel": "stylesheet", "href": address("assets/katex/katex.css")])
      }
      for (language, path) in page.translations {
        html.open("link", ["rel": "alternate", "hreflang": language, "href": address(path)])
      }
      html.raw("<script>\(Self.early)</script>")
    }
  }

  /// Runs before anything is drawn, so that the page does not flash in the other colours.
  private static let early = """
    (function(d){d.classList.add('js');try{var t=localStorage.getItem('theme');\
    if(t==='light'||t==='dark')d.dataset.theme=t}catch(e){}})(document.documentElement)
    """

  private static let icon =
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2024%2024'%20fill='none'"
    + "%20stroke='%232454c4'%20stroke-width='2.6'%20stroke-linecap='round'%20stroke-linejoin='round'%3E"
    + "%3Cpath%20d='M3%2019h9l9-14'/%3E%3C/svg%3E"

  private func writeSearch(to html: inout HTMLBuffer) {
    let languages = [language] + context.course.configuration.languages.filter { $0 != language }
    html.raw("\n")
    html.element(
      "dialog",
      ["class": "search", "aria-label": words.search, "data-indexes": languages.joined(separator: " ")]
    ) { html in
      html.open(
        "input",
        [
          "type": "text", "placeholder": words.search, "aria-label": words.search, "role": "combobox",
          "aria-expanded": "true", "aria-controls": PageAnchor.hits, "aria-autocomplete": "list",
          "autocomplete": "off",
          "spellcheck": "false",
        ])
      html.element("p", ["class": "search-note", "role": "status"]) { _ in }
      html.element(
        "ul", ["class": "hits", "id": PageAnchor.hits, "role": "listbox", "aria-label": words.search]
      ) {
        _ in
      }
    }
  }

  private func writeScripts(to html: inout HTMLBuffer) {
    let texts = JSONText.object([
      ("theme", words.theme), ("auto", words.themeSystem), ("light", words.themeLight),
      ("dark", words.themeDark),
      ("copy", words.copy), ("copied", words.copied), ("hits", words.searchCount),
      ("noHits", words.searchNothing),
      ("hint", words.searchHint), ("done", words.tasks.done), ("answered", words.tasks.answered),
      ("read", words.tasks.read), ("doneOf", words.tasks.doneOf), ("forget", words.tasks.forget),
    ])
    html.raw("\n<script type=\"application/json\" id=\"\(PageAnchor.words)\">\(texts)</script>\n")
    html.element("script", ["src": address("assets/course.js"), "defer": ""]) { _ in }
  }
}
