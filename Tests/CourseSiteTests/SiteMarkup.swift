import CourseSite

/// Just enough of HTML to check what the site writes.
struct SiteMarkup {
  /// The values of all `id` attributes, in order.
  private(set) var ids: [String] = []
  /// The values of all `href` and `src` attributes, in order.
  private(set) var addresses: [String] = []
  /// What is wrong with the nesting of elements; empty if nothing is.
  private(set) var problems: [String] = []

  private static let void: Set<String> = [
    "meta", "link", "input", "br", "hr", "img", "col", "br/", "!doctype",
  ]

  /// Reads the tags of a page; scripts and styles are passed over.
  init(_ page: String) {
    var open: [String] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.prefix { !$0.isWhitespace && $0 != ">" }.lowercased()
      if name.hasPrefix("/") {
        let closed = String(name.dropFirst())
        if open.last != closed { problems.append("</\(closed)> inside <\(open.last ?? "")>") }
        if !open.isEmpty { open.removeLast() }
      } else if !name.hasPrefix("!") {
        readAttributes(tag)
        if !Self.void.contains(name), !tag.hasSuffix("/") { open.append(name) }
        if name == "script" || name == "style", let close = rest.firstRange(of: "</\(name)>") {
          rest = rest[close.lowerBound...]
        }
      }
    }
    problems += open.map { "<\($0)> is not closed" }
  }

  private mutating func readAttributes(_ tag: Substring) {
    for piece in tag.split(separator: "\" ") {
      let parts = piece.split(separator: "=\"", maxSplits: 1)
      guard parts.count == 2, let name = parts[0].split(separator: " ").last else { continue }
      let value = String(parts[1].hasSuffix("\"") ? parts[1].dropLast() : parts[1])
      if name == "id" { ids.append(value) }
      if name == "href" || name == "src" { addresses.append(value) }
    }
  }
}
