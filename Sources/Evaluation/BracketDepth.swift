/// Looks for brackets that nest deeper than the Swift parser reads in a moment.
///
/// The parser's time doubles with each square bracket inside another, and its stack ends somewhere. The scan
/// knows strings and comments, reads each byte once, and does not judge what it cannot tell: a block that gets past
/// it and still is too much for the parser is stopped by the parser's own limits.
struct BracketDepth {
  /// How deep brackets of all kinds may nest.
  static let limit = 64
  /// How deep square brackets may nest.
  static let squareLimit = 10

  /// An opening bracket, or the beginning of a string into which `interpolation` brackets lead.
  private enum Opener: Equatable {
    case bracket(closing: UInt8)
    case interpolation(Quote)
  }

  /// How a string is written: how many number signs, and one or three quotation marks.
  private struct Quote: Equatable {
    var signs: Int
    var isLong: Bool
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var open: [Opener] = []
  private var squares = 0
  /// The angle brackets that are open on this line, as far as they look like those of generic types.
  private var angles = 0

  private init(_ source: String) { bytes = Array(source.utf8) }

  /// Where `source` nests too deeply, and what to say of it; nil where it does not.
  static func excess(in source: String) -> (offset: Int, message: String)? {
    var scan = BracketDepth(source)
    while scan.offset < scan.bytes.count {
      scan.step()
      if let message = scan.excess { return (scan.offset - 1, message) }
    }
    return nil
  }

  private var excess: String? {
    if squares > Self.squareLimit {
      return "square brackets nest more than \(Self.squareLimit) deep from here on"
    }
    if open.count > Self.limit || angles > Self.limit {
      return "brackets nest more than \(Self.limit) deep from here on"
    }
    return nil
  }

  /// The byte so many places further on; 0 behind the end.
  private func byte(_ distance: Int = 0) -> UInt8 {
    let index = offset + distance
    return bytes.indices.contains(index) ? bytes[index] : 0
  }

  private mutating func step() {
    let byte = byte()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "#"): stepIntoString()
    case UInt8(ascii: "/"): stepOverComment()
    case UInt8(ascii: "\\"): offset += 2
    case UInt8(ascii: "("): push(UInt8(ascii: ")"))
    case UInt8(ascii: "["): push(UInt8(ascii: "]"))
    case UInt8(ascii: "{"): push(UInt8(ascii: "}"))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): pop(byte)
    default: stepOverSign(byte)
    }
  }

  private mutating func stepOverSign(_ byte: UInt8) {
    offset += 1
    switch byte {
    case UInt8(ascii: "<"):
      let isGeneric = offset > 1 && bytes[offset - 2].isWordPart && !" <=\t\n".utf8.contains(self.byte())
      if isGeneric { angles += 1 }
    case UInt8(ascii: ">"): angles = max(0, angles - 1)
    case 0x0A, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"): angles = 0
    default: break
    }
  }

  private mutating func push(_ closing: UInt8) {
    offset += 1
    open.append(.bracket(closing: closing))
    if closing == UInt8(ascii: "]") { squares += 1 }
  }

  /// Closes the innermost bracket of this kind, and what is open inside; a bracket that closes nothing is passed over.
  private mutating func pop(_ closing: UInt8) {
    offset += 1
    if case .interpolation(let quote)? = open.last, closing == UInt8(ascii: ")") {
      open.removeLast()
      return stepThroughString(quote)
    }
    let floor = open.lastIndex { if case .interpolation = $0 { true } else { false } }.map { $0 + 1 } ?? 0
    guard let index = open[floor...].lastIndex(of: .bracket(closing: closing)) else {
      guard floor > 0, closing == UInt8(ascii: ")"), case .interpolation(let quote) = open[floor - 1] else {
        return
      }
      cut(to: floor - 1)
      return stepThroughString(quote)
    }
    cut(to: index)
  }

  private mutating func cut(to count: Int) {
    squares -= open[count...].count { $0 == .bracket(closing: UInt8(ascii: "]")) }
    open.removeSubrange(count...)
  }
}

extension BracketDepth {
  private mutating func stepOverComment() {
    switch byte(1) {
    case UInt8(ascii: "/"):
      while offset < bytes.count, byte() != 0x0A { offset += 1 }
    case UInt8(ascii: "*"): stepOverLongComment()
    default: offset += 1
    }
  }

  /// Comments between `/*` and `*/` nest.
  private mutating func stepOverLongComment() {
    var depth = 0
    repeat {
      if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        depth += 1
        offset += 2
      } else if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        depth -= 1
        offset += 2
      } else {
        offset += 1
      }
    } while depth > 0 && offset < bytes.count
  }

  /// A quotation mark, or number signs that may belong to one.
  private mutating func stepIntoString() {
    var signs = 0
    while byte() == UInt8(ascii: "#") {
      signs += 1
      offset += 1
    }
    guard byte() == UInt8(ascii: "\"") else { return }
    let isLong = byte(1) == UInt8(ascii: "\"") && byte(2) == UInt8(ascii: "\"")
    offset += isLong ? 3 : 1
    stepThroughString(Quote(signs: signs, isLong: isLong))
  }

  /// Goes on inside a string up to its end, or into the next of its interpolations.
  private mutating func stepThroughString(_ quote: Quote) {
    while offset < bytes.count {
      if byte() == 0x0A, !quote.isLong { return }
      if byte() == UInt8(ascii: "\\"), hasSigns(quote.signs, at: 1) {
        offset += 1 + quote.signs
        if byte() == UInt8(ascii: "(") {
          offset += 1
          return open.append(.interpolation(quote))
        }
        if byte() != 0x0A { offset += 1 }
      } else if isEnd(of: quote) {
        offset += (quote.isLong ? 3 : 1) + quote.signs
        return
      } else {
        offset += 1
      }
    }
  }

  private func isEnd(of quote: Quote) -> Bool {
    let marks = quote.isLong ? 3 : 1
    return (0..<marks).allSatisfy { byte($0) == UInt8(ascii: "\"") } && hasSigns(quote.signs, at: marks)
  }

  private func hasSigns(_ count: Int, at distance: Int) -> Bool {
    (0..<count).allSatisfy { byte(distance + $0) == UInt8(ascii: "#") }
  }
}

extension UInt8 {
  fileprivate var isWordPart: Bool {
    self >= 0x80 || self == 0x5F || (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
}
