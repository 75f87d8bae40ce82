/// The ranges of the numbers that an author or a user may write; a number outside is an error where it is written.
public enum Limits {
  /// The seconds that a run may take: no timer of a system keeps less, and nobody waits for more than a day.
  public static let seconds: ClosedRange<Double> = 0.001...86_400
  /// How far a printed number may lie from a stated one, as a part of it; more would hold for any number.
  public static let tolerance: ClosedRange<Double> = 0...1
  /// The bytes of a lesson's file, or of another text of the course: 64 MB.
  public static let sourceBytes = 64 << 20
  /// The years of works that are cited.
  public static let year = 1...9999
  /// How many lessons are evaluated at a time.
  public static let jobs = 1...256
  /// The columns that lessons and figures take in a terminal.
  public static let columns = 20...120
  /// The numbers that lessons' file names begin with.
  public static let lessonNumber = 0...999_999_999
}

extension ClosedRange where Bound: BinaryFloatingPoint & CustomStringConvertible {
  /// The range for messages, such as "from 0.001 to 86400".
  public var words: String { "from \(Self.text(lowerBound)) to \(Self.text(upperBound))" }

  private static func text(_ number: Bound) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}

extension ClosedRange where Bound: BinaryInteger {
  /// The range for messages, such as "from 1 to 256".
  public var words: String { "from \(lowerBound) to \(upperBound)" }
}
