/// The words of figures in another language than the one in which they were made.
///
/// A phrase stands for itself, or for all texts of its form: `{}` is any text, `{#}` is a number. The translation
/// repeats what stands there, in the same order with `{}`, or in its own with `{1}`, `{2}`, …. So `{} steps` with
/// `{} 步` turns `300 steps` into `300 步`, and `{#} of {#}` with `{2} 中的 {1}` turns `3 of 8` into `8 中的 3`.
/// What stands in a place is translated if it is a phrase itself. A text that no phrase matches stays as it is.
public struct Phrasebook: Sendable, Hashable {
  /// A text and what it is in the other language.
  public struct Phrase: Sendable, Hashable {
    /// The text as figures have it, with `{}` or `{#}` for what varies.
    public var text: String
    /// The text in the other language, with as many places.
    public var translation: String

    /// A text with its translation.
    public init(_ text: String, _ translation: String) {
      self.text = text
      self.translation = translation
    }

    /// Whether the translation has a place for each place of the text.
    public var isComplete: Bool { PhrasePattern(self).isComplete }
  }

  /// The phrases in the order given.
  public let phrases: [Phrase]
  private let whole: [String: String]
  private let patterns: [PhrasePattern]

  /// A book of these phrases; of two patterns that match a text, the one with more letters of its own is taken.
  public init(_ phrases: [Phrase] = []) {
    self.phrases = phrases
    var whole: [String: String] = [:]
    var patterns: [PhrasePattern] = []
    for phrase in phrases {
      let pattern = PhrasePattern(phrase)
      if pattern.placeCount == 0 { whole[phrase.text] = phrase.translation } else { patterns.append(pattern) }
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
      if let translation = pattern.translate(text, { whole[$0] ?? $0 }) { return translation }
    }
    return text
  }
}
