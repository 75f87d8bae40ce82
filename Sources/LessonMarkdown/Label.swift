import CourseModel

/// A name that the author gives with `{#name}` or `label: name`.
struct Label: Hashable {
  /// The name, without `#`.
  var name: String
  /// Where it stands.
  var position: Position

  /// What the name's prefix says is named, as in `fig-relu`.
  var kind: Numbered.Kind? { Self.kind(of: name) }

  /// What the prefix of `name` says is named.
  static func kind(of name: String) -> Numbered.Kind? {
    guard let hyphen = name.firstIndex(of: "-") else { return nil }
    return Numbered.Kind(rawValue: String(name[..<hyphen]))
  }

  /// The name in `{#name}` that begins at `offset` of `bytes`, and the offset after the brace.
  static func read(_ bytes: [UInt8], at offset: Int) -> (name: String, end: Int)? {
    guard offset + 2 < bytes.count, bytes[offset] == UInt8(ascii: "{"), bytes[offset + 1] == UInt8(ascii: "#")
    else { return nil }
    var end = offset + 2
    while end < bytes.count, bytes[end].isNamePart || bytes[end] == UInt8(ascii: ":") { end += 1 }
    guard end > offset + 2, end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
    return (String(decoding: bytes[offset + 2..<end], as: UTF8.self), end + 1)
  }

  /// Takes `{#name}` from the end of `content`, if its last piece is text that ends so.
  static func take(fromEndOf content: inout [Inline]) -> String? {
    guard case .text(let text)? = content.last, text.utf8.last == UInt8(ascii: "}") else { return nil }
    let bytes = Array(text.utf8)
    guard let brace = bytes.lastIndex(of: UInt8(ascii: "{")), let label = read(bytes, at: brace),
      label.end == bytes.count
    else { return nil }
    let rest = bytes[..<brace].trimmingBlanks()
    content.removeLast()
    if !rest.isEmpty { content.append(.text(String(decoding: rest, as: UTF8.self))) }
    return label.name
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space at the end.
  func trimmingBlanks() -> ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, last.isSpace { slice.removeLast() }
    return slice
  }
}
