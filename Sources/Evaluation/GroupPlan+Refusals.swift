import CourseModel

extension GroupPlan {
  /// Whether the parser has not read a cell's code.
  package func isRefused(_ cell: Int, in lesson: Int) -> Bool {
    analyses.cell(cell, in: lesson).refusal != nil
  }

  /// The cells before the first part of the program that the parser has not read; after it nothing makes sense.
  func readableCells(of lesson: Int) -> ArraySlice<Cell> {
    let first = lesson == 0 ? nil : firstRefusal(in: 0)
    return first == nil ? group.lessons[lesson].cells.prefix(firstRefusal(in: lesson) ?? .max) : []
  }

  private func firstRefusal(in lesson: Int) -> Int? {
    group.lessons[lesson].cells.firstIndex {
      isRefused($0.index, in: lesson) && $0.expectation == .runs && !$0.isIsolated
    }
  }

  /// What is wrong with the cells and values of a lesson that the parser has not read.
  func refusals(in lesson: Int) -> [Diagnostic] {
    let cells = group.lessons[lesson].cells.map { piece($0, in: lesson) }
    let values = group.lessons[lesson].inlineValues.enumerated().map { piece($1, $0, in: lesson) }
    return (cells + values).compactMap { piece in
      guard let refusal = piece.analysis.refusal else { return nil }
      let place = Place(piece: 0, offset: refusal.offset, length: 1, in: piece.source)
      return Problem(.error, "unreadable-code", refusal.message, at: place, help: refusal.help)
        .diagnostic([piece])
    }
  }
}
