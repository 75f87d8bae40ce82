/// The number of a figure, table, listing, equation, section, exercise or quiz, and the anchor by which links reach it.
public struct Numbered: Sendable, Hashable {
  /// What is numbered; the raw value is the prefix of its labels.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case figure = "fig"
    case table = "tbl"
    case listing = "lst"
    case equation = "eq"
    case section = "sec"
    case exercise = "exr"
    case quiz
  }

  /// What is numbered.
  public var kind: Kind
  /// The lesson's number and the count within it, such as `4.2`.
  public var number: String
  /// The author's label, such as `fig-relu`, or one made from the number.
  public var anchor: String
  /// Whether the author gave the anchor, so that references may name it.
  public var isLabelled: Bool

  /// A number for a thing.
  public init(kind: Kind, number: String, anchor: String, isLabelled: Bool = true) {
    self.kind = kind
    self.number = number
    self.anchor = anchor
    self.isLabelled = isLabelled
  }
}

/// Where a label leads.
public struct LabelTarget: Sendable, Hashable {
  /// The number and the anchor.
  public var numbered: Numbered
  /// The lesson's `id`.
  public var lesson: String
  /// The heading's text for a section; empty otherwise.
  public var title: String
  /// Where the label was written.
  public var path: String
  /// Where the label was written.
  public var position: Position

  /// A place that a label leads to.
  public init(numbered: Numbered, lesson: String, title: String = "", path: String, position: Position) {
    self.numbered = numbered
    self.lesson = lesson
    self.title = title
    self.path = path
    self.position = position
  }
}
