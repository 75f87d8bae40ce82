/// All lessons of a course and what they share.
public struct Course: Sendable {
  /// What `course.yml` says.
  public var configuration: CourseConfiguration
  /// The lessons of all languages, ordered by number, then by the languages' order.
  public var lessons: [Lesson] { didSet { places = Self.places(of: lessons) } }
  /// The works of `references.yml`, in the file's order.
  public var bibliography: [BibliographyEntry]
  /// The claims of `claims.yml`; nil where there is no such file.
  public var claims: ClaimList?
  /// The terms of `glossary.yml`; nil where there is no such file.
  public var glossary: Glossary?
  /// Where labels lead, by language and label.
  public var labels: [LabelKey: LabelTarget]
  /// Where in `lessons` each stands.
  private var places: [OutcomeKey: Int]

  /// A label in the lessons of one language.
  public struct LabelKey: Sendable, Hashable {
    /// The language of the lesson.
    public var language: String
    /// The label, such as `fig-relu`.
    public var label: String

    /// A label in the lessons of `language`.
    public init(language: String, label: String) {
      self.language = language
      self.label = label
    }
  }

  /// A course.
  public init(
    configuration: CourseConfiguration, lessons: [Lesson] = [], bibliography: [BibliographyEntry] = [],
    claims: ClaimList? = nil, glossary: Glossary? = nil, labels: [LabelKey: LabelTarget] = [:]
  ) {
    self.configuration = configuration
    self.lessons = lessons
    self.bibliography = bibliography
    self.claims = claims
    self.glossary = glossary
    self.labels = labels
    places = Self.places(of: lessons)
  }

  private static func places(of lessons: [Lesson]) -> [OutcomeKey: Int] {
    Dictionary(lessons.enumerated().map { ($1.key, $0) }) { first, _ in first }
  }

  /// The language in which blocks are written; translations reuse them.
  public var baseLanguage: String { configuration.languages.first ?? "en" }

  /// The lessons of one language, in order.
  public func lessons(in language: String) -> [Lesson] {
    lessons.filter { $0.language == language }
  }

  /// The lesson with that `id` in that language.
  public func lesson(_ id: String, in language: String) -> Lesson? {
    places[OutcomeKey(id: id, language: language)].map { lessons[$0] }
  }
}

/// What `course.yml` says.
public struct CourseConfiguration: Sendable, Hashable {
  /// The course's title by language.
  public var titles: [String: String] = [:]
  /// One or two sentences about the course, by language.
  public var descriptions: [String: String] = [:]
  /// The languages; the first is the base.
  public var languages: [String] = ["en"]
  /// The authors.
  public var authors: [String] = []
  /// The licence of the texts, such as `CC BY 4.0`.
  public var licence: String?
  /// What the site has a page of each of, if anything.
  public var reference: CourseReference?
  /// What is said of parts, in the file's order.
  public var parts: [CoursePart] = []
  /// Whether raw HTML in lessons reaches the page.
  public var allowsRawHTML = false
  /// What the programs of lessons may read, and whether they must be confined.
  public var sandbox = Sandbox()

  /// The defaults.
  public init() {}

  /// The title in `language`, else in the base language, else "Lessons".
  public func title(in language: String) -> String {
    titles[language] ?? languages.first.flatMap { titles[$0] } ?? "Lessons"
  }

  /// What is said of a part, in `language` or else in the base language; nil where nothing is.
  public func description(of part: CoursePart, in language: String) -> String? {
    part.descriptions[language] ?? languages.first.flatMap { part.descriptions[$0] }
  }
}

/// What `course.yml` says of a part of the course.
public struct CoursePart: Sendable, Hashable {
  /// The name that lessons of the base language give as their `part`.
  public var name: String
  /// A sentence about it, by language.
  public var descriptions: [String: String]
  /// The file that says so, as messages name it.
  public var path: String
  /// Where it is named.
  public var position: Position

  /// A part and what is said of it.
  public init(name: String, descriptions: [String: String], path: String, position: Position) {
    self.name = name
    self.descriptions = descriptions
    self.path = path
    self.position = position
  }
}

/// What a site can have a page of each of.
public enum CourseReference: String, Sendable, Hashable, CaseIterable {
  /// The activations of the catalogue.
  case activations
}

/// A work that lessons cite.
public struct BibliographyEntry: Sendable, Hashable {
  /// The name in `[@key]`.
  public var key: String
  /// The authors as they are printed, family name first.
  public var authors: [String]
  /// The year of publication, if known.
  public var year: Int?
  /// The title.
  public var title: String
  /// The journal, proceedings or publisher, with volume and pages.
  public var venue: String?
  /// An address: `https://doi.org/…` where there is one.
  public var url: String?

  /// A work.
  public init(
    key: String, authors: [String], year: Int? = nil, title: String, venue: String? = nil, url: String? = nil
  ) {
    self.key = key
    self.authors = authors
    self.year = year
    self.title = title
    self.venue = venue
    self.url = url
  }
}
