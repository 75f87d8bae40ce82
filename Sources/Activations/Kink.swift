/// A place where an activation is not smooth.
///
/// A bare number stands for a place whose kind is not known yet: `kinks: [0]`.
public struct Kink: Sendable, Hashable {
  /// What breaks off there.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// The value jumps: there is no slope.
    case jump
    /// The value is continuous, the slope jumps.
    case kink
    /// The slope is continuous, the second derivative jumps.
    case curvature
  }

  /// The function as seen from one side.
  public struct Side: Sendable, Hashable {
    /// The limit of the value.
    public var value: Double
    /// The limit of the slope.
    public var slope: Double
    /// The limit of the second derivative.
    public var curvature: Double

    /// The limits of value, slope and second derivative.
    public init(_ value: Double, _ slope: Double, _ curvature: Double = 0) {
      self.value = value
      self.slope = slope
      self.curvature = curvature
    }
  }

  /// What a framework returns at the very place, in double precision, as recorded.
  public struct Convention: Sendable, Hashable {
    /// The framework that was asked.
    public var framework: Framework
    /// The value it returns.
    public var value: Double
    /// The slope it returns; `nil` where it refuses.
    public var slope: Double?

    /// What `framework` returns.
    public init(_ framework: Framework, _ value: Double, _ slope: Double?) {
      self.framework = framework
      self.value = value
      self.slope = slope
    }
  }

  /// Where it is.
  public var position: Double
  /// What breaks off, if it is known.
  public var kind: Kind?
  /// The function as seen from the left, if it is known.
  public var left: Side?
  /// The function as seen from the right, if it is known.
  public var right: Side?
  /// What the frameworks make of it.
  public var conventions: [Convention]

  /// A place of which everything is known.
  public init(
    _ kind: Kind, at position: Double, left: Side, right: Side, conventions: [Convention] = []
  ) {
    self.position = position
    self.kind = kind
    self.left = left
    self.right = right
    self.conventions = conventions
  }

  /// A place of which nothing else is known.
  public init(at position: Double) {
    self.position = position
    conventions = []
  }
}

extension Kink: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A place of which nothing else is known.
  public init(floatLiteral position: Double) { self.init(at: position) }

  /// A place of which nothing else is known.
  public init(integerLiteral position: Int) { self.init(at: Double(position)) }
}
