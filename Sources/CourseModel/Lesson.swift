/// A lesson in one language.
public struct Lesson: Sendable, Hashable {
  /// The file it was read from.
  public var file: SourceFile
  /// Its name in links and commands: the file's name without number, language and extension.
  public var id: String
  /// Its number: the one the file's name begins with.
  public var order: Int
  /// The language of its prose, such as `en` or `zh`.
  public var language: String
  /// What its YAML says.
  public var frontMatter: FrontMatter
  /// The text, top to bottom.
  public var blocks: [Block]
  /// The blocks that are evaluated, in order.
  public var cells: [Cell]
  /// The expressions in its sentences, in order.
  public var inlineValues: [InlineValue]
  /// The footnotes, in the order of their first mention.
  public var footnotes: [Footnote]

  /// A lesson.
  public init(
    file: SourceFile, id: String, order: Int, language: String, frontMatter: FrontMatter = FrontMatter(),
    blocks: [Block] = [], cells: [Cell] = [], inlineValues: [InlineValue] = [], footnotes: [Footnote] = []
  ) {
    self.file = file
    self.id = id
    self.order = order
    self.language = language
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.cells = cells
    self.inlineValues = inlineValues
    self.footnotes = footnotes
  }

  /// The title: the front matter's, else the first heading's text, else the `id`.
  public var title: String { frontMatter.title ?? id }
}

/// A note at the end of the page.
public struct Footnote: Sendable, Hashable {
  /// The name in `[^name]`.
  public var name: String
  /// The note.
  public var blocks: [Block]
  /// How often the text mentions it.
  public var mentions: Int

  /// A note.
  public init(name: String, blocks: [Block], mentions: Int) {
    self.name = name
    self.blocks = blocks
    self.mentions = mentions
  }
}

/// What the YAML at the head of a lesson says.
public struct FrontMatter: Sendable, Hashable {
  /// The lesson's title; the first heading's text where the YAML has none.
  public var title: String?
  /// A title for narrow places.
  public var shortTitle: String?
  /// One or two sentences for the table of contents.
  public var description: String?
  /// The part of the course the lesson belongs to.
  public var part: String?
  /// What the reader can do afterwards.
  public var objectives: [String] = []
  /// The `id`s of lessons to read before, each with its place.
  public var prerequisites: [Prerequisite] = []
  /// Whether the lesson's program is compiled with optimisation.
  public var optimize = false
  /// The seconds the lesson's run may take.
  public var timeout: Double?
  /// The seed of the generator that blocks are given.
  public var seed: UInt64?
  /// The authors, where they are not the course's.
  public var authors: [String] = []
  /// Whether the lesson is left out of a published course.
  public var isDraft = false

  /// A lesson to read before, and where it is named.
  public struct Prerequisite: Sendable, Hashable {
    /// The lesson's `id`.
    public var lesson: String
    /// Where it is named.
    public var position: Position

    /// A lesson to read before.
    public init(lesson: String, position: Position) {
      self.lesson = lesson
      self.position = position
    }
  }

  /// Nothing said.
  public init() {}
}
