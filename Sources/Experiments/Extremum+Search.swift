import Activations

extension Activation.Extremum {
  /// The place of a range at which a function is furthest from 0, where it is finite.
  ///
  /// Looked for on a grid, then by golden sections between the neighbours of the best point, which is the place
  /// itself when no two maxima lie within a step of the grid.
  static func farthestFromZero(
    of function: (Double) -> Double, over range: ClosedRange<Double>, points: Int = 2001
  ) -> Activation.Extremum? {
    func size(_ x: Double) -> Double {
      let y = function(x).magnitude
      return y.isNaN ? -1 : y
    }
    let xs = linspace(range.lowerBound, range.upperBound, points)
    guard let best = xs.indices.max(by: { size(xs[$0]) < size(xs[$1]) }), size(xs[best]) >= 0 else {
      return nil
    }
    let (left, right) = (xs[max(best - 1, 0)], xs[min(best + 1, xs.count - 1)])
    let refined = goldenSection(size, left, right)
    let place = size(refined) > size(xs[best]) ? refined : xs[best]
    return Activation.Extremum(function(place), at: place)
  }

  private static func goldenSection(_ size: (Double) -> Double, _ left: Double, _ right: Double) -> Double {
    let ratio = 0.6180339887498949
    var (a, b) = (left, right)
    var (c, d) = (b - ratio * (b - a), a + ratio * (b - a))
    var (atC, atD) = (size(c), size(d))
    for _ in 0..<60 {
      if atC > atD {
        (b, d, atD) = (d, c, atC)
        c = b - ratio * (b - a)
        atC = size(c)
      } else {
        (a, c, atC) = (c, d, atD)
        d = a + ratio * (b - a)
        atD = size(d)
      }
    }
    return a / 2 + b / 2
  }
}
