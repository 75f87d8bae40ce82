extension DerivativeCheck {
  /// Below this part of the largest slope of the grid, a slope moves nothing in double precision.
  public static let saturationThreshold = 1e-16

  /// Where the function is saturated on the left: |f′| is below 1e-16 of its maximum from there on.
  public var saturatedBelow: Double? {
    let limit = saturationLimit
    var edge: Double?
    for point in points.sorted(by: { $0.x < $1.x }) {
      guard point.stated.magnitude < limit else { break }
      edge = point.x
    }
    return edge
  }

  /// Where the function is saturated on the right: |f′| is below 1e-16 of its maximum from there on.
  public var saturatedAbove: Double? {
    let limit = saturationLimit
    var edge: Double?
    for point in points.sorted(by: { $0.x > $1.x }) {
      guard point.stated.magnitude < limit else { break }
      edge = point.x
    }
    return edge
  }

  private var saturationLimit: Double {
    let slopes = points.lazy.map { $0.stated.magnitude }.filter { $0.isFinite }
    return (slopes.max() ?? 0) * Self.saturationThreshold
  }
}
