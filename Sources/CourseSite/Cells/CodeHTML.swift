import CourseModel

/// Writes code with its colours.
enum CodeHTML {
  /// The code, each coloured piece in an element of its own; pieces that do not fit the text are left out.
  static func write(_ source: String, _ spans: [SyntaxSpan], to html: inout HTMLBuffer) {
    let bytes = Array(source.utf8)
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    var position = 0
    for span in spans {
      let stop = span.start + span.length
      guard span.start >= position, span.length > 0, stop <= end else { continue }
      guard let name = className(span.kind) else { continue }
      html.text(String(decoding: bytes[position..<span.start], as: UTF8.self))
      html.raw("<span class=\"\(name)\">")
      html.text(String(decoding: bytes[span.start..<stop], as: UTF8.self))
      html.raw("</span>")
      position = stop
    }
    html.text(String(decoding: bytes[position..<end], as: UTF8.self))
  }

  /// The class of a piece of code; nil where it has the colour of the text.
  static func className(_ kind: SyntaxSpan.Kind) -> String? {
    switch kind {
    case .keyword: "sy-k"
    case .type: "sy-t"
    case .number: "sy-m"
    case .string: "sy-s"
    case .interpolation: "sy-i"
    case .comment: "sy-c"
    case .documentation: "sy-d"
    case .attribute: "sy-a"
    case .directive: "sy-p"
    case .argumentLabel: "sy-l"
    case .regex: "sy-r"
    case .identifier, .operatorSign: nil
    }
  }

  /// A piece of code with room for a copy button.
  static func box(language: String, to html: inout HTMLBuffer, _ code: (inout HTMLBuffer) -> Void) {
    html.element("div", ["class": "code-box"]) { html in
      html.element("pre", ["tabindex": "0"]) { html in
        html.element("code", ["class": "language-" + language, "lang": "en"], code)
      }
    }
  }
}
