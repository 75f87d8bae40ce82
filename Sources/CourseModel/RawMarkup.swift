/// HTML that an author wrote, taken apart as a browser takes it apart: its tags in order.
package struct RawMarkup: Sendable {
  /// A tag's beginning and where it stands.
  package struct Tag: Sendable {
    /// The tag.
    package let tag: HTMLTag
    /// The byte at which it begins.
    package let offset: Int
    /// The text of a script or a style sheet; nothing in other elements.
    package let content: [UInt8]
    /// The element's name in small letters.
    package var name: String { tag.name.lowercased() }
  }

  /// The tags that begin elements.
  package private(set) var tags: [Tag] = []
  /// The byte at which a tag begins whose end is missing.
  package private(set) var unclosed: Int?

  /// Elements whose content is text up to their end, whatever it looks like.
  private static let textElements: Set<String> = ["script", "style", "textarea", "title", "xmp"]

  /// Takes `markup` apart.
  package init(_ markup: String) {
    let bytes = Array(markup.utf8)
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = bytes[start...]
      if let end = Self.endOfRemark(rest) {
        rest = bytes[end...]
      } else if !Self.beginsTag(rest) {
        rest = rest.dropFirst()
      } else if let tag = HTMLTag(rest) {
        rest = bytes[tag.end...]
        add(tag, at: start, &rest)
      } else {
        unclosed = start
        return
      }
    }
  }

  private mutating func add(_ tag: HTMLTag, at offset: Int, _ rest: inout ArraySlice<UInt8>) {
    guard !tag.name.hasPrefix("/") else { return }
    var content: [UInt8] = []
    if Self.textElements.contains(tag.name.lowercased()) {
      let end = Self.end(ofText: tag.name.lowercased(), in: rest)
      content = Array(rest[..<end])
      rest = rest[end...]
    }
    tags.append(Tag(tag: tag, offset: offset, content: content))
  }

  private static func beginsTag(_ text: ArraySlice<UInt8>) -> Bool {
    let next = text.dropFirst()
    guard let first = next.first == UInt8(ascii: "/") ? next.dropFirst().first : next.first else {
      return false
    }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
  }

  /// Where a comment or the like that begins `text` ends; nil if none begins there.
  private static func endOfRemark(_ text: ArraySlice<UInt8>) -> Int? {
    let next = text.dropFirst().first
    if text.starts(with: "<!--".utf8) { return endOfComment(text.dropFirst(2)) }
    let isSlash = next == UInt8(ascii: "/")
    guard next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || isSlash && !beginsTag(text) else {
      return nil
    }
    return text.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? text.endIndex
  }

  /// Where the comment ends whose first two hyphens begin `text`; `<!-->` is a whole one.
  private static func endOfComment(_ text: ArraySlice<UInt8>) -> Int {
    var rest = text
    while let hyphens = rest.firstIndex(of: UInt8(ascii: "-")) {
      for end in ["-->", "--!>"] where rest[hyphens...].starts(with: end.utf8) {
        return hyphens + end.utf8.count
      }
      rest = rest[(hyphens + 1)...]
    }
    return text.endIndex
  }

  private static func end(ofText name: String, in rest: ArraySlice<UInt8>) -> Int {
    var found = rest.startIndex
    while let start = rest[found...].firstIndex(of: UInt8(ascii: "<")) {
      let tag = rest[start...].prefix(name.utf8.count + 2).map { $0 | 0x20 }
      if tag.elementsEqual("</\(name)".utf8.map { $0 | 0x20 }) { return start }
      found = start + 1
    }
    return rest.endIndex
  }
}
