import CourseModel

/// Where everything stands: the base language at the root, every other language in a folder of its name.
struct SiteMap: Sendable {
  /// The language at the root.
  let base: String

  /// A page's path from the root; `name` is a lesson's `id` or the name of another page.
  func path(_ name: String, in language: String) -> String {
    folder(of: language) + name + ".html"
  }

  /// How a page in `language` reaches the root.
  func root(from language: String) -> String {
    language == base ? "" : "../"
  }

  /// The address that leads from a page in `language` to the file at `path`.
  func address(of path: String, anchor: String = "", from language: String) -> String {
    let folder = folder(of: language)
    let isNear = !folder.isEmpty && path.hasPrefix(folder)
    let relative = isNear ? String(path.dropFirst(folder.count)) : root(from: language) + path
    return Self.encoded(relative) + (anchor.isEmpty ? "" : "#" + Self.encoded(anchor))
  }

  /// The address of a place on the page itself.
  static func address(ofAnchor anchor: String) -> String { "#" + encoded(anchor) }

  private func folder(of language: String) -> String {
    language == base ? "" : language + "/"
  }

  /// The names of pages and folders that no lesson may have.
  static let reservedNames: Set<String> = [
    "404", "assets", PageName.cover, PageName.report, PageName.figures, PageName.experiments, PageName.claims,
    PageName.glossary, PageName.activations, PageName.print,
  ]

  /// Whether a page of the site itself may have that name.
  ///
  /// The size of letters does not count: on many systems it does not for files.
  static func isReserved(_ name: String) -> Bool {
    let name = name.lowercased()
    return reservedNames.contains(name) || name.hasPrefix(PageName.part)
      || name.hasPrefix(PageName.activation(""))
  }

  /// A path or anchor as addresses spell it: what is not plain ASCII as `%` and two digits a byte.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~/!$&()*+,;=:@".utf8.contains(byte)
    }
  }
}
