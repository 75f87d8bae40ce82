/// The blocks of a lesson by the names that a judgement of a claim may give them.
public struct NamedCells: Sendable {
  private let cells: [String: Cell]
  /// The labels and `id`s, in the order of the blocks.
  public let names: KnownNames

  /// The blocks of `lesson`; the first of a name counts.
  public init(in lesson: Lesson) {
    let named = lesson.cells.flatMap { cell in
      [cell.numbered.flatMap { $0.isLabelled ? $0.anchor : nil }, cell.id].compactMap { $0 }.map {
        ($0, cell)
      }
    }
    let used = lesson.cells.compactMap { cell in
      if case .use(let id) = cell.kind { (id, cell) } else { nil }
    }
    cells = Dictionary(named + used) { first, _ in first }
    names = KnownNames(named.map(\.0))
  }

  /// The block with that label or `id`, or the one that shows the base lesson's block of that `id`.
  public subscript(name: String) -> Cell? { cells[name] }
}
