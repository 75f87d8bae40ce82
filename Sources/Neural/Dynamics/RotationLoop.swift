import Activations

/// Two units that turn each other: h ← f(g·R·h), where R rotates the plane by an angle.
///
/// Around 0 the linear part has the eigenvalues g·f′(0)·e^(±iθ). Below size 1 a trajectory spirals into 0; above it
/// spirals out until a bounded f holds it back: it ends on a closed curve around 0, a limit cycle.
public struct RotationLoop: Sendable {
  /// A state of both units.
  public typealias State = (x: Double, y: Double)

  /// f.
  public var activation: Activation
  /// g.
  public var gain: Double
  /// θ, in degrees.
  public var degrees: Double
  private let cosine: Double
  private let sine: Double

  /// A loop that turns by `degrees` and stretches by `gain` in each step.
  public init(_ activation: Activation = .tanh, gain: Double, degrees: Double = 36) {
    self.activation = activation
    self.gain = gain
    self.degrees = degrees
    (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
  }

  /// The next state.
  public func callAsFunction(_ h: State) -> State {
    (
      activation.value(gain * (cosine * h.x - sine * h.y)),
      activation.value(gain * (sine * h.x + cosine * h.y))
    )
  }

  /// The start and the states after 1, 2, …, `steps` steps.
  public func trajectory(from start: State, steps: Int) -> [State] {
    var states = [start]
    for _ in 0..<steps { states.append(self(states[states.count - 1])) }
    return states
  }

  /// The smallest and the largest distance from 0 among `window` states, after `steps` steps; `nil` where the state
  /// grew beyond all numbers.
  public func radii(from start: State, steps: Int = 4000, window: Int = 200) -> ClosedRange<Double>? {
    var h = start
    for _ in 0..<steps { h = self(h) }
    var (smallest, largest) = (Double.infinity, 0.0)
    for _ in 0..<window {
      h = self(h)
      let radius = (h.x * h.x + h.y * h.y).squareRoot()
      guard radius.isFinite else { return nil }
      (smallest, largest) = (min(smallest, radius), max(largest, radius))
    }
    return smallest...largest
  }
}
