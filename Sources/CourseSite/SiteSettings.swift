import ContentStore
import CourseModel

/// What a site depends on besides the course and its outcomes.
public struct SiteSettings: Sendable {
  /// The folder that lessons' images and other files are relative to.
  public var lessonsFolder: String
  /// What the pages depend on besides their content: another digest, and nothing made before is used again.
  public var toolDigest: Digest
  /// The tool's version, as the report prints it.
  public var toolVersion: String
  /// The compiler's version, as the report prints it.
  public var compilerVersion: String
  /// Whether what ran was confined, as the report says; nil where nothing was evaluated.
  public var isConfined: Bool?
  /// What lessons could read beside their own files, as the report says.
  public var readable: [String]
  /// What was found wrong before evaluation, such as by the parser; a draft shows it on the lessons' pages.
  public var problems: [Diagnostic]
  /// Whether lessons that failed, and lessons marked as drafts, get a page too.
  public var isDraft: Bool
  /// What the reference pages say; nil for a course without them.
  public var reference: ActivationReference?
  /// What the list of experiments says of each.
  public var experiments: ExperimentSummaries

  /// Settings of a site.
  public init(
    lessonsFolder: String, toolDigest: Digest, toolVersion: String = "", compilerVersion: String = "",
    isConfined: Bool? = nil, readable: [String] = [], problems: [Diagnostic] = [], isDraft: Bool = false,
    reference: ActivationReference? = nil, experiments: ExperimentSummaries = ExperimentSummaries()
  ) {
    self.lessonsFolder = lessonsFolder
    self.toolDigest = toolDigest
    self.toolVersion = toolVersion
    self.compilerVersion = compilerVersion
    self.isConfined = isConfined
    self.readable = readable
    self.problems = problems
    self.isDraft = isDraft
    self.reference = reference
    self.experiments = experiments
  }
}
