import Neural

/// The characters of a text as tokens: each has a number, from 0, in the order of Unicode.
///
/// ```swift
/// let vocabulary = CharacterVocabulary(of: "banana")
/// vocabulary.encode("nab")                   // [2, 0, 1]
/// vocabulary.decode([1, 0])                  // "ba"
/// ```
public struct CharacterVocabulary: Sendable, Hashable {
  /// The characters, each at its number.
  public let characters: [Unicode.Scalar]
  private let numbers: [Unicode.Scalar: Int]

  /// The characters that occur in any of the texts.
  public init(of texts: String...) {
    self.init(characters: texts.reduce(into: Set()) { $0.formUnion($1.unicodeScalars) }.sorted())
  }

  /// Given characters, of which none occurs twice.
  public init(characters: [Unicode.Scalar]) {
    self.characters = characters
    let pairs = characters.enumerated().map { ($1, $0) }
    numbers = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    require(numbers.count == characters.count, "a character occurs twice among \(characters.count)")
  }

  /// How many characters there are.
  public var count: Int { characters.count }

  /// The numbers of the characters of `text`; those that are not in the vocabulary are left out.
  public func encode(_ text: String) -> [Int] { text.unicodeScalars.compactMap { numbers[$0] } }

  /// The text of these numbers, each below `count`.
  public func decode(_ tokens: some Sequence<Int>) -> String {
    tokens.reduce(into: "") { text, token in
      require(characters.indices.contains(token), "there is no character \(token) of \(count)")
      text.unicodeScalars.append(characters[token])
    }
  }

  /// Whether every character of `text` has a number.
  public func contains(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { numbers[$0] != nil } }
}
