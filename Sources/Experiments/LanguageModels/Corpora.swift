import Activations
import DataSets
import Neural

/// The two texts of the experiments, in tokens of one vocabulary: the characters of both.
enum Corpora {
  private static let austenText = String(decoding: TextCorpus.austen, as: UTF8.self)
  private static let shakespeareText = String(decoding: TextCorpus.shakespeare, as: UTF8.self)

  static let vocabulary = CharacterVocabulary(of: austenText, shakespeareText)
  static let austen = vocabulary.encode(austenText)
  static let shakespeare = vocabulary.encode(shakespeareText)
}

extension TextBatches {
  /// −log p of what is kept back, p being the shares of the characters in what is learned from, each counted once more
  /// so that none is 0: what is known without a look at the characters before.
  func unigramLoss(vocabulary count: Int) -> Double {
    var counts = [Double](repeating: 1, count: count)
    for token in training { counts[token] += 1 }
    let total = counts.reduce(0, +)
    return -validation.reduce(0) { $0 + log(counts[$1] / total) } / Double(validation.count)
  }
}

/// A loss in nats as bits: both a character.
func bits(_ nats: Double) -> Double { nats / log(2) }

/// A text in lines of at most `width` characters, its own line breaks turned into spaces.
func wrapped(_ text: String, width: Int = 44) -> String {
  var lines = [""]
  for word in text.split(whereSeparator: \.isWhitespace) {
    let line = lines[lines.count - 1]
    if line.isEmpty {
      lines[lines.count - 1] = String(word)
    } else if line.count + 1 + word.count <= width {
      lines[lines.count - 1] += " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines.joined(separator: "\n")
}
