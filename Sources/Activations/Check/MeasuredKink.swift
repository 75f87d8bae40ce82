extension DerivativeCheck {
  /// A place where the second derivative, the slope or even the value jumps, as the values show it.
  public struct MeasuredKink: Sendable, Hashable {
    /// Where it is.
    public var position: Double
    /// What breaks off there.
    public var kind: Kink.Kind
    /// The slope on its left.
    public var left: Double
    /// The slope on its right.
    public var right: Double
    /// The derivative as stated there.
    public var stated: Double
    /// By how much the value jumps; if it does, there is no slope, and nothing to check.
    public var jump: Double
    /// How far the slopes of both sides may be off.
    public var slack: Double
    /// How far from `position` it may be.
    public var uncertainty: Double
    /// What frameworks return there, where the activation knows.
    public var conventions: [Kink.Convention] = []

    /// Whether the stated derivative lies between both slopes: it is then one of the subgradients.
    ///
    /// Where the value jumps, anything is accepted; where it runs off to infinity, nothing.
    public var isAccepted: Bool { jump > 0 ? jump.isFinite : hasBetween(stated) }

    /// Whether a slope lies between those of both sides.
    public func hasBetween(_ slope: Double) -> Bool {
      slope >= min(left, right) - slack && slope <= max(left, right) + slack
    }

    /// The frameworks that return the stated slope.
    public var agreeing: [Framework] {
      conventions.filter { $0.slope == stated }.map { $0.framework }
    }
  }
}
