import CourseModel

/// What has to be compiled and run for a lesson and its translations, and where each result is to be found.
package struct GroupPlan: Sendable {
  /// Where the outcome of a cell or value is found.
  package struct Source: Sendable, Hashable {
    package var unit: Int
    package var piece: Int
  }

  /// What is compiled and run, in the order of the text.
  package private(set) var units: [Unit] = []
  /// Where each part's outcome comes from.
  package private(set) var sources: [Piece.Origin: Source] = [:]
  /// What was found wrong before anything was compiled, by lesson.
  package private(set) var diagnostics: [[Diagnostic]]

  let group: LessonGroup
  let analyses: GroupAnalyses

  /// The plan for `group`; `analyses` belong to `group.sources`.
  package init(_ group: LessonGroup, analyses: [BlockAnalysis]) {
    self.group = group
    self.analyses = GroupAnalyses(group, analyses)
    diagnostics = Array(repeating: [], count: group.lessons.count)
    for lesson in group.lessons.indices { diagnostics[lesson] += refusals(in: lesson) }
    guard let base = group.lessons.first else { return }
    let cells = programCells(of: 0, frontMatter: base.frontMatter)
    planBase(base, cells)
    for lesson in group.lessons.indices.dropFirst() { planTranslation(lesson, base: cells) }
  }

  /// The colours of a cell's code.
  package func syntax(of cell: Int, in lesson: Int) -> [SyntaxSpan] {
    analyses.cell(cell, in: lesson).spans
  }
}

extension GroupPlan {
  /// The base lesson's program holds its own values, and those of every translation that adds no code.
  private mutating func planBase(_ base: Lesson, _ cells: [Piece]) {
    var values = placedValues(of: 0, among: cells)
    for lesson in group.lessons.indices.dropFirst() where !addsCode(lesson) {
      values += placedValues(of: lesson, among: cells)
    }
    addProgram(Self.interleave(cells, values), base.frontMatter)
    addOthers(of: 0, before: { cell in cells.filter { $0.origin.index < cell } })
  }

  /// A translation with code of its own runs it after all of the base lesson's, in a program of its own.
  private mutating func planTranslation(_ lesson: Int, base: [Piece]) {
    let context = base.map { $0.asContext() }
    let own = programCells(of: lesson, frontMatter: group.lessons[0].frontMatter)
    if addsCode(lesson) {
      let cells = context + own
      addProgram(Self.interleave(cells, placedValues(of: lesson, among: cells)), group.lessons[0].frontMatter)
    }
    addOthers(of: lesson, before: { cell in base + own.filter { $0.origin.index < cell } })
  }

  /// The cells that run one after the other, up to one that the parser has not read.
  private func programCells(of lesson: Int, frontMatter: FrontMatter) -> [Piece] {
    readableCells(of: lesson).filter { cell in
      cell.kind == .swift && cell.expectation == .runs && !cell.isIsolated
    }.map { piece($0, in: lesson) }
  }

  private func addsCode(_ lesson: Int) -> Bool {
    group.lessons[lesson].cells.contains {
      $0.kind == .swift && $0.expectation == .runs && !$0.isIsolated
    }
  }

  func piece(_ cell: Cell, in lesson: Int) -> Piece {
    Piece(
      .cell(cell), origin: .init(lesson: lesson, index: cell.index, isValue: false),
      path: group.lessons[lesson].file.path, analysis: analyses.cell(cell.index, in: lesson))
  }

  func piece(_ value: InlineValue, _ index: Int, in lesson: Int) -> Piece {
    Piece(
      .value(value), origin: .init(lesson: lesson, index: index, isValue: true),
      path: group.lessons[lesson].file.path, analysis: analyses.value(index, in: lesson))
  }

  /// Plans the cells that are no part of the lesson's program; `before` gives what such a cell may refer to.
  private mutating func addOthers(of lesson: Int, before: (Int) -> [Piece]) {
    let frontMatter = group.lessons[0].frontMatter
    for cell in group.lessons[lesson].cells {
      let isAlone = cell.isIsolated || cell.kind != .swift
      guard let kind = cell.unitKind, !isRefused(cell.index, in: lesson),
        isAlone || cell.index < readableCells(of: lesson).endIndex
      else { continue }
      let context = isAlone ? [] : before(cell.index).map { $0.asContext() }
      add(Unit(kind, context + [piece(cell, in: lesson)], frontMatter: frontMatter))
    }
  }

