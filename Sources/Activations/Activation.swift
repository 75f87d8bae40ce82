/// A function of one number that a layer of a network can apply, with its derivative.
///
///     Activation.gelu(0.5)              // its value
///     Activation.gelu.derivative(0.5)   // its slope
///
/// Both functions are pure: the same argument gives the same bits, with and without optimisation, on every
/// CPU. Own functions must keep to that too, for the value may be used by several threads at once.
public struct Activation: @unchecked Sendable {
  /// The name in code and tables: `leakyReLU`.
  public var name: String
  /// The formula, in LaTeX.
  public var formula: String
  /// The formula of the derivative, in LaTeX.
  public var derivativeFormula: String
  /// Where the slope jumps.
  public var kinks: [Double]
  /// From the largest lower to the smallest upper bound of the values; the bounds themselves need not occur.
  public var range: ClosedRange<Double>
  /// The function.
  public var value: (Double) -> Double { didSet { kernel = nil } }
  /// Its slope; at a kink, a number between the slopes of both sides.
  public var derivative: (Double) -> Double { didSet { kernel = nil } }
  /// What computes arrays of floats faster than `value` would; nil for own functions.
  var kernel: Kernel?

  /// An activation out of its two functions.
  public init(
    _ name: String, formula: String = "", derivativeFormula: String = "", kinks: [Double] = [],
    range: ClosedRange<Double> = -Double.infinity ... .infinity,
    value: @escaping (Double) -> Double, derivative: @escaping (Double) -> Double
  ) {
    self.name = name
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.kinks = kinks
    self.range = range
    self.value = value
    self.derivative = derivative
  }

  /// The value at `x`.
  public func callAsFunction(_ x: Double) -> Double { value(x) }

  /// The values at `xs`.
  public func callAsFunction(_ xs: [Double]) -> [Double] { xs.map(value) }
}

extension Activation: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
