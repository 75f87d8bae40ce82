import Foundation

/// Compares a stated line with a printed one, numbers by their values.
struct LineMatcher {
  /// The relative tolerance for numbers, beside the precision written.
  var tolerance: Double?

  private struct Token {
    enum Kind { case blank, number, text }

    var kind: Kind
    var bytes: ArraySlice<UInt8>
  }

  /// Whether the printed line is what the stated line says.
  func matches(_ stated: ArraySlice<UInt8>, _ printed: ArraySlice<UInt8>) -> Bool {
    if stated == printed { return true }
    let stated = Self.tokens(of: stated)
    let printed = Self.tokens(of: printed)
    return stated.count == printed.count && zip(stated, printed).allSatisfy(matches)
  }

  /// How many of the stated lines, from the first on, the printed lines match.
  func length(of stated: [ArraySlice<UInt8>], _ printed: ArraySlice<ArraySlice<UInt8>>) -> Int {
    zip(stated, printed).prefix { matches($0, $1) }.count
  }

  /// The bytes of the stated line, counted from its start, that are not what was printed.
  func difference(_ stated: ArraySlice<UInt8>, _ printed: ArraySlice<UInt8>) -> Range<Int> {
    let pairs = zip(Self.tokens(of: stated), Self.tokens(of: printed))
    if let token = pairs.first(where: { !matches($0, $1) })?.0 {
      let start = token.bytes.startIndex - stated.startIndex
      return start..<start + token.bytes.count
    }
    return 0..<stated.count
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private func matches(_ stated: Token, _ printed: Token) -> Bool {
    switch (stated.kind, printed.kind) {
    case (.blank, .blank): true
    case (.number, .number): stated.bytes == printed.bytes || isNear(stated.bytes, printed.bytes)
    default: stated.kind == printed.kind && stated.bytes == printed.bytes
    }
  }

  private func isNear(_ stated: ArraySlice<UInt8>, _ printed: ArraySlice<UInt8>) -> Bool {
    guard let wanted = Double(String(decoding: stated, as: UTF8.self)),
      let found = Double(String(decoding: printed, as: UTF8.self)), wanted.isFinite, found.isFinite
    else { return false }
    let distance = (wanted - found).magnitude
    if let tolerance, distance <= tolerance * (wanted == 0 ? 1 : wanted.magnitude) { return true }
    return distance <= Self.precision(of: stated) * (1 + 1e-9)
  }

  /// Half a unit in the last place written; 0 for a whole number.
  private static func precision(of number: ArraySlice<UInt8>) -> Double {
    let parts = number.split(maxSplits: 1) { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
    let exponent = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
    let point = parts[0].firstIndex(of: UInt8(ascii: "."))
    if point == nil && parts.count == 1 { return 0 }
    let decimals = point.map { parts[0].endIndex - $0 - 1 } ?? 0
    return 0.5 * pow(10, Double(exponent) - Double(decimals))
  }

  private static func tokens(of line: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var rest = line
    while let first = rest.first {
      let length: Int
      let kind: Token.Kind
      if isBlank(first) {
        (kind, length) = (.blank, rest.prefix { isBlank($0) }.count)
      } else if let digits = numberLength(rest, after: tokens.last) {
        (kind, length) = (.number, digits)
      } else {
        (kind, length) = (.text, isWord(first) ? rest.prefix { isWord($0) }.count : 1)
      }
      tokens.append(Token(kind: kind, bytes: rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return tokens
  }

  /// Letters, digits, underscores and everything beyond ASCII: what names are made of.
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == 0x5F || byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The length of the number with which `text` begins; a sign belongs to it unless it follows a name or number.
  private static func numberLength(_ text: ArraySlice<UInt8>, after last: Token?) -> Int? {
    var index = text.startIndex
    let follows = last.map { $0.kind == .number || isWord($0.bytes.last ?? 0) } ?? false
    if text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      if follows { return nil }
      index += 1
    }
    let whole = text[index...].prefix(while: isDigit).count
    if whole == 0 { return nil }
    index += whole
    if index < text.endIndex, text[index] == UInt8(ascii: ".") {
      let decimals = text[(index + 1)...].prefix(while: isDigit).count
      if decimals > 0 { index += 1 + decimals }
    }
    return index + exponentLength(text[index...]) - text.startIndex
  }

  private static func exponentLength(_ text: ArraySlice<UInt8>) -> Int {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "e") else { return 0 }
    let sign = text.dropFirst().first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } ?? false
    let digits = text.dropFirst(sign ? 2 : 1).prefix(while: isDigit).count
    return digits == 0 ? 0 : digits + (sign ? 2 : 1)
  }
}
