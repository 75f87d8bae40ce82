/// A place where a function is not smooth.
struct Break {
  /// Where it is.
  var position: Double
  /// How far from there it may be.
  var uncertainty: Double
  /// By how much the value jumps; 0 where only the slope does.
  var jump: Double
  /// What the second difference was when the search ended.
  var height = 0.0
  /// Whether the activation names it.
  var isNamed = false

  /// Whether `x` cannot be told from the break.
  func covers(_ x: Double) -> Bool { (position - x).magnitude <= 2 * uncertainty }

  /// How far `x` is away, at least.
  func distance(to x: Double) -> Double { (position - x).magnitude - uncertainty }
}

/// Finds kinks and jumps from values alone.
///
/// The bend of an interval is the difference between the slopes of its two halves. When the interval shrinks
/// onto a smooth place, its bend shrinks in proportion; onto a kink it stays; onto a jump it grows.
struct BreakSearch {
  let function: (Double) -> Double

  private static let firstWidth = 0x1p-5
  private static let halvings = 21
  private static let lastHalvings = 4
  private static let mostHalvings = 48

  /// The breaks between `lower` and `upper`, in order.
  ///
  /// A second look, from close by, is taken at `points`: of two breaks side by side the first finds only one.
  func breaks(from lower: Double, to upper: Double, near points: ArraySlice<Double>) -> [Break] {
    var found: [Break] = []
    let width = Self.firstWidth
    var center = lower
    while center <= upper {
      look(at: center, width: width, &found)
      center += width
    }
    for point in points { look(at: point, width: width / 256, &found) }
    return found.sorted { $0.position < $1.position }
  }

  private func look(at center: Double, width: Double, _ found: inout [Break]) {
    guard let candidate = chase(from: center, width: width) else { return }
    let isKnown = found.contains { known in
      (known.position - candidate.position).magnitude <= 4 * (known.uncertainty + candidate.uncertainty)
    }
    if !isKnown { found.append(candidate) }
  }

  /// Follows the largest bend from `start ± width` inwards, and gives up where it shrinks.
  private func chase(from start: Double, width: Double) -> Break? {
    var arms = Arms(of: function, at: start, width: width)
    var earlier = arms.bend
    var shrinkages = 0
    for halving in 0..<Self.halvings {
      guard arms.bend > arms.floor else { return nil }
      if halving == Self.halvings - Self.lastHalvings { earlier = arms.bend }
      let next = arms.sharpest(of: function)
      shrinkages = next.bend < 0.6 * arms.bend ? shrinkages + 1 : 0
      guard shrinkages < 2 else { return nil }
      arms = next
    }
    return arms.bend > 4 * earlier ? jump(within: arms) : kink(within: arms)
  }

  /// Goes on halving as long as the bend stands out from rounding.
  ///
  /// Where it shrinks before that, there was no kink but a narrow curve.
  private func kink(within found: Arms) -> Break? {
    var arms = found
    for _ in Self.halvings..<Self.mostHalvings {
      let next = arms.sharpest(of: function)
      guard next.bend > 8 * next.floor else { break }
      guard next.bend > 0.6 * arms.bend else {
        guard next.bend < 64 * next.floor else { return nil }
        break
      }
      arms = next
    }
    let gap = 2 * arms.width + arms.center.ulp
    return Break(
      position: tidied(arms.center, within: gap / 2), uncertainty: gap, jump: 0,
      height: found.bend * found.width)
  }

  /// Halves the interval until no number is left between both sides of the jump.
  private func jump(within found: Arms) -> Break {
    var (left, right) = (found.center - 2 * found.width, found.center + 2 * found.width)
    let (low, high) = (function(left), function(right))
    while true {
      let middle = left + (right - left) / 2
      guard middle > left, middle < right else { break }
      let value = function(middle)
      if (value - low).magnitude < (value - high).magnitude { left = middle } else { right = middle }
    }
    let position = tidied(right, within: found.width / 0x1p10)
    return Break(
      position: position, uncertainty: max(right - left, (position - right).magnitude),
      jump: (function(right) - function(left)).magnitude)
  }

  /// The number with few decimals next to `x`, if it lies within the uncertainty.
  private func tidied(_ x: Double, within width: Double) -> Double {
    let rounded = nearestInteger(x * 1e6) / 1e6
    return (rounded - x).magnitude <= 2 * width ? rounded : x
  }
}

/// Three values at equal distances.
private struct Arms {
  var center: Double
  var width: Double
  var left: Double
  var middle: Double
  var right: Double

  init(of function: (Double) -> Double, at center: Double, width: Double) {
    self.init(center, width, function(center - width), function(center), function(center + width))
  }

  init(_ center: Double, _ width: Double, _ left: Double, _ middle: Double, _ right: Double) {
    (self.center, self.width, self.left, self.middle, self.right) = (center, width, left, middle, right)
  }

  var bend: Double {
    let bend = ((right - middle) - (middle - left)).magnitude / width
    return bend.isFinite ? bend : 0
  }

  /// The bend that rounding alone can feign.
  var floor: Double {
    (16 * 0x1p-53 * max(left.magnitude, right.magnitude) + 4 * Double.leastNonzeroMagnitude) / width
  }

  /// The arms of half the width with the largest bend, out of those on and beside the center.
  func sharpest(of function: (Double) -> Double) -> Arms {
    let half = width / 2
    let (before, after) = (function(center - half), function(center + half))
    var best = Arms(center, half, before, middle, after)
    let lower = Arms(center - half, half, left, before, middle)
    if lower.bend > best.bend { best = lower }
    let upper = Arms(center + half, half, middle, after, right)
    return upper.bend > best.bend ? upper : best
  }
}
