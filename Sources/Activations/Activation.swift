/// A function of one number that a layer of a network can apply, with its derivatives.
///
/// ```swift
/// Activation.gelu(0.5)              // its value
/// Activation.gelu.derivative(0.5)   // its slope
/// Activation("swish") { x in x * sigmoid(x) }   // one's own; the slope follows from the formula
/// ```
///
/// All functions are pure: the same argument gives the same bits, with and without optimisation, on every
/// CPU. Own functions must keep to that too, for the value may be used by several threads at once.
public struct Activation: @unchecked Sendable {
  /// The name in code and tables: `leakyReLU`.
  public var name: String
  /// The function.
  public var value: (Double) -> Double { didSet { kernel = nil } }
  /// Its slope f′; at a kink, a number between the slopes of both sides.
  public var derivative: (Double) -> Double { didSet { kernel = nil } }
  /// The slope of its slope f″, where it is known.
  public var secondDerivative: ((Double) -> Double)?
  /// The function on jets: its formula, from which its derivatives follow by the chain rule.
  public var jet: ((Jet) -> Jet)?
  /// The function on complex numbers, where it is analytic.
  public var complex: ((Complex) -> Complex)?
  /// The formula, in LaTeX.
  public var formula: String
  /// The formula of the derivative, in LaTeX.
  public var derivativeFormula: String
  /// The numbers in the formula that can be chosen, as they are chosen here.
  public var parameters: [Parameter] = []
  /// Where the function is not smooth, from left to right.
  public var kinks: [Kink]
  /// From the largest lower to the smallest upper bound of the values; the bounds themselves need not occur.
  public var range: ClosedRange<Double>
  /// What is known of it beyond its values; `nil` for one's own.
  public var facts: Facts?
  /// What computes arrays of floats faster than `value` would; nil for one's own.
  var kernel: Kernel?

  /// An activation out of its two functions.
  ///
  /// The derivative is believed until `checkDerivative()` is asked.
  public init(
    _ name: String, formula: String = "", derivativeFormula: String = "", kinks: [Kink] = [],
    range: ClosedRange<Double> = -Double.infinity ... .infinity,
    value: @escaping (Double) -> Double, derivative: @escaping (Double) -> Double,
    secondDerivative: ((Double) -> Double)? = nil
  ) {
    self.name = name
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.kinks = kinks
    self.range = range
    self.value = value
    self.derivative = derivative
    self.secondDerivative = secondDerivative
  }

  /// An activation out of its formula; both derivatives follow from it by the chain rule, exactly.
  ///
  /// ```swift
  /// Activation("swish") { x in x * sigmoid(x) }
  /// ```
  public init(
    _ name: String, formula: String = "", derivativeFormula: String = "", kinks: [Kink] = [],
    range: ClosedRange<Double> = -Double.infinity ... .infinity,
    _ definition: @escaping (Jet) -> Jet
  ) {
    self.init(
      name, formula: formula, derivativeFormula: derivativeFormula, kinks: kinks, range: range,
      value: { definition(.variable(at: $0)).value },
      derivative: { definition(.variable(at: $0)).first },
      secondDerivative: { definition(.variable(at: $0)).second })
    jet = definition
  }

  /// The value at `x`.
  public func callAsFunction(_ x: Double) -> Double { value(x) }

  /// The value at `x`, computed in double precision and rounded once.
  @_disfavoredOverload
  public func callAsFunction(_ x: Float) -> Float { Float(value(Double(x))) }

  /// The values at `xs`.
  public func callAsFunction(_ xs: [Double]) -> [Double] { xs.map(value) }
}

extension Activation: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
