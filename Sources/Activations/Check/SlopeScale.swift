/// How large the values and slopes of an activation are where it lives.
///
/// Formulas such as 1 − tanh² x subtract numbers of size 1 and lose what is smaller than their rounding: a slope
/// of 1e-17 then becomes 0. Such an error is no mistake in the formula; it leaves the point undecided.
struct SlopeScale {
  /// The largest stated slope on the grid.
  let largest: Double
  private let slope: Double
  private let value: Double

  init(of activation: Activation, on grid: [Double]) {
    var largest = 0.0
    for x in grid {
      let slope = activation.derivative(x).magnitude
      if slope.isFinite { largest = max(largest, slope) }
    }
    self.largest = largest
    let center = linspace(-1, 1, 9)
    slope = center.map { activation.derivative($0).magnitude }.filter { $0.isFinite }.max() ?? 0
    value = center.map { activation($0).magnitude }.filter { $0.isFinite }.max() ?? 0
  }

  /// The largest error of a slope that may come from lost digits.
  var lostDigits: Double { 8 * 0x1p-53 * slope }

  /// The largest error of the value at `x` that may come from lost digits.
  func lostValue(at x: Double) -> Double { 8 * 0x1p-53 * (value + x.magnitude * slope) }
}
