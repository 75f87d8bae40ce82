/// The words of figures in another language than the one in which they were made.
///
/// A phrase stands for itself, or for all texts of its form: `{}` is any text, which the translation repeats in the
/// order of its own `{}`. So `{} steps` with `{} 步` turns `300 steps` into `300 步`. A text that no phrase
/// matches stays as it is.
public struct Phrasebook: Sendable, Hashable {
  /// A phrase with places to fill in, cut at these.
  private struct Pattern: Sendable, Hashable {
    var pieces: [String]
    var translation: [String]
    /// The number of letters that a text must have in common with the phrase.
    var length: Int { pieces.reduce(0) { $0 + $1.count } }
  }

  /// A text and what it is in the other language.
  public struct Phrase: Sendable, Hashable {
    /// The text as figures have it, with `{}` for what varies.
    public var text: String
    /// The text in the other language, with as many `{}`.
    public var translation: String

    /// A text with its translation.
    public init(_ text: String, _ translation: String) {
      self.text = text
      self.translation = translation
    }
  }

  /// The phrases in the order given.
  public let phrases: [Phrase]
  private let whole: [String: String]
  private let patterns: [Pattern]

  /// A book of these phrases; of two patterns that match a text, the one with more letters of its own is taken.
  public init(_ phrases: [Phrase] = []) {
    self.phrases = phrases
    var whole: [String: String] = [:]
    var patterns: [Pattern] = []
    for phrase in phrases {
      let pieces = Self.pieces(phrase.text)
      if pieces.count == 1 {
        whole[phrase.text] = phrase.translation
      } else {
        patterns.append(Pattern(pieces: pieces, translation: Self.pieces(phrase.translation)))
      }
    }
    self.whole = whole
    self.patterns = patterns.enumerated()
      .sorted { ($1.element.length, $0.offset) < ($0.element.length, $1.offset) }.map(\.element)
  }

  /// Whether nothing is translated.
  public var isEmpty: Bool { phrases.isEmpty }

  /// The text in the other language, or as it is.
  public func translate(_ text: String) -> String {
    if let translation = whole[text] { return translation }
    for pattern in patterns {
      if let values = Self.values(of: pattern.pieces, in: text) {
        return Self.fill(pattern.translation, values)
      }
    }
    return text
  }

  /// What stands in the places of a phrase, if `text` has its form.
  private static func values(of pieces: [String], in text: String) -> [Substring]? {
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first), text.hasSuffix(last),
      text.count > first.count + last.count
    else { return nil }
    var values: [Substring] = []
    var rest = text.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: piece), place.lowerBound > rest.startIndex else { return nil }
      values.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    guard rest.count > last.count, rest.hasSuffix(last) else { return nil }
    return values + [rest.dropLast(last.count)]
  }

  private static func fill(_ translation: [String], _ values: [Substring]) -> String {
    var text = translation[0]
    for (index, piece) in translation.dropFirst().enumerated() {
      if index < values.count { text += values[index] }
      text += piece
    }
    return text
  }

  private static func pieces(_ phrase: String) -> [String] {
    var pieces = [""]
    var rest = Substring(phrase)
    while let place = rest.firstRange(of: "{}") {
      pieces[pieces.count - 1] += rest[..<place.lowerBound]
      pieces.append("")
      rest = rest[place.upperBound...]
    }
    pieces[pieces.count - 1] += rest
    return pieces
  }
}
