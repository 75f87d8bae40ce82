/// The rectangle of a drawing in which the curves are.
struct PlotArea {
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }

  /// Where a point of the unit square lies.
  func place(_ point: UnitPoint) -> UnitPoint {
    UnitPoint(x: left + point.x * width, y: top + (1 - point.y) * height)
  }
}
