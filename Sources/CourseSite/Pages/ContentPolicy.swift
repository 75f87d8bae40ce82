import ContentStore
import Figures

/// What a page may load and run: the files of the course, and what its author put into its text.
///
/// It stands in the page itself, since pages are opened from disk. There `'self'` is any file.
struct ContentPolicy {
  /// The script that stands in the page's head.
  let script: String
  /// What the page's text needs.
  let needs: PageNeeds

  /// The policy as browsers read it.
  var text: String {
    let pictures = ([""] + needs.pictureOrigins).joined(separator: " ")
    let styles = ([""] + needs.styles.map(Self.hash)).joined(separator: " ")
    // Formulas are laid out by `style` attributes, which scripts cannot come in by.
    return [
      "default-src 'none'", "script-src 'self' \(Self.hash(Array(script.utf8)))", "style-src 'self'\(styles)",
      "style-src-attr 'unsafe-inline'", "img-src 'self' data:\(pictures)", "font-src 'self'",
      "media-src 'self'\(pictures)", "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
  }

  /// Writes it into a page's head, before anything that it concerns.
  func write(to html: inout HTMLBuffer) {
    html.raw(Self.opening)
    html.text(text)
    html.raw("\">")
  }

  /// How a policy names an inline script or style sheet.
  static func hash(_ content: [UInt8]) -> String { "'sha256-\(Base64.text(Digest(of: content).bytes))'" }

  private static let opening = "<meta http-equiv=\"Content-Security-Policy\" content=\""

  /// Where in a page its policy stands, without the quotes; nil if it has none.
  static func range(in page: [UInt8]) -> Range<Int>? {
    guard let start = page.prefix(4096).firstRange(of: Array(opening.utf8))?.upperBound else { return nil }
    return page[start...].firstIndex(of: UInt8(ascii: "\"")).map { start..<$0 }
  }

  /// The page with one more style sheet in its head.
  static func adding(style: String, to page: [UInt8]) -> [UInt8] {
    let sheet = Array("<style>\(style)</style></head>".utf8)
    var page = page.replacing(Array("</head>".utf8), with: sheet, maxReplacements: 1)
    let rule = Array("style-src 'self'".utf8)
    if let policy = range(in: page), let place = page[policy].firstRange(of: rule) {
      page.insert(contentsOf: " \(hash(Array(style.utf8)))".utf8, at: place.upperBound)
    }
    return page
  }
}
