extension LessonOutcome {
  /// The outcome with the texts of its figures in another language.
  public func translated(by book: Phrasebook) -> LessonOutcome {
    guard !book.isEmpty else { return self }
    var outcome = self
    for cell in cells.indices {
      outcome.cells[cell].outputs = cells[cell].outputs.map { output in
        guard case .figure(let figure) = output else { return output }
        return .figure(figure.mapTexts(book.translate))
      }
    }
    return outcome
  }
}
