/// Why a formula could not be drawn.
public struct MathError: Error, Hashable, Sendable {
  /// What is wrong, in one sentence without a final full stop.
  public let message: String
  /// Where in the formula, counted in UTF-8 bytes, when a place is known.
  public let offset: Int?
  /// A way out, when there is one to tell.
  public let help: String?

  package init(_ message: String, offset: Int? = nil, help: String? = nil) {
    self.message = message
    self.offset = offset
    self.help = help
  }
}

extension MathError {
  /// The Debian packages that mathematics needs, and the command that installs them.
  public static let installation = "apt-get install libjs-katex fonts-katex"

  static func missing(_ path: String) -> MathError {
    MathError(
      "KaTeX is not installed: cannot read \(path)",
      help: "install the Debian packages libjs-katex and fonts-katex: \(installation)")
  }
}
