import CourseModel

extension HTMLBuffer {
  /// An element with what `content` writes inside it; attributes without a value are left out.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: (inout HTMLBuffer) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// An element that holds nothing but text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element's beginning, or an element that has no end.
  ///
  /// An address that may not stand on a page is left out; whoever read it has reported it.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    raw("<")
    raw(name)
    for (attribute, value) in attributes {
      guard let value, attribute != "href" || Address.refusal(of: value) == nil else { continue }
      raw(" ")
      raw(attribute)
      if value.isEmpty && attribute != "alt" && attribute != "data-root" { continue }
      raw("=\"")
      text(value)
      raw("\"")
    }
    raw(">")
  }

  /// An element's end.
  mutating func close(_ name: String) {
    raw("</")
    raw(name)
    raw(">")
  }
}
