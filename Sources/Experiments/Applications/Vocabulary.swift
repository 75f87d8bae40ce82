/// The tokens of texts, each with a number: words, or characters.
struct Vocabulary {
  /// What a token is.
  enum Unit: String, CaseIterable { case words, characters }

  /// 0 stands where a text has ended, 1 for a token that is not known.
  static let (padding, unknown) = (0, 1)

  let unit: Unit
  private let numbers: [String: Int]
  /// How many different numbers there are.
  var count: Int { numbers.count + 2 }

  /// The tokens that occur in `texts` at least `least` times, in the order of their first occurrence.
  init(of texts: [String], unit: Unit, least: Int) {
    self.unit = unit
    var counts: [String: Int] = [:]
    var order: [String] = []
    for token in texts.flatMap({ Self.tokens(of: $0, unit) }) {
      if counts[token, default: 0] == 0 { order.append(token) }
      counts[token, default: 0] += 1
    }
    let known = order.filter { counts[$0, default: 0] >= least }
    numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0 + 2) })
  }

  /// The numbers of a text's tokens, as many as `length`: a longer text is cut off.
  func numbers(of text: String, length: Int) -> [Int] {
    Self.tokens(of: text, unit).prefix(length).map { numbers[$0] ?? Self.unknown }
  }

  /// The tokens of a text in small letters: words (letters and apostrophes) and marks, or characters.
  static func tokens(of text: String, _ unit: Unit) -> [String] {
    let bytes = text.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
    guard unit == .words else { return bytes.map { String(decoding: [$0], as: UTF8.self) } }
    var tokens: [String] = []
    var word: [UInt8] = []
    for byte in bytes + [32] {
      let isLetter = (97...122).contains(byte) || byte == UInt8(ascii: "'")
      if isLetter { word.append(byte) }
      guard !isLetter else { continue }
      if !word.isEmpty { tokens.append(String(decoding: word, as: UTF8.self)) }
      word = []
      if ",;:.!?".utf8.contains(byte) { tokens.append(String(decoding: [byte], as: UTF8.self)) }
    }
    return tokens
  }
}
