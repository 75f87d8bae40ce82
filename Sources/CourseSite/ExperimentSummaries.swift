import ContentStore
import CourseModel

/// What each experiment shows, in a sentence: plain values, handed over by who knows the experiments.
public struct ExperimentSummaries: Sendable {
  private let summaries: [String: String]
  private let phrasebooks: [String: Phrasebook]

  /// Sentences in English by the experiments' names, and what they are in other languages.
  public init(_ summaries: [String: String] = [:], phrasebooks: [String: Phrasebook] = [:]) {
    self.summaries = summaries
    self.phrasebooks = phrasebooks
  }

  /// What the experiment of that name shows; where nobody translated it, in English, and that is said.
  func summary(of name: String, in language: String) -> (text: String, language: String?)? {
    guard let own = summaries[name] else { return nil }
    let text = phrasebooks[language]?.translate(own) ?? own
    return (text, text == own && language != "en" ? "en" : nil)
  }

  /// Adds all sentences in all `languages`.
  func add(to builder: inout DigestBuilder, in languages: [String]) {
    for name in summaries.keys.sorted() {
      for language in languages { builder.add(name, summary(of: name, in: language)?.text ?? "") }
    }
  }
}
