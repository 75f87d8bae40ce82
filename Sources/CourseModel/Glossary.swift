/// A term of the course, in all its languages.
public struct GlossaryTerm: Sendable, Hashable {
  /// Its name in the file and in addresses.
  public var id: String
  /// The term by language.
  public var names: [String: String]
  /// Other words for it by language.
  public var otherNames: [String: [String]]
  /// What it means by language; code and formulas as in captions.
  public var definitions: [String: String]
  /// Terms that explain more, by their names in the file.
  public var related: [String]
  /// How the Chinese term is read, to sort by.
  public var pinyin: String?
  /// Where it is written down.
  public var position: Position

  /// A term.
  public init(
    id: String, names: [String: String] = [:], otherNames: [String: [String]] = [:],
    definitions: [String: String] = [:], related: [String] = [], pinyin: String? = nil, position: Position
  ) {
    self.id = id
    self.names = names
    self.otherNames = otherNames
    self.definitions = definitions
    self.related = related
    self.pinyin = pinyin
    self.position = position
  }

  /// All words for the term in `language`, its own name first.
  public func forms(in language: String) -> [String] {
    [names[language]].compactMap { $0 } + (otherNames[language] ?? [])
  }
}

/// The terms of `glossary.yml`.
public struct Glossary: Sendable, Hashable {
  /// The file, as messages print it.
  public var path: String
  /// The terms in the file's order.
  public var terms: [GlossaryTerm] { didSet { places = Self.places(of: terms) } }
  private var places: [String: Int]

  /// The terms of a file.
  public init(path: String, terms: [GlossaryTerm]) {
    self.path = path
    self.terms = terms
    places = Self.places(of: terms)
  }

  /// The term of that name.
  public func term(_ id: String) -> GlossaryTerm? { places[id].map { terms[$0] } }

  private static func places(of terms: [GlossaryTerm]) -> [String: Int] {
    Dictionary(terms.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }
}
