/// Something that evaluation needs and did not find.
public struct MissingTool: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is missing, in one sentence without a full stop.
  public var message: String
  /// What to do about it.
  public var help: String

  /// The message and the way out.
  public var description: String { "\(message)\nhelp: \(help)" }
}
