/// A check of the gradient of a function of several numbers.
///
/// ```swift
/// let check = GradientCheck("product", value: { [$0[0] * $0[1]] }) { x, cotangent in
///   [cotangent[0] * x[1], cotangent[0] * x[0]]
/// }
/// check.check(at: [2, 3]).passed
/// ```
///
/// What is checked is the product of a cotangent with the Jacobian, as reverse mode computes it: its component i
/// is the slope of ⟨cotangent, f⟩ along the coordinate i, and that can be measured from values.
public struct GradientCheck: @unchecked Sendable {
  /// The name of the function.
  public var name: String
  /// The function.
  public var value: ([Double]) -> [Double]
  /// The stated product of a cotangent with the Jacobian, given the argument and the cotangent.
  public var vjp: ([Double], [Double]) -> [Double]

  /// A function and its stated product of cotangent and Jacobian.
  public init(
    _ name: String, value: @escaping ([Double]) -> [Double],
    vjp: @escaping ([Double], [Double]) -> [Double]
  ) {
    self.name = name
    self.value = value
    self.vjp = vjp
  }

  /// Compares every component of the stated gradient at `x` with a slope measured along its coordinate.
  ///
  /// `x` of a point is the index of its component. Without a cotangent one is taken whose components are all
  /// different, so that no row of the Jacobian can hide behind another.
  public func check(at x: [Double], cotangent: [Double]? = nil) -> DerivativeCheck {
    let weights = cotangent ?? Self.cotangent(value(x).count)
    let stated = vjp(x, weights)
    var check = DerivativeCheck(name: name)
    check.variable = "component"
    var comparison = DerivativeCheck.Comparison(method: .differences)
    for index in 0..<max(x.count, stated.count) {
      let slope = index < stated.count ? stated[index] : .nan
      comparison.points.append(point(index, slope, at: x, weights))
    }
    check.points = comparison.points
    check.comparisons = [comparison]
    return check
  }

  /// One component, judged as a derivative of one number is.
  private func point(
    _ index: Int, _ stated: Double, at x: [Double], _ weights: [Double]
  ) -> DerivativeCheck.Point {
    var point = DerivativeCheck.Point(
      x: Double(index), stated: stated, measured: .nan, bound: 0, verdict: .wrong)
    guard index < x.count else { return point }
    let along = Activation(
      name, value: { Self.product(weights, value(Self.moved(x, index, $0))) },
      derivative: { t in
        let gradient = vjp(Self.moved(x, index, t), weights)
        return index < gradient.count ? gradient[index] : .nan
      })
    let check = along.checkDerivative(on: [x[index]])
    if let found = check.points.first {
      (point.measured, point.bound, point.verdict) = (found.measured, found.bound, found.verdict)
    } else if let kink = check.kinks.first(where: { $0.position == x[index] }) {
      point.measured = min(max(stated, min(kink.left, kink.right)), max(kink.left, kink.right))
      (point.bound, point.verdict) = (kink.slack, kink.isAccepted ? .correct : .wrong)
    }
    return point
  }

  /// Weights between ½ and 3/2, all different: the fractions of multiples of the golden ratio.
  private static func cotangent(_ count: Int) -> [Double] {
    (0..<count).map { index in
      let multiple = Double(index + 1) * 0.6180339887498949
      return 0.5 + multiple - multiple.rounded(.down)
    }
  }

  private static func moved(_ x: [Double], _ index: Int, _ t: Double) -> [Double] {
    var moved = x
    moved[index] = t
    return moved
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<min(a.count, b.count) { sum += a[index] * b[index] }
    return sum
  }
}
