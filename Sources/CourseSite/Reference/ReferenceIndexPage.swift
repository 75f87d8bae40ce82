import CourseModel

/// The list of all activations by families, with their graphs and formulas.
struct ReferenceIndexPage {
  /// The activations.
  let entries: [ActivationReference.Entry]
  /// What stands around the text.
  let frame: PageFrame

  private var words: Words { frame.words }
  private var context: CourseContext { frame.context }

  /// The page's file.
  var path: String { context.map.path(PageName.activations, in: frame.language) }

  /// The page around the list.
  func page(_ list: [UInt8]) -> [UInt8] {
    let around = PageFrame.Page(
      title: words.reference.activations, path: path, hasMathematics: true, lesson: PageName.activations,
      translations: context.translations(of: PageName.activations))
    return frame.page(around) { html in
      html.element("article") { html in
        html.element("h1", text: words.reference.activations)
        let lead = words.reference.lead.replacingNumber(with: "\(entries.count)")
        html.element("p", ["class": "lead"], text: lead)
        html.raw(list)
      }
      BottomHTML(context: context).write(to: &html) { _ in }
    }
  }

  /// The families, each with its activations: graph, name, and formula.
  func list(_ formulas: Formulas, _ phrasebook: Phrasebook?) -> [UInt8] {
    var html = HTMLBuffer()
    var rest = entries[...]
    while let family = rest.first?.family {
      let members = rest.prefix { $0.family == family }
      if !family.isEmpty {
        html.element("h2", text: (phrasebook?.translate(family) ?? family).capitalizedFirst)
      }
      write(members, formulas, to: &html)
      rest = rest.dropFirst(members.count)
    }
    return html.bytes
  }

  private func write(
    _ members: ArraySlice<ActivationReference.Entry>, _ formulas: Formulas, to html: inout HTMLBuffer
  ) {
    html.element("div", ["class": "table-wrap activations", "tabindex": "0"]) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", text: words.reference.name)
            html.element("th", text: words.reference.formula)
          }
        }
        html.element("tbody") { html in for entry in members { write(entry, formulas, to: &html) } }
      }
    }
  }

  private func write(_ entry: ActivationReference.Entry, _ formulas: Formulas, to html: inout HTMLBuffer) {
    html.raw("\n")
    html.element("tr") { html in
      html.element("td") { html in
        html.element("a", ["href": SiteMap.encoded(entry.page) + ".html"]) { html in
          if !entry.curve.isEmpty { html.raw(CurveSketch(pieces: entry.curve).svg) }
          html.element("span", text: entry.title)
        }
      }
      html.element("td") { $0.raw(Self.formula(entry.formula, formulas)) }
    }
  }

  /// A formula that cannot be drawn is reported where its own page is made.
  private static func formula(_ tex: String, _ formulas: Formulas) -> [UInt8] {
    switch formulas.html(tex, display: false) {
    case .success(let html): return html
    case .failure:
      var html = HTMLBuffer()
      html.element("code", ["class": "math-error"], text: tex)
      return html.bytes
    }
  }
}
