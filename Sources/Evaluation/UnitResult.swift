import CourseModel
import Figures

/// Something that a piece printed or showed, and where.
package struct PlacedOutput: Sendable, Hashable {
  package var output: CellOutput
  /// Where it was shown, if the run told.
  package var place: Place?

  /// An output, and where it was shown.
  package init(output: CellOutput, place: Place? = nil) {
    self.output = output
    self.place = place
  }
}

/// What became of one part of a program.
package struct PieceResult: Sendable, Hashable {
  package var state: CellOutcome.State
  package var outputs: [PlacedOutput] = []
  /// The text of a value.
  package var text: String?
}

/// What became of a program.
package struct UnitResult: Sendable, Hashable {
  /// One result a piece.
  package var pieces: [PieceResult]
  /// What went wrong.
  package var problems: [Problem] = []

  /// A program of which nothing has run.
  package init(count: Int) {
    pieces = Array(repeating: PieceResult(state: .skipped), count: count)
  }

  /// Whether the same program would have the same result again: it had no fault.
  package var isReusable: Bool { !problems.contains { $0.severity == .error } }
}
