extension Jet: Comparable {
  /// Whether the values are equal, whatever the derivatives.
  public static func == (a: Jet, b: Jet) -> Bool { a.value == b.value }

  /// Whether the value of the first is less.
  public static func < (a: Jet, b: Jet) -> Bool { a.value < b.value }

  /// Whether the value of the first is less or equal; neither if one is NaN.
  public static func <= (a: Jet, b: Jet) -> Bool { a.value <= b.value }

  /// Whether the value of the first is greater.
  public static func > (a: Jet, b: Jet) -> Bool { a.value > b.value }

  /// Whether the value of the first is greater or equal; neither if one is NaN.
  public static func >= (a: Jet, b: Jet) -> Bool { a.value >= b.value }

  /// Whether the value is NaN.
  public var isNaN: Bool { value.isNaN }

  /// The absolute value; at 0 its slope is 0, as in the frameworks.
  public var magnitude: Jet {
    if value == 0 { return Jet(0) }
    return value < 0 ? -self : self
  }
}

/// The absolute value of a jet; at 0 its slope is 0, as in the frameworks.
public func abs(_ x: Jet) -> Jet { x.magnitude }

/// The larger of two jets.
///
/// Of equal values the one with the lesser slope: coming from the left, it is the larger until then. So
/// `max(x, 0)` and `max(0, x)` both have the slope 0 at 0, the convention for ReLU. NaN if one is NaN.
public func max(_ a: Jet, _ b: Jet) -> Jet {
  if a.value == b.value { return a.first <= b.first ? a : b }
  return a.value > b.value || a.isNaN ? a : b
}

/// The smaller of two jets.
///
/// Of equal values the one with the larger slope: coming from the left, it is the smaller until then. So
/// min(x, 1) has the slope 1 at 1. NaN if one is NaN.
public func min(_ a: Jet, _ b: Jet) -> Jet {
  if a.value == b.value { return a.first >= b.first ? a : b }
  return a.value < b.value || a.isNaN ? a : b
}
