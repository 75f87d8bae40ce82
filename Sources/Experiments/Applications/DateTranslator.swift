import Neural

/// A network that reads a phrase to its end and then writes a translation, character by character (Sutskever 2014).
///
/// What one GRU has read is all that the other knows: the state between them is the whole meaning of the phrase.
struct DateTranslator {
  /// How many characters a translation has.
  static let length = 10

  private let sources: Embedding
  private let targets: Embedding
  private let encoder: GRU
  private let decoder: GRU
  private let output: Linear

  /// A network whose states have `width` numbers.
  init(width: Int, using generator: inout SeededGenerator) {
    sources = Embedding(DatePhrase.characters.count, 16, using: &generator)
    targets = Embedding(DatePhrase.translationCharacters.count, 16, using: &generator)
    encoder = GRU(16, width, using: &generator)
    decoder = GRU(16, width, using: &generator)
    output = Linear(width, DatePhrase.translationCharacters.count, using: &generator)
  }

  var parameters: [Neural.Parameter] {
    sources.parameters(in: "sources") + targets.parameters(in: "targets") + encoder.parameters(in: "encoder")
      + decoder.parameters(in: "decoder") + output.parameters(in: "output")
  }

  /// The mean cross entropy of the translations' characters, each after the right ones before it.
  func loss(_ phrases: [DatePhrase]) -> Tensor {
    let answers = phrases.map { Self.numbers($0.translation, DatePhrase.translationCharacters) }
    let given = (0..<Self.length).map { t in answers.map { t == 0 ? 0 : $0[t - 1] } }
    let states = decoder(given, embedding: targets, from: read(phrases.map(\.text)))
    return output(states).crossEntropy((0..<Self.length).flatMap { t in answers.map { $0[t] } })
  }

  /// The translations of texts, at each place the likeliest character after those chosen before.
  func translate(_ texts: [String]) -> [String] {
    withoutGradients {
      var state = read(texts)
      var last = texts.map { _ in 0 }
      var results = texts.map { _ in "" }
      for _ in 0..<Self.length {
        state = decoder([last], embedding: targets, from: state).reshaped([texts.count, -1])
        last = output(state).largestPlaces()
        for (i, place) in last.enumerated() { results[i].append(DatePhrase.translationCharacters[place]) }
      }
      return results
    }
  }

  /// The state after the last character: [texts, width]; shorter texts have spaces before them.
  private func read(_ texts: [String]) -> Tensor {
    let rows = texts.map { Self.numbers($0, DatePhrase.characters) }
    let time = rows.map(\.count).max() ?? 1
    let steps = (0..<time).map { t in rows.map { t < time - $0.count ? 0 : $0[t - time + $0.count] } }
    return encoder(steps, embedding: sources).slice(time - 1..<time).reshaped([texts.count, -1])
  }

  private static func numbers(_ text: String, _ alphabet: [Character]) -> [Int] {
    text.map { character in alphabet.firstIndex(of: character) ?? 0 }
  }
}
