/// The head of a request, read strictly: what is not plainly right is refused.
struct RequestHead: Sendable {
  /// The method's name.
  let method: String
  /// The path, decoded: the names between its slashes.
  let names: [String]
  /// Whether the path ends in a slash.
  let isFolder: Bool
  /// What stands after the question mark, as it is.
  let query: String
  /// The fields by their names in small letters.
  let fields: [String: String]
  /// Whether the client will ask again on the same connection.
  let keepsConnection: Bool

  /// The most that each part may take.
  enum Limit {
    /// Bytes of method, target and version.
    static let line = 8 << 10
    /// Bytes of the whole head.
    static let head = 32 << 10
    /// Fields.
    static let fields = 100
  }

  /// Why a request is not answered as it wishes.
  struct Refusal: Error, Equatable {
    /// The status of the answer.
    let status: Int
    /// What is wrong, in a sentence.
    let reason: String
  }

  /// The path within the server, slashes between its names.
  var path: String { "/" + names.joined(separator: "/") + (isFolder && !names.isEmpty ? "/" : "") }

  /// Reads the bytes of a head, without the empty line at its end.
  init(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(400, "the head is not UTF-8")
    }
    var lines: [Substring] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      lines.append(Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line))
    }
    let words = lines[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 3, Self.isToken(words[0]) else { throw Refusal(400, "the first line is no request") }
    guard ["HTTP/1.0", "HTTP/1.1"].contains(words[2]) else {
      throw Refusal(505, "only HTTP/1.1 is spoken here")
    }
    method = words[0]
    (names, isFolder, query) = try Self.target(words[1])
    fields = try Self.fields(lines.dropFirst())
    try Self.checkBody(fields)
    let connection = fields["connection"]?.lowercased() ?? ""
    keepsConnection = words[2] == "HTTP/1.1" ? connection != "close" : connection == "keep-alive"
  }
}

extension RequestHead.Refusal {
  init(_ status: Int, _ reason: String) {
    self.init(status: status, reason: reason)
  }
}

// MARK: - The target

extension RequestHead {
  private static func target(_ text: String) throws(Refusal) -> ([String], Bool, String) {
    guard text.utf8.first == UInt8(ascii: "/"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw Refusal(400, "the target is no path")
    }
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var names: [String] = []
    for part in parts[0].split(separator: "/") { names.append(try decoded(part)) }
    return (names, parts[0].utf8.last == UInt8(ascii: "/"), parts.count > 1 ? String(parts[1]) : "")
  }

  /// A name of the path; one that hides a slash, a control character or anything but text is refused.
  private static func decoded(_ name: Substring) throws(Refusal) -> String {
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      guard digits.count == 2 else { throw Refusal(400, "the path is not well encoded") }
      bytes.append(UInt8(digits[0] << 4 | digits[1]))
      rest = rest.dropFirst(2)
    }
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") }),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw Refusal(400, "the path holds what no name holds") }
    return text
  }
}

// MARK: - The fields

extension RequestHead {
  private static func fields(_ lines: ArraySlice<Substring>) throws(Refusal) -> [String: String] {
    guard lines.count <= Limit.fields else { throw Refusal(431, "the request has too many fields") }
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
        throw Refusal(400, "a field has no name")
      }
      let name = line[..<colon].lowercased()
      let value = line[line.utf8.index(after: colon)...]
      guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
        throw Refusal(400, "a field holds a control character")
      }
      guard fields[name] == nil || !single.contains(name) else {
        throw Refusal(400, "the field '\(name)' stands twice")
      }
      fields[name] = String(
        value.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
    return fields
  }

  /// Fields of which a second one would let two readers of the request differ.
  private static let single: Set<String> = [
    "host", "content-length", "transfer-encoding", "origin", "sec-fetch-site", "connection",
  ]

  /// Nothing here reads a body.
  private static func checkBody(_ fields: [String: String]) throws(Refusal) {
    guard fields["transfer-encoding"] == nil, ["0", nil].contains(fields["content-length"]) else {
      throw Refusal(413, "requests with a body are not answered")
    }
  }

  private static func isToken(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
          || "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
  }
}
