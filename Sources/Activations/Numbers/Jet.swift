/// A number together with its first and second derivative with respect to one variable.
public struct Jet: Sendable, Hashable {
  /// The number.
  public var value: Double
  /// Its derivative.
  public var first: Double
  /// The derivative of its derivative.
  public var second: Double

  /// A number and its derivatives; a constant, when only the number is given.
  public init(_ value: Double, _ first: Double = 0, _ second: Double = 0) {
    self.value = value
    self.first = first
    self.second = second
  }

  /// The variable itself, at `x`.
  public static func variable(at x: Double) -> Jet { Jet(x, 1, 0) }
}
