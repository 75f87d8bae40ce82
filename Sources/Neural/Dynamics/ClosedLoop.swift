import Activations

/// The smallest feedback network: one unit that hears itself, h ← f(w·h + b).
///
/// ```swift
/// let loop = ClosedLoop(.tanh, weight: 1.5)
/// loop.limit(from: 0.3).points          // [0.8585596…]
/// loop.fixedPoints(in: -2...2)          // −0.86, 0 and 0.86, each with its multiplier
/// ```
public struct ClosedLoop: Sendable {
  /// f.
  public var activation: Activation
  /// w.
  public var weight: Double
  /// b.
  public var bias: Double

  /// A loop through `activation`.
  public init(_ activation: Activation, weight: Double, bias: Double = 0) {
    self.activation = activation
    self.weight = weight
    self.bias = bias
  }

  /// The next state, f(w·h + b).
  public func callAsFunction(_ h: Double) -> Double { activation.value(weight * h + bias) }

  /// The start and the states after 1, 2, …, `steps` steps.
  public func trajectory(from start: Double, steps: Int) -> [Double] {
    var states = [start]
    for _ in 0..<steps { states.append(self(states[states.count - 1])) }
    return states
  }

  /// The state after `steps` steps.
  public func state(after steps: Int, from start: Double) -> Double {
    var h = start
    for _ in 0..<steps { h = self(h) }
    return h
  }

  /// The multiplier at a state: w·f′(w·h + b), the factor of a small distance in one step.
  public func multiplier(at h: Double) -> Double { weight * activation.derivative(weight * h + bias) }

  /// The product of the multipliers along a trajectory: ∂h_t/∂h_0.
  public func gradient(from start: Double, steps: Int) -> Double {
    trajectory(from: start, steps: steps).dropLast().reduce(1) { $0 * multiplier(at: $1) }
  }
}

/// What becomes of small distances: a multiplier m turns each into m times itself.
public enum Stability: String, Sendable, CaseIterable {
  /// |m| < 1: they shrink, the point draws its neighbours in.
  case attracting
  /// |m| = 1: the slope does not decide.
  case neutral
  /// |m| > 1: they grow, the point drives its neighbours away.
  case repelling

  /// The verdict on a multiplier; NaN is neutral.
  public init(multiplier: Double) {
    let size = multiplier.magnitude
    self = size < 1 ? .attracting : size > 1 ? .repelling : .neutral
  }
}

/// A state that a loop maps to itself.
public struct FixedPoint: Sendable, Hashable {
  /// The state.
  public let state: Double
  /// The multiplier there.
  public let multiplier: Double

  /// Whether it draws its neighbours in.
  public var stability: Stability { Stability(multiplier: multiplier) }
}
