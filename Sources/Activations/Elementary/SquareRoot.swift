/// The square root of x, correctly rounded.
///
/// NaN below 0.
@_disfavoredOverload
public func sqrt(_ x: Double) -> Double { x.squareRoot() }
