/// What a link or an image in a lesson's text leads to.
///
/// `%20` and the like are decoded in the names of files and places.
public enum LinkTarget: Sendable, Hashable {
  /// An address outside the lessons folder, which stays as it is.
  case address
  /// A place on the page itself.
  case place(anchor: String)
  /// The reference page of the activation of that name: `activation:gelu`.
  case activation(String)
  /// A lesson, by the path of its file from the lessons folder; the anchor may be empty.
  case lesson(file: String, anchor: String)
  /// Another file of the lessons folder, by its path from there; the anchor may be empty.
  case file(path: String, anchor: String)

  /// Reads a link's destination.
  public init(_ destination: String) {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 ? Self.decoded(parts[1]) : ""
    if destination.hasPrefix(Self.activationScheme) {
      self = .activation(String(destination.dropFirst(Self.activationScheme.count)))
    } else if destination.isEmpty || destination.hasPrefix("/") || Self.hasScheme(destination) {
      self = .address
    } else if parts[0].isEmpty {
      self = .place(anchor: anchor)
    } else {
      let path = Self.normal(Self.decoded(parts[0]))
      self = path.hasSuffix(".md") ? .lesson(file: path, anchor: anchor) : .file(path: path, anchor: anchor)
    }
  }

  /// What begins a link to an activation's reference page.
  public static let activationScheme = "activation:"

  private static func hasScheme(_ text: String) -> Bool {
    let start = text.utf8.prefix {
      $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#")
    }
    return start.endIndex < text.utf8.endIndex && text.utf8[start.endIndex] == UInt8(ascii: ":")
  }

  /// The path without `.` and `..`, as far as that is possible.
  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// The text with every `%` and two hexadecimal digits as the byte they name.
  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count, let high = digit(bytes[offset + 1]),
        let low = digit(bytes[offset + 2])
      {
        result.append(high << 4 | low)
        offset += 3
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}

extension Link {
  /// The name of the activation whose reference page it leads to, if it leads to one.
  public var activation: String? {
    if case .activation(let name) = LinkTarget(destination) { name } else { nil }
  }
}
