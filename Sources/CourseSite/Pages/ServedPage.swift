/// A page as a server on this machine hands it out: made to follow the builds.
public struct ServedPage: Sendable {
  /// The page's bytes.
  public let bytes: [UInt8]
  /// The policy for the answer's head, which the page itself states, too.
  public let policy: String

  /// `page` with `script` before its end, allowed to ask the server; nil if the page states no policy, as those do that
  /// an author brought along.
  public init?(_ page: [UInt8], script: String) {
    guard let range = ContentPolicy.range(in: page) else { return nil }
    let stated = String(decoding: page[range], as: UTF8.self) + "; connect-src 'self'"
    var bytes = page
    bytes.replaceSubrange(range, with: stated.utf8)
    let end = Array("</body>".utf8)
    self.bytes = bytes.replacing(end, with: script.utf8 + end, maxReplacements: 1)
    policy = stated + "; frame-ancestors 'none'"
  }

  /// A page of one sentence, for when there is no course yet.
  public static func simple(title: String, text: String) -> [UInt8] {
    let style =
      ":root { color-scheme: light dark } "
      + "body { font: 1.1em/1.5 sans-serif; margin: 3em auto; max-width: 34em; padding: 0 1em }"
    var html = HTMLBuffer()
    html.raw("<!doctype html>\n")
    html.element("html", ["lang": "en"]) { html in
      html.element("head") { html in
        html.open("meta", ["charset": "utf-8"])
        ContentPolicy(script: "", needs: PageNeeds()).write(to: &html)
        html.element("title", text: title)
        html.open("meta", ["name": "viewport", "content": "width=device-width"])
      }
      html.element("body") { html in
        html.element("h1", text: title)
        html.element("p", text: text)
      }
    }
    return ContentPolicy.adding(style: style, to: html.bytes)
  }
}
