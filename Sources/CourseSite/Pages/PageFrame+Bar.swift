extension PageFrame {
  /// The bar on top: contents on narrow screens, the course, search, languages, colours.
  func writeBar(_ page: Page, to html: inout HTMLBuffer) {
    html.element("a", ["class": "skip", "href": "#" + PageAnchor.text], text: words.skip)
    html.element("header", ["class": "top"]) { html in
      writeMenuButton(to: &html)
      html.element("a", ["class": "brand", "href": address(context.map.path(PageName.cover, in: language))]) {
        html in
        html.raw(Icons.brand)
        html.element("span", text: courseTitle)
      }
      writeSearchButton(to: &html)
      for (language, path) in page.translations where language != self.language {
        writeLanguage(language, path, to: &html)
      }
      writeThemeButton(to: &html)
    }
    html.raw("\n")
  }

  /// A checkbox, so that the contents open without a script.
  private func writeMenuButton(to html: inout HTMLBuffer) {
    html.open(
      "input",
      ["class": "menu-switch", "type": "checkbox", "id": PageAnchor.menu, "aria-label": words.contents])
    html.element("label", ["class": "tool menu-button", "for": PageAnchor.menu, "title": words.contents]) {
      html in
      html.raw(Icons.menu)
    }
  }

  private func writeSearchButton(to html: inout HTMLBuffer) {
    let name = "tool search-button needs-script"
    html.element("button", ["type": "button", "class": name, "aria-label": words.search]) { html in
      html.raw(Icons.search)
      html.element("span", text: words.search)
      html.element("kbd", text: "/")
    }
  }

  private func writeLanguage(_ language: String, _ path: String, to html: inout HTMLBuffer) {
    let attributes: KeyValuePairs<String, String?> = [
      "class": "tool", "href": address(path), "lang": language, "hreflang": language,
      "data-language": language,
    ]
    html.element("a", attributes, text: Words.name(of: language))
  }

  private func writeThemeButton(to html: inout HTMLBuffer) {
    let attributes: KeyValuePairs<String, String?> = [
      "type": "button", "class": "tool needs-script", "data-theme-is": "auto", "aria-label": words.theme,
    ]
    html.element("button", attributes) { html in
      for icon in [Icons.themeSystem, Icons.themeLight, Icons.themeDark] { html.raw(icon) }
    }
  }
}
