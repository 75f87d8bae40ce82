import CourseModel

/// What the text of a page needs that is not part of the course, as its author wrote it.
struct PageNeeds: Sendable, Hashable {
  /// Where its pictures come from, such as `https://example.org`.
  var pictureOrigins: [String] = []
  /// The style sheets in its raw HTML.
  var styles: [[UInt8]] = []

  /// Nothing.
  init() {}

  /// What `lesson` needs.
  init(of lesson: Lesson) {
    var pictures: [String] = [], styles: [[UInt8]] = []
    func add(_ markup: String) {
      let raw = RawMarkup(markup)
      pictures += raw.addresses.filter { $0.use == .picture }.map(\.text)
      styles += raw.tags.filter { $0.name == "style" }.map { Self.normal($0.content) }
    }
    lesson.forEachBlock { block in if case .html(let markup) = block.content { add(markup) } }
    lesson.forEachInline { inline in
      switch inline {
      case .image(let image): pictures.append(image.source)
      case .html(let markup): add(markup)
      default: break
      }
    }
    pictureOrigins = pictures.compactMap(Self.origin).withoutRepetition()
    self.styles = styles.withoutRepetition()
  }

  /// What all of `parts` need together.
  init(_ parts: [PageNeeds]) {
    pictureOrigins = parts.flatMap(\.pictureOrigins).withoutRepetition()
    styles = parts.flatMap(\.styles).withoutRepetition()
  }

  /// The text with the line ends that browsers make of all others.
  private static func normal(_ text: [UInt8]) -> [UInt8] {
    text.replacing([0x0D, 0x0A], with: [0x0A]).map { $0 == 0x0D ? 0x0A : $0 }
  }

  /// Scheme, host and port of an address of the web, as a policy names them; nil for others.
  private static func origin(of address: String) -> String? {
    let address = address.drop { $0 == " " }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    let rest = address.dropFirst(scheme.count)
    guard ["http", "https"].contains(scheme), rest.hasPrefix("://") else { return nil }
    let authority = rest.dropFirst(3).prefix { !"/?#\\".contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    let isPlain =
      !host.isEmpty
      && host.utf8.allSatisfy { byte in
        (Character(Unicode.Scalar(byte)).isLetter && byte < 0x80) || (0x30...0x39).contains(byte)
          || "-.:[]".utf8.contains(byte)
      }
    return isPlain ? scheme + "://" + host : scheme + ":"
  }
}
