import CourseModel

extension TreeBuilder {
  /// Whether raw HTML may stand on the page; what is wrong with it is reported.
  ///
  /// Its addresses obey the same rule as all others. What the page's policy keeps from working is pointed out.
  mutating func accepts(_ markup: String, at position: Position) -> Bool {
    guard !settings.isPlainMarkdown else { return true }
    let raw = RawMarkup(markup), places = MarkupPlaces(markup, from: position)
    let before = log.diagnostics.count
    for address in raw.addresses {
      _ = log.address(
        address.text, as: address.use, at: places.position(of: address.offset))
    }
    for tag in raw.tags where tag.name == "meta" || tag.name == "base" {
      log.error(
        "raw-html", at: places.position(of: tag.offset),
        "'<\(tag.name)>' belongs to the head of a page, which is not the lesson's", help: "remove it")
    }
    if let offset = raw.unclosed {
      log.error(
        "raw-html", at: places.position(of: offset),
        "the tag is not closed before its block ends", help: "close it by '>', without an empty line in it")
    }
    let isAccepted = log.diagnostics.count == before
    for tag in raw.tags { warn(of: tag, at: places.position(of: tag.offset)) }
    return isAccepted
  }

  /// Says what the policy of every page forbids.
  private mutating func warn(of tag: RawMarkup.Tag, at position: Position) {
    if Self.idleElements.contains(tag.name) {
      log.warning(
        "idle-html", at: position, length: tag.name.utf8.count + 1, "'<\(tag.name)>' does nothing on a page",
        help: "pages run no scripts but their own and hold no other pages; remove it")
    }
    for attribute in tag.tag.attributes.map({ $0.name.lowercased() })
    where attribute.hasPrefix("on") || attribute == "srcdoc" {
      log.warning(
        "idle-html", at: position, length: tag.name.utf8.count + 1, "'\(attribute)' does nothing on a page",
        help: "pages run no scripts but their own; remove it")
    }
  }

  private static let idleElements: Set<String> = [
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "link", "form",
  ]
}

/// Where the bytes of raw HTML stand in the file.
private struct MarkupPlaces {
  private let start: Position
  private let lines: [Int]

  /// The places of `markup`, which begins at `start`.
  init(_ markup: String, from start: Position) {
    self.start = start
    lines = [0] + markup.utf8.enumerated().filter { $0.element == 0x0A }.map { $0.offset + 1 }
  }

  /// The place of the byte at `offset`.
  func position(of offset: Int) -> Position {
    var (low, high) = (0, lines.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    let column = offset - lines[low] + 1
    return Position(line: start.line + low, column: low == 0 ? start.column + column - 1 : column)
  }
}
