import Neural

/// Short texts, and who wrote each.
public struct LabeledTexts: Sendable {
  /// The texts; those of `authors` are in ASCII.
  public let texts: [String]
  /// Of which class each text is: an index of `classNames`.
  public let labels: [Int]
  /// The names of the classes.
  public let classNames: [String]

  /// Texts of one's own, with a label for each.
  public init(texts: [String], labels: [Int], classNames: [String]) {
    require(texts.count == labels.count, "\(texts.count) texts with \(labels.count) labels")
    requireClasses(labels, of: classNames)
    (self.texts, self.labels, self.classNames) = (texts, labels, classNames)
  }

  /// The number of texts.
  public var count: Int { labels.count }

  /// The texts with these indices, in this order.
  public subscript(indices: some Collection<Int>) -> LabeledTexts {
    for index in indices { requireIndex(index, of: count) }
    return LabeledTexts(
      texts: indices.map { texts[$0] }, labels: indices.map { labels[$0] }, classNames: classNames)
  }

  /// Divides the texts by `fraction`, the order within the parts being random; the second part is the rounded-up share.
  ///
  /// `fraction` is in 0...1.
  public func split(
    testFraction fraction: Double, using generator: inout SeededGenerator
  ) -> (training: LabeledTexts, test: LabeledTexts) {
    requireShare(fraction)
    let order = generator.permutation(count)
    let testCount = Int((fraction * Double(count)).rounded(.up))
    return (self[order.dropFirst(testCount)], self[order.prefix(testCount)])
  }
}

extension LabeledTexts {
  /// Sentences of 30 to 120 characters by Jane Austen (class 0) and William Shakespeare (class 1), 1,900 of each.
  ///
  /// They are the first ones of `TextCorpus`, each once; who speaks and stage directions are left out, line breaks,
  /// quotation marks and the signs of italics too. Names are left in, which makes the question easier than it looks.
  public static let authors: LabeledTexts = {
    let parts = [TextCorpus.austen, TextCorpus.shakespeare].map { corpus in
      Array(sentences(of: corpus, lengths: 30...120).prefix(sentencesByAuthor))
    }
    return LabeledTexts(
      texts: parts.flatMap { $0 }, labels: parts.indices.flatMap { label in parts[label].map { _ in label } },
      classNames: ["Austen", "Shakespeare"])
  }()

  private static let sentencesByAuthor = 1900
}

/// The different sentences of a text whose lengths lie in a range, in their order.
private func sentences(of corpus: [UInt8], lengths: ClosedRange<Int>) -> [String] {
  var seen: Set<String> = []
  return paragraphs(of: corpus).flatMap(sentences).filter { lengths.contains($0.count) }
    .map { String(decoding: $0, as: UTF8.self) }.filter { seen.insert($0).inserted }
}

/// The paragraphs with a space for every line break; without headings, lists of persons, speakers and directions.
private func paragraphs(of corpus: [UInt8]) -> [[UInt8]] {
  var paragraphs: [[UInt8]] = []
  var isListOfPersons = false
  let lines = corpus.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  for paragraph in lines.split(whereSeparator: { $0.allSatisfy { $0 == UInt8(ascii: " ") } }) {
    guard let first = paragraph.first else { continue }
    if ["PERSONS", "Persons"].contains(where: { first.starts(with: $0.utf8) }) { isListOfPersons = true }
    if first.starts(with: "ACT".utf8) { isListOfPersons = false }
    if isListOfPersons || isHeading(first) { continue }
    let isSpeech = paragraph.count > 1 && first.count <= 24 && first.last == UInt8(ascii: ".")
    paragraphs.append(withoutDirections(Array(paragraph.dropFirst(isSpeech ? 1 : 0).joined(separator: [32]))))
  }
  return paragraphs
}

private func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
  ["ACT", "SCENE", "Scene", "Chapter", "PRIDE", "By Jane"].contains { line.starts(with: $0.utf8) }
}

/// The text without what stands in brackets, without quotation marks and signs of italics.
private func withoutDirections(_ text: [UInt8]) -> [UInt8] {
  var depth = 0
  return text.filter { byte in
    if byte == UInt8(ascii: "[") { depth += 1 }
    defer { if byte == UInt8(ascii: "]") { depth = max(0, depth - 1) } }
    return depth == 0 && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "\"")
  }
}

/// The sentences of a paragraph: up to `.`, `!` or `?` before a space or the end, but not after `Mr.` and its like.
private func sentences(of paragraph: [UInt8]) -> [[UInt8]] {
  var sentences: [[UInt8]] = []
  var words: [ArraySlice<UInt8>] = []
  for word in paragraph.split(separator: UInt8(ascii: " ")) {
    words.append(word)
    guard let last = word.last, ".!?".utf8.contains(last), !isAbbreviation(word) else { continue }
    sentences.append(Array(words.joined(separator: [32])))
    words = []
  }
  return words.isEmpty ? sentences : sentences + [Array(words.joined(separator: [32]))]
}

private func isAbbreviation(_ word: ArraySlice<UInt8>) -> Bool {
  ["Mr.", "Mrs.", "Dr.", "St.", "Esq."].contains { word.elementsEqual($0.utf8) }
}
