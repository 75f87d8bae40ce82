import CourseModel

/// The places on a page that the tool itself names.
///
/// Each has a dot in its name, which neither a heading's anchor nor an author's label has.
enum PageAnchor {
  static let menu = "page.menu"
  static let text = "page.text"
  static let hits = "page.hits"
  static let words = "page.words"
  static let notes = "page.notes"
  static let references = "page.references"

  /// A lesson in the report.
  static func lesson(_ id: String) -> String { "lesson." + id }

  /// A claim that the lesson judges.
  static func claim(_ id: String) -> String { "claim." + id }

  /// A term of the glossary.
  static func term(_ id: String) -> String { "term." + id }

  /// A cited work.
  static func work(_ key: String) -> String { "work." + key }

  /// A footnote.
  static func note(_ number: Int) -> String { "note.\(number)" }

  /// The `mention`th mention of a footnote.
  static func mention(_ mention: Int, ofNote number: Int) -> String {
    mention > 1 ? "mention.\(number).\(mention)" : "mention.\(number)"
  }

  /// A diagram without a number.
  static func diagram(_ count: Int) -> String { "diagram.\(count)" }

  /// The blocks of a lesson: by their names where they have one, and each place given once.
  static func blocks(_ cells: [Cell]) -> [String] {
    var taken: Set<String> = []
    return cells.map { cell in
      let number = "block.\(cell.index + 1)"
      let name = name(of: cell).map { "block." + $0 } ?? number
      let isFree = taken.insert(name).inserted
      return isFree ? name : name + ".\(cell.index + 1)"
    }
  }

  private static func name(of cell: Cell) -> String? {
    if case .use(let id) = cell.kind { return id }
    return cell.id
  }
}
