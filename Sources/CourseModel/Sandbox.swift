/// What a course says of the confinement of its programs: `sandbox:` in `course.yml`.
public struct Sandbox: Sendable, Hashable {
  /// Absolute paths that programs may read beside their own files.
  public var readable: [String] = []
  /// Whether nothing may run on a machine that cannot confine it.
  public var isRequired = false

  /// The defaults: nothing more is readable, and a machine that cannot confine runs all the same.
  public init() {}
}
