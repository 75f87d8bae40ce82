/// The `//|` options of a block; names and defaults are Quarto's where Quarto has them.
public struct CellOptions: Sendable, Hashable {
  /// How the code is folded.
  public enum CodeFold: String, Sendable, Hashable {
    /// Always visible (`false`).
    case none
    /// Folded until opened (`true`).
    case folded
    /// Open, and can be folded (`show`).
    case open
  }

  /// What a block is expected to come to.
  public enum Expect: String, Sendable, Hashable, CaseIterable {
    /// Every check that it shows passes.
    case success
    /// A check that it shows fails; that no check fails is the error.
    case failure
  }

  /// `echo`: whether the code is shown.
  public var echo = true
  /// `output`: whether what it prints and shows is shown.
  public var output = true
  /// `warning`: whether the compiler's warnings are shown.
  public var warning = true
  /// `code-fold`: how the code is folded.
  public var codeFold = CodeFold.none
  /// `code-summary`: the words on the fold.
  public var codeSummary: String?
  /// `label`: the name for references, such as `fig-relu`.
  public var label: String?
  /// `fig-cap`: the figure's caption.
  public var figureCaption: String?
  /// `fig-alt`: the figure's alternative text, instead of the computed one.
  public var figureAlternativeText: String?
  /// `lst-cap`: the listing's caption.
  public var listingCaption: String?
  /// `tbl-cap`: the table's caption.
  public var tableCaption: String?
  /// `timeout`: the seconds this block may take, instead of the lesson's.
  public var timeout: Double?
  /// `tolerance`: the relative tolerance for the numbers of its `output` fence.
  public var tolerance: Double?
  /// `seed`: the seed of the generator that the block is given.
  public var seed: UInt64?
  /// `needs`: files that the block reads, relative to the lessons folder.
  public var needs: [String] = []
  /// `expect`: what the block is expected to come to.
  public var expect = Expect.success

  /// The defaults.
  public init() {}
}
