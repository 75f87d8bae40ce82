extension SmallMultiples {
  private static let describedPanels = 12

  /// The title, or how many plots there are of what.
  func shortName(in language: String) -> String {
    let names = panels.map(\.title).filter { !$0.isEmpty }
    return title.isEmpty ? FigureWords(language: language).panels(names, count: panels.count) : title
  }

  /// The panels in sentences, each as if it stood alone.
  func words(in language: String) -> String {
    let words = FigureWords(language: language)
    var sentences = [shortName(in: language) + words.stop]
    if !title.isEmpty { sentences.append(words.panels([], count: panels.count) + words.stop) }
    sentences += panels.prefix(Self.describedPanels).map { $0.words(in: language) }
    return words.sentences(sentences)
  }
}
