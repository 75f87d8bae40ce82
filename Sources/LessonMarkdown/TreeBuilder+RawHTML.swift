import CourseModel

extension TreeBuilder {
  /// Whether raw HTML may stand on the page; what is wrong with it is reported.
  ///
  /// Its addresses obey the same rule as all others. What the page's policy keeps from working is pointed out.
  mutating func accepts(_ markup: String, at position: Position) -> Bool {
    guard !settings.isPlainMarkdown else { return true }
    let raw = RawMarkup(markup)
    let before = log.diagnostics.count
    for address in raw.addresses {
      _ = log.address(
        address.text, as: address.use, at: place(of: address.offset, in: markup, from: position))
    }
    for tag in raw.tags where tag.name == "meta" || tag.name == "base" {
      log.error(
        "raw-html", at: place(of: tag.offset, in: markup, from: position),
        "'<\(tag.name)>' belongs to the head of a page, which is not the lesson's", help: "remove it")
    }
    if let offset = raw.unclosed {
      log.error(
        "raw-html", at: place(of: offset, in: markup, from: position),
        "the tag is not closed before its block ends", help: "close it by '>', without an empty line in it")
    }
    let isAccepted = log.diagnostics.count == before
    for tag in raw.tags { warn(of: tag, at: place(of: tag.offset, in: markup, from: position)) }
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

  /// The place of a byte of the markup that begins at `start`.
  private func place(of offset: Int, in markup: String, from start: Position) -> Position {
    let before = markup.utf8.prefix(offset)
    let breaks = before.count { $0 == 0x0A }
    guard breaks > 0 else { return Position(line: start.line, column: start.column + offset) }
    let lastLine = before.reversed().prefix { $0 != 0x0A }
    return Position(line: start.line + breaks, column: lastLine.count + 1)
  }
}
