import CourseModel
import Figures

/// A block as a page shows it: what the lesson says of it, whose code it is, and what became of it.
///
/// A block of a translation that only says `use=` has the base lesson's code and its own words.
struct ShownCell {
  /// The block of this lesson.
  let cell: Cell
  /// The block whose code is shown: of the base lesson where `cell` reuses it.
  let origin: Cell
  /// What became of it.
  let outcome: CellOutcome
  /// The block's own place on the page, beside that of the figure or table it shows.
  let blockAnchor: String
  /// Whether it stands in an exercise.
  var isInExercise = false

  /// Whether the code is on the page.
  var showsCode: Bool { cell.options.echo && origin.options.echo && !isSetup }
  /// Whether what came of it is on the page.
  var showsOutput: Bool { cell.options.output && origin.options.output && !isSetup }
  /// Whether it runs unseen.
  var isSetup: Bool { cell.isSetup || origin.isSetup }
  /// How the code is folded.
  var fold: CellOptions.CodeFold {
    cell.options.codeFold != .none ? cell.options.codeFold : origin.options.codeFold
  }
  /// Whether what came of it is folded with the code: in an exercise it gives the solution away.
  var foldsOutput: Bool { isInExercise && showsCode && fold == .folded && !isBroken }
  /// Whether a check that fails is what the lesson wants to show.
  var expectsFailure: Bool { origin.options.expect == .failure }
  /// What must happen to it.
  var expectation: Cell.Expectation { origin.expectation }

  /// The caption of what is numbered, or of whatever has one.
  var listingCaption: String? { cell.options.listingCaption ?? origin.options.listingCaption }
  /// The caption of the figure.
  var figureCaption: String? { cell.options.figureCaption ?? origin.options.figureCaption }
  /// The caption of the table.
  var tableCaption: String? { cell.options.tableCaption ?? origin.options.tableCaption }
  /// The author's words for who does not see the figure.
  var alternativeText: String? {
    cell.options.figureAlternativeText ?? origin.options.figureAlternativeText
  }
}

// MARK: - What carries the number

extension ShownCell {
  /// The place of the block on the page: the numbered thing's where the block itself has the number.
  var cardAnchor: String {
    isNumberedItself ? cell.numbered?.anchor ?? blockAnchor : blockAnchor
  }

  /// The place that the report leads to; empty where the block is not on the page.
  var reportAnchor: String { isVisible ? cardAnchor : "" }

  /// Whether any of it is on the page.
  var isVisible: Bool { showsCode || hasVisibleOutput }

  /// Whether anything that came of it is on the page; what failed always is.
  var hasVisibleOutput: Bool { isBroken || showsOutput && !outcome.outputs.isEmpty }

  /// Whether it should have run and did not, or not to its end.
  var isBroken: Bool { outcome.state == .failed || outcome.state == .skipped }

  /// Whether no figure or table among the outputs can carry the number.
  var isNumberedItself: Bool {
    guard let numbered = cell.numbered else { return false }
    return carrier(of: numbered.kind) == nil
  }

  /// Which output carries a number and caption of that kind: the first drawing, or the first table.
  ///
  /// Without a drawing the caption of a figure goes to the first thing that is not plain text.
  func carrier(of kind: Numbered.Kind) -> Int? {
    guard showsOutput else { return nil }
    switch kind {
    case .figure:
      return outcome.outputs.firstIndex { $0.isDrawing } ?? outcome.outputs.firstIndex { $0.isFigure }
    case .table: return outcome.outputs.firstIndex { $0.isTable }
    default: return nil
    }
  }
}

extension CellOutput {
  /// Whether it is more than text.
  fileprivate var isFigure: Bool {
    guard case .figure(let figure) = self else { return false }
    if case .text = figure { return false }
    return true
  }

  /// Whether it is a plot, or holds one.
  fileprivate var isDrawing: Bool {
    guard case .figure(let figure) = self else { return false }
    return figure.holdsDrawing
  }

  /// Whether it is a table.
  fileprivate var isTable: Bool {
    guard case .figure(.table) = self else { return false }
    return true
  }
}

extension Figure {
  /// Whether it is drawn, or a group that holds something that is.
  fileprivate var holdsDrawing: Bool {
    switch self {
    case .plot, .smallMultiples, .imageGrid, .diagram: true
    case .group(let figures): figures.contains { $0.holdsDrawing }
    case .text, .table, .check: false
    }
  }
}
