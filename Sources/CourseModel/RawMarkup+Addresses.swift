/// An address in HTML that an author wrote.
package struct RawAddress: Sendable, Hashable {
  /// The address, its character references read.
  package let text: String
  /// What it stands for.
  package let use: Address.Use
  /// The byte of the markup at which its tag begins.
  package let offset: Int
}

extension RawMarkup {
  /// Every address in it, in order.
  package var addresses: [RawAddress] {
    tags.flatMap { tag in
      let isAnimation = Self.animatesAddress(tag)
      let found = tag.tag.attributes.flatMap { Self.addresses(in: $0, of: tag, isAnimation) }
      let inSheet = tag.name == "style" ? Self.addresses(inStyle: tag.content) : []
      return found.map { RawAddress(text: $0.text, use: $0.use, offset: tag.offset) }
        + inSheet.map { RawAddress(text: $0, use: .picture, offset: tag.offset) }
    }
  }

  private typealias Found = (text: String, use: Address.Use)

  private static let links: Set<String> = [
    "href", "xlink:href", "action", "formaction", "cite", "longdesc", "data", "codebase", "classid",
    "archive",
    "manifest", "profile", "usemap", "ping", "dynsrc", "code", "object",
  ]
  private static let pictures: Set<String> = ["src", "poster", "background", "lowsrc"]
  private static let pictureLists: Set<String> = ["srcset", "imagesrcset"]
  private static let animations: Set<String> = ["from", "to", "by", "values"]

  private static func addresses(in attribute: HTMLTag.Attribute, of tag: Tag, _ isAnimation: Bool) -> [Found]
  {
    guard let value = attribute.value.map(CharacterReferences.text) else { return [] }
    let name = attribute.name.lowercased()
    if links.contains(name) {
      return [(value, tag.name == "image" || tag.name == "feimage" ? .picture : .link)]
    }
    if pictures.contains(name) { return [(value, .picture)] }
    if pictureLists.contains(name) {
      return value.split(whereSeparator: \.isWhitespace).map { (String($0), .picture) }
    }
    if name == "style" { return addresses(inStyle: Array(value.utf8)).map { ($0, .picture) } }
    if isAnimation, animations.contains(name) {
      return value.split(separator: ";").map { (String($0), .link) }
    }
    return []
  }

  /// Whether the tag of a drawing changes an address in the course of time.
  private static func animatesAddress(_ tag: Tag) -> Bool {
    let target = tag.tag.attributes.first { $0.name.lowercased() == "attributename" }?.value ?? []
    return CharacterReferences.text(target).lowercased().hasSuffix("href")
  }

  /// What stands in `url(…)`.
  private static func addresses(inStyle style: [UInt8]) -> [String] {
    var found: [String] = []
    var rest = Array(String(decoding: style, as: UTF8.self).lowercased().utf8)[...]
    while let start = rest.firstRange(of: Array("url(".utf8))?.upperBound {
      let inside = rest[start...]
      let end = inside.firstIndex(of: UInt8(ascii: ")")) ?? rest.endIndex
      let quotes = " \t\n\r\"'".utf8
      let address = rest[start..<end].drop { quotes.contains($0) }.prefix { !quotes.contains($0) }
      found.append(String(decoding: address, as: UTF8.self))
      rest = rest[end...]
    }
    return found
  }
}
