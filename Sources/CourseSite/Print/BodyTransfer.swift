import CourseModel

/// Brings a lesson's text onto a page that holds other lessons, too.
///
/// Ids get a prefix, and everything that refers to them follows; links to lessons of the page stay on the page;
/// headings sink by one level, so that the page has one title; folds are open, since paper cannot be unfolded.
struct BodyTransfer {
  /// What stands before the ids of the lesson.
  let prefix: String
  /// The prefixes of the page's lessons, by the addresses under which this lesson links to them.
  let prefixes: [String: String]
  /// What leads from the page to where the lesson's relative addresses begin.
  let root: String

  /// The same text for the page.
  func transfer(_ html: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + html.count / 16)
    var rest = html[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      result += rest[..<start]
      guard var tag = HTMLTag(rest[start...]) else {
        result.append(UInt8(ascii: "<"))
        rest = rest[(start + 1)...]
        continue
      }
      rest = rest[tag.end...]
      move(&tag)
      result += tag.bytes
    }
    return result + rest
  }

  private func move(_ tag: inout HTMLTag) {
    tag.sinkHeading()
    tag.attributes.removeAll {
      $0.name == "loading" || (tag.name == "section" && Self.labels.contains($0.name))
    }
    for index in tag.attributes.indices { move(&tag.attributes[index]) }
    let isOpen = tag.attributes.contains { $0.name == "open" }
    if tag.name == "details", !isOpen, tag["class"] != Array("data".utf8) {
      tag.attributes.append(.init(name: "open", value: nil))
    }
  }

  /// What makes a section a landmark; on a page with every lesson there would be dozens of the same name.
  private static let labels: Set<String> = ["aria-label", "aria-labelledby"]

  private func move(_ attribute: inout HTMLTag.Attribute) {
    guard let value = attribute.value else { return }
    switch attribute.name {
    case "id", "for": attribute.value = Array(prefix.utf8) + value
    case "aria-labelledby", "aria-describedby", "aria-controls":
      let ids = value.split(separator: UInt8(ascii: " ")).map { Array(prefix.utf8) + $0 }
      attribute.value = Array(ids.joined(separator: [UInt8(ascii: " ")]))
    case "href", "src", "xlink:href": attribute.value = address(value)
    default: attribute.value = value.replacing(Array("url(#".utf8), with: Array("url(#\(prefix)".utf8))
    }
  }

  private func address(_ value: [UInt8]) -> [UInt8] {
    let sign = value.firstIndex(of: UInt8(ascii: "#"))
    let page = value[..<(sign ?? value.endIndex)], anchor = sign.map { value[($0 + 1)...] } ?? []
    if page.isEmpty { return Array("#\(prefix)".utf8) + anchor }
    if let other = prefixes[String(decoding: page, as: UTF8.self)] {
      return Array("#\(anchor.isEmpty ? String(other.dropLast()) : other)".utf8) + anchor
    }
    let isAbsolute = page.first == UInt8(ascii: "/") || page.contains(UInt8(ascii: ":"))
    return isAbsolute ? value : Array(root.utf8) + value
  }
}
