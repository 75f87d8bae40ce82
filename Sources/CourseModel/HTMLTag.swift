/// The beginning or end of an element, taken apart.
package struct HTMLTag: Sendable {
  /// An attribute; its value is as it is written, character references and all.
  package struct Attribute: Sendable {
    /// The name as it is written.
    package var name: String
    /// The value; nil where there is none.
    package var value: [UInt8]?
    /// What stands around the value.
    package var quote: UInt8

    /// An attribute in double quotes, if not in others.
    package init(name: String, value: [UInt8]?, quote: UInt8 = UInt8(ascii: "\"")) {
      self.name = name
      self.value = value
      self.quote = quote
    }
  }

  /// The element's name, with a slash before it at the element's end.
  package private(set) var name: String
  /// The attributes in order.
  package var attributes: [Attribute] = []
  /// Where in the text the tag ends.
  package private(set) var end: Int
  private var isClosed = false

  /// The tag at the beginning of `text`, or nil if there is none.
  package init?(_ text: ArraySlice<UInt8>) {
    var cursor = Cursor(rest: text.dropFirst())
    let slash = cursor.rest.first == UInt8(ascii: "/") ? "/" : ""
    if !slash.isEmpty { cursor.skip() }
    guard let first = cursor.rest.first, Self.isLetter(first) else { return nil }
    name = slash + cursor.word()
    end = text.endIndex
    cursor.skipBlanks()
    while let next = cursor.rest.first, next != UInt8(ascii: ">") {
      if next == UInt8(ascii: "/") {
        isClosed = true
        cursor.skip()
      } else {
        attributes.append(cursor.attribute())
      }
      cursor.skipBlanks()
    }
    guard !cursor.rest.isEmpty else { return nil }
    end = cursor.rest.startIndex + 1
  }

  /// The value of an attribute.
  package subscript(name: String) -> [UInt8]? { attributes.first { $0.name == name }?.value }

  /// The tag as text.
  package var bytes: [UInt8] {
    var bytes = Array("<\(name)".utf8)
    for attribute in attributes {
      bytes += " \(attribute.name)".utf8
      if let value = attribute.value {
        bytes += [UInt8(ascii: "="), attribute.quote] + value + [attribute.quote]
      }
    }
    return bytes + Array((isClosed ? "/>" : ">").utf8)
  }

  /// Makes a heading one of the next lower level.
  package mutating func sinkHeading() {
    let isEnd = name.hasPrefix("/")
    guard let level = Self.levels[isEnd ? String(name.dropFirst()) : name] else { return }
    name = (isEnd ? "/h" : "h") + "\(min(6, level + 1))"
  }

  private static let levels = ["h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

/// Reads a tag from its beginning to its end.
private struct Cursor {
  var rest: ArraySlice<UInt8>

  private static let ends = Set(" \t\n\u{C}\r=>/".utf8)
  private static let blanks = Set(" \t\n\u{C}\r".utf8)

  mutating func skip() { rest = rest.dropFirst() }

  mutating func skipBlanks() { rest = rest.drop { Self.blanks.contains($0) } }

  /// A name; at least one byte, whatever it is.
  mutating func word() -> String {
    let length = max(1, rest.prefix { !Self.ends.contains($0) }.count)
    defer { rest = rest.dropFirst(length) }
    return String(decoding: rest.prefix(length), as: UTF8.self)
  }

  mutating func attribute() -> HTMLTag.Attribute {
    let name = word()
    let afterName = rest
    skipBlanks()
    guard rest.first == UInt8(ascii: "=") else {
      rest = afterName
      return HTMLTag.Attribute(name: name, value: nil)
    }
    skip()
    skipBlanks()
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = Array(rest.prefix { !Self.blanks.contains($0) && $0 != UInt8(ascii: ">") })
      rest = rest.dropFirst(value.count)
      let quoted = value.replacing([UInt8(ascii: "\"")], with: Array("&quot;".utf8))
      return HTMLTag.Attribute(name: name, value: quoted)
    }
    skip()
    let value = Array(rest.prefix { $0 != quote })
    rest = rest.dropFirst(value.count + 1)
    return HTMLTag.Attribute(name: name, value: value, quote: quote)
  }
}
