/// A mistake that derivatives are written with.
///
/// ```swift
/// for mutation in Mutation.all {
///   if let wrong = mutation.applied(to: .gelu) { print(wrong.checkDerivative()) }
/// }
/// ```
public struct Mutation: @unchecked Sendable {
  /// The name in code and tables: `signFlipped`.
  public var name: String
  /// What is wrong, as a sentence.
  public var summary: String
  /// The wrong derivative of an activation.
  let derivative: (Activation) -> (Double) -> Double

  /// A mistake of one's own: what it makes of an activation's derivative.
  public init(
    _ name: String, _ summary: String, derivative: @escaping (Activation) -> (Double) -> Double
  ) {
    self.name = name
    self.summary = summary
    self.derivative = derivative
  }

  /// The activation with the wrong derivative; `nil` where the mistake makes no difference.
  ///
  /// Compared is on `grid`: rounding is no difference, nor is what happens at a kink itself.
  public func applied(
    to activation: Activation, on grid: [Double] = linspace(-8, 8, 161)
  ) -> Activation? {
    let wrong = derivative(activation)
    let places = grid.filter { x in !activation.kinks.contains { ($0.position - x).magnitude < 1e-9 } }
    let isDifferent = places.contains { x in
      let (right, wrong) = (activation.derivative(x), wrong(x))
      return !((right - wrong).magnitude <= 0x1p-36 * right.magnitude)
    }
    guard isDifferent else { return nil }
    var mutant = activation
    mutant.derivative = wrong
    return mutant
  }
}

extension Mutation: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
