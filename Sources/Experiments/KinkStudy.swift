import Activations

/// What the values around a point say of it, from halving to halving of a step h.
///
/// J(h) is the difference of the one-sided slopes, S(h) that of the one-sided second differences. When h is halved,
/// a smooth place halves J, a kink keeps it and a jump of the value doubles it; where J is halved, S tells
/// a jump of the second derivative, which keeps it, from none.
struct KinkStudy {
  /// The numbers of one step.
  struct Level {
    var step: Double
    /// (f(x) − f(x − h))/h.
    var left: Double
    /// (f(x + h) − f(x))/h.
    var right: Double
    /// |right − left|.
    var bend: Double
    /// The difference of the one-sided second differences.
    var turn: Double
    /// J(h)/J(h/2), where neither is rounding; ∞ where nothing is left with the smaller step.
    var bendRatio: Double?
    /// S(h)/S(h/2), likewise.
    var turnRatio: Double?
  }

  let levels: [Level]

  /// The steps ¼, ⅛, … of which there are `halvings` after the first.
  init(of function: (Double) -> Double, at x: Double, halvings: Int) {
    var levels = (0...halvings).map { Self.level(of: function, at: x, step: 0.25 / Double(1 << $0)) }
    let size = [x - 0.25, x, x + 0.25].map { function($0).magnitude }.filter(\.isFinite).max() ?? 0
    let slope = levels.map { max($0.left.magnitude, $0.right.magnitude) }.filter(\.isFinite).min() ?? 0
    let rounding = 0x1p-53 * (size + x.magnitude * slope)
    for index in levels.indices.dropLast() {
      let (here, next) = (levels[index], levels[index + 1])
      levels[index].bendRatio = Self.ratio(here.bend, next.bend, noise: 64 * rounding / next.step)
      levels[index].turnRatio = Self.ratio(
        here.turn, next.turn, noise: 256 * rounding / (next.step * next.step))
    }
    self.levels = levels
  }

  /// What breaks off at the point; `nil` where nothing does that the values would show.
  var kind: Kink.Kind? {
    guard let bend = settled(\.bendRatio) else { return settledTurn }
    if bend < 0.75 { return .jump }
    return bend < 1.5 ? .kink : settledTurn
  }

  private var settledTurn: Kink.Kind? {
    guard let turn = settled(\.turnRatio) else { return nil }
    return turn < 1.5 ? .curvature : nil
  }

  /// The ratio to which the last halvings tend: the middle one of three.
  ///
  /// What was only within reach of the larger steps is not here: the last ratio is then ∞.
  private func settled(_ ratio: (Level) -> Double?) -> Double? {
    let last = levels.compactMap(ratio).suffix(3)
    if last.last == .infinity { return .infinity }
    return last.isEmpty ? nil : last.sorted()[last.count / 2]
  }

  private static func level(of function: (Double) -> Double, at x: Double, step h: Double) -> Level {
    let value = function(x)
    let (left, right) = (function(x - h), function(x + h))
    let (leftSlope, rightSlope) = ((value - left) / h, (right - value) / h)
    let leftTurn = (value - 2 * left + function(x - 2 * h)) / (h * h)
    let rightTurn = (function(x + 2 * h) - 2 * right + value) / (h * h)
    return Level(
      step: h, left: leftSlope, right: rightSlope, bend: (rightSlope - leftSlope).magnitude,
      turn: (rightTurn - leftTurn).magnitude)
  }

  private static func ratio(_ larger: Double, _ smaller: Double, noise: Double) -> Double? {
    guard larger.isFinite, smaller.isFinite, larger > noise else { return nil }
    guard smaller > noise else { return larger > 8 * noise ? .infinity : nil }
    return larger / smaller
  }
}
