import Activations

/// A number that remembers what it was computed from, so that `backward()` can find its slopes.
///
/// ```swift
/// let a = Value(-4), b = Value(2)
/// let g = (a * b + b.pow(3)).tanh()
/// g.backward()
/// print(a.gradient)     // ∂g/∂a
/// ```
///
/// This is the whole of reverse-mode differentiation on scalars, after Karpathy's micrograd: every operation notes its
/// inputs and its slope with respect to each, and `backward()` walks the graph from the result to the inputs.
public final class Value {
  /// The number.
  public var data: Double
  /// ∂(the value `backward()` was called on)/∂(this one), summed over all paths and calls.
  public var gradient = 0.0
  private var inputs: [Value]
  /// The slope of this value with respect to each input.
  private let slopes: [Double]
  /// How many values of the graph that is being walked use this one, and have not been walked yet.
  private var uses = 0
  /// What has arrived of this walk's gradient; 0 at other times.
  private var arriving = 0.0

  /// A number that is not computed from others.
  public init(_ data: Double) {
    self.data = data
    inputs = []
    slopes = []
  }

  private init(_ data: Double, from inputs: [Value], slopes: [Double]) {
    self.data = data
    self.inputs = inputs
    self.slopes = slopes
  }

  /// Lets go of the inputs one after the other: left to themselves, a long chain would release each within the next.
  deinit {
    var orphans = inputs
    inputs = []
    while var orphan = orphans.popLast() {
      guard isKnownUniquelyReferenced(&orphan) else { continue }
      orphans.append(contentsOf: orphan.inputs)
      orphan.inputs = []
    }
  }
}

extension Value {
  /// Adds ∂(this)/∂v to the gradient of every value v that this one was computed from, and 1 to its own.
  ///
  /// A value passes its gradient on when all that use it have done so. The walk is a loop with a list of its own, so
  /// that the graph may be a million operations deep.
  public func backward() {
    countUses()
    arriving = 1
    var ready = [self]
    while let value = ready.popLast() {
      let share = value.arriving
      value.gradient += share
      value.arriving = 0
      for (input, slope) in zip(value.inputs, value.slopes) {
        input.arriving += slope * share
        input.uses -= 1
        if input.uses == 0 { ready.append(input) }
      }
    }
  }

  private func countUses() {
    var found = [self]
    while let value = found.popLast() {
      for input in value.inputs {
        input.uses += 1
        if input.uses == 1 { found.append(input) }
      }
    }
  }
}

extension Value {
  /// The sum; slopes 1 and 1.
  public static func + (a: Value, b: Value) -> Value {
    Value(a.data + b.data, from: [a, b], slopes: [1, 1])
  }

  /// The difference; slopes 1 and −1.
  public static func - (a: Value, b: Value) -> Value {
    Value(a.data - b.data, from: [a, b], slopes: [1, -1])
  }

  /// The product; the slope of each factor is the other one.
  public static func * (a: Value, b: Value) -> Value {
    Value(a.data * b.data, from: [a, b], slopes: [b.data, a.data])
  }

  /// The quotient; slopes 1/b and −a/b².
  public static func / (a: Value, b: Value) -> Value {
    Value(a.data / b.data, from: [a, b], slopes: [1 / b.data, -a.data / (b.data * b.data)])
  }

  /// The opposite number; slope −1.
  public static prefix func - (a: Value) -> Value { Value(-a.data, from: [a], slopes: [-1]) }

  /// The power xⁿ for a constant n; slope n·xⁿ⁻¹.
  public func pow(_ exponent: Double) -> Value {
    Value(
      power(data, exponent), from: [self],
      slopes: [exponent == 0 ? 0 : exponent * power(data, exponent - 1)])
  }

  /// eˣ, which is its own slope.
  public func exp() -> Value {
    let power = Activations.exp(data)
    return Value(power, from: [self], slopes: [power])
  }

  /// The natural logarithm; slope 1/x.
  public func log() -> Value { Value(Activations.log(data), from: [self], slopes: [1 / data]) }

  /// max(0, x); the slope at 0 is 0.
  public func relu() -> Value { map(.relu) }

  /// The hyperbolic tangent; slope 1 − tanh² x.
  public func tanh() -> Value { map(.tanh) }

  /// 1/(1 + e⁻ˣ); slope σ(x)·σ(−x).
  public func sigmoid() -> Value { map(.sigmoid) }

  /// An activation of the catalogue, or one's own.
  public func map(_ activation: Activation) -> Value {
    Value(activation.value(data), from: [self], slopes: [activation.derivative(data)])
  }
}

extension Value: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// A constant: `2.5 * x`.
  public convenience init(floatLiteral value: Double) { self.init(value) }

  /// A constant: `2 * x`.
  public convenience init(integerLiteral value: Int) { self.init(Double(value)) }

  /// `Value(data: 2.0, gradient: 0.5)`.
  public var description: String { "Value(data: \(data), gradient: \(gradient))" }
}