  private mutating func addProgram(_ pieces: [Piece], _ frontMatter: FrontMatter) {
    if pieces.contains(where: { !$0.isContext }) { add(Unit(.program, pieces, frontMatter: frontMatter)) }
  }

  private mutating func add(_ unit: Unit) {
    for (index, piece) in unit.pieces.enumerated() where !piece.isContext {
      sources[piece.origin] = Source(unit: units.count, piece: index)
    }
    units.append(unit)
  }
}

extension GroupPlan {
  /// A value, and after how many of the program's cells it is computed.
  private typealias PlacedValue = (piece: Piece, after: Int)

  /// The values in a lesson's sentences, each after the cells that stand before it.
  ///
  /// A value that mentions a name of a later cell waits for that cell: a sentence may announce a result.
  private mutating func placedValues(of lesson: Int, among cells: [Piece]) -> [PlacedValue] {
    var placed: [PlacedValue] = []
    let declaring = Self.cellsByName(cells)
    let readable = readableCells(of: lesson).count
    for (index, value) in group.lessons[lesson].inlineValues.enumerated()
    where value.precedingCells <= readable && analyses.value(index, in: lesson).refusal == nil {
      let piece = piece(value, index, in: lesson)
      if let problem = Self.problem(of: piece, value) {
        diagnostics[lesson].append(problem)
        continue
      }
      let shown = cellsShown(before: value, in: lesson)
      let before = cells.lastIndex { shown.contains($0.origin) }.map { $0 + 1 } ?? 0
      placed.append((piece, max(before, Self.cellsNeeded(by: value.expression, declaring))))
    }
    return placed
  }

  /// The cells, by origin, that the reader has seen before a sentence.
  private func cellsShown(before value: InlineValue, in lesson: Int) -> Set<Piece.Origin> {
    var shown: Set<Piece.Origin> = []
    for cell in group.lessons[lesson].cells.prefix(value.precedingCells) {
      if case .use(let id) = cell.kind, let original = group.lessons[0].cells.first(where: { $0.id == id }) {
        shown.insert(.init(lesson: 0, index: original.index, isValue: false))
      } else {
        shown.insert(.init(lesson: lesson, index: cell.index, isValue: false))
      }
    }
    return shown
  }

  /// For each declared name, after how many cells it is there.
  private static func cellsByName(_ cells: [Piece]) -> [String: Int] {
    var known: [String: Int] = [:]
    for (index, cell) in cells.enumerated() {
      for declaration in cell.analysis.declarations { known[declaration.name] = index + 1 }
    }
    return known
  }

  private static func cellsNeeded(by expression: String, _ declaring: [String: Int]) -> Int {
    let words = expression.utf8.split { byte in
      !(byte == 0x5F || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20))
    }
    return words.compactMap { declaring[String(decoding: $0, as: UTF8.self)] }.max() ?? 0
  }

  private static func problem(of piece: Piece, _ value: InlineValue) -> Diagnostic? {
    let analysis = piece.analysis
    if analysis.firstProblem == nil, analysis.itemCount == 1, analysis.shownExpression != nil { return nil }
    return Diagnostic(
      .error, "invalid-expression", "'\(value.expression)' is not a Swift expression with a value",
      path: piece.path, at: value.position, length: value.expression.utf8.count,
      help: "write one expression, such as `{swift} 1 + 1`; code with several steps belongs in a block")
  }

  private static func interleave(_ cells: [Piece], _ values: [PlacedValue]) -> [Piece] {
    var pieces: [Piece] = []
    for count in 0...cells.count {
      if count > 0 { pieces.append(cells[count - 1]) }
      pieces += values.filter { $0.after == count }.map(\.piece)
    }
    return pieces
  }
}

extension Piece {
  fileprivate func asContext() -> Piece {
    var copy = self
    copy.isContext = true
    return copy
  }
}

extension Cell {
  /// What is done with a cell that is no part of the lesson's program; nil if it is, or is only shown.
  fileprivate var unitKind: Unit.Kind? {
    if case .experiment = kind { return expectation == .ignore ? nil : .experiment }
    guard kind == .swift else { return nil }
    switch expectation {
    case .runs: return isIsolated ? .program : nil
    case .fails: return .rejection
    case .traps: return .trap
    case .norun: return .compilation
    case .ignore: return nil
    }
  }
}
