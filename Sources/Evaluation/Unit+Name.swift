import CourseModel

extension Unit {
  /// What it is about, or the first part of it.
  var target: Piece? { pieces.first { !$0.isContext } }

  /// What it is, for people.
  var title: String {
    guard let cell = target?.cell else { return "values in sentences" }
    switch kind {
    case .program: return cell.isIsolated ? "isolated block \(cell.name)" : programTitle
    case .rejection: return "block \(cell.name), which must not compile"
    case .trap: return "block \(cell.name), which must trap"
    case .compilation: return "block \(cell.name), which is only compiled"
    case .experiment:
      guard case .experiment(let name, _) = cell.kind else { return "experiment" }
      return "experiment \(name) (\(cell.name))"
    }
  }

  private var programTitle: String {
    let own = pieces.filter { !$0.isContext }
    let blocks = own.count { $0.cell != nil }, values = own.count - blocks
    return "the program: "
      + [counted(blocks, "block"), counted(values, "value")].compactMap { $0 }.joined(separator: ", ")
  }

  /// The names of the blocks it is about: labels, those given by `id=`, and numbers.
  var names: Set<String> {
    let cells = pieces.filter { !$0.isContext }.compactMap(\.cell)
    return Set(cells.flatMap { [$0.id, $0.numbered?.anchor, "\($0.index + 1)"].compactMap { $0 } })
  }

  /// The name under which its runs are remembered, among those of the lesson in `language`.
  func name(lesson: String, language: String) -> String {
    let cell = target?.cell
    let isWhole = kind == .program && cell?.isIsolated != true
    return [lesson, language, kind.rawValue, isWhole ? "" : cell?.name ?? ""].joined(separator: "/")
  }
}

extension Cell {
  /// The block, for people: its label, its `id=`, or its number among the lesson's blocks.
  var name: String { numbered?.anchor ?? id ?? "\(index + 1)" }
}
