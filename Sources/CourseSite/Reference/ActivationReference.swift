import ContentStore
import CourseModel
import Figures

/// What the reference pages say of a catalogue of activations: plain values, handed over by who knows the catalogue.
public struct ActivationReference: Sendable {
  /// One activation of the catalogue.
  public struct Entry: Sendable, Hashable {
    /// The name in code, which is also the end of the page's name: `leakyReLU`.
    public var name: String
    /// The name in prose: `Leaky ReLU`.
    public var title: String
    /// f(x) in TeX, without what it is the value of.
    public var formula: String
    /// f′(x) in TeX, without what it is the value of.
    public var derivativeFormula: String
    /// How it is used in Swift.
    public var code: String
    /// The colours of the code.
    public var syntax: [SyntaxSpan]
    /// What it has in common with its neighbours: `rectifiers`.
    public var family: String
    /// Its graph for the index, in pieces between jumps.
    public var curve: [[SIMD2<Double>]]

    /// An activation of the catalogue.
    public init(
      name: String, title: String, formula: String, derivativeFormula: String, code: String,
      syntax: [SyntaxSpan] = [], family: String = "", curve: [[SIMD2<Double>]] = []
    ) {
      self.name = name
      self.title = title
      self.formula = formula
      self.derivativeFormula = derivativeFormula
      self.code = code
      self.syntax = syntax
      self.family = family
      self.curve = curve
    }
  }

  /// The activations, family by family.
  public var entries: [Entry]
  /// What figures say in the languages other than their own.
  public var phrasebooks: [String: Phrasebook]
  /// The figures of the activation of a name, always the same ones for the same tool.
  public var figures: @Sendable (String) -> [Figure]

  /// A reference of `entries`.
  public init(
    entries: [Entry], phrasebooks: [String: Phrasebook] = [:],
    figures: @escaping @Sendable (String) -> [Figure]
  ) {
    self.entries = entries
    self.phrasebooks = phrasebooks
    self.figures = figures
  }
}

extension ActivationReference.Entry {
  /// The name of the activation's page.
  var page: String { PageName.activation(name) }

  /// Adds everything but the colours, the graph and the figures, which follow from the rest and the tool.
  func add(to builder: inout DigestBuilder) {
    for text in [name, title, formula, derivativeFormula, code, family] { builder.add("entry", text) }
  }
}

extension ActivationReference {
  /// Equal digests mean equal references, as long as the tool is the same.
  var digest: Digest {
    var builder = DigestBuilder()
    for entry in entries { entry.add(to: &builder) }
    for language in phrasebooks.keys.sorted() { addPhrases(of: language, to: &builder) }
    return builder.digest()
  }

  /// Adds what figures say in `language`.
  func addPhrases(of language: String, to builder: inout DigestBuilder) {
    builder.add("language", language)
    for phrase in phrasebooks[language]?.phrases ?? [] {
      builder.add(phrase.text, phrase.translation)
    }
  }
}
