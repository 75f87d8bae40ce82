/// A comparison of something stated with something measured, and its verdict.
///
/// The numbers are those of the worst point, the one with the largest `margin`.
public struct Check: Sendable, Hashable {
  /// What was checked: `gelu`.
  public var name: String
  /// What was compared with what, in one sentence.
  public var comparison: String
  /// How many points were compared.
  public var points: Int
  /// The argument at which the two differ most, measured in `bound`s.
  public var worstPoint: Double
  /// The stated number there.
  public var stated: Double
  /// The measured number there.
  public var measured: Double
  /// How much of a difference the measurement itself explains there.
  public var bound: Double
  /// The relative error that would have been seen if every stated number had it.
  public var resolution: Double
  /// Whether every difference stays within its bound: said by whoever compared, and borne out by the numbers here.
  public var passed: Bool { isSaidToPass && agrees }
  /// Whether whoever compared found every difference within its bound.
  let isSaidToPass: Bool
  /// What else was found, one sentence each.
  public var notes: [String]
  /// What there is to look at.
  public var figures: [Figure]

  /// The result of a comparison, which `passed` only if the numbers say so, too.
  public init(
    name: String, comparison: String, points: Int, worstPoint: Double, stated: Double, measured: Double,
    bound: Double, resolution: Double, passed: Bool, notes: [String] = [], figures: [Figure] = []
  ) {
    self.name = name
    self.comparison = comparison
    self.points = points
    self.worstPoint = worstPoint
    self.stated = stated
    self.measured = measured
    self.bound = bound
    self.resolution = resolution
    isSaidToPass = passed
    self.notes = notes
    self.figures = figures
  }

  /// Whether the two numbers are the same, or as near to each other as the bound allows.
  private var agrees: Bool { stated == measured || error <= bound }

  /// The distance between stated and measured.
  public var error: Double { (stated - measured).magnitude }

  /// The error in units of the bound: above 1 the check fails.
  public var margin: Double { error == 0 ? 0 : error / bound }
}
