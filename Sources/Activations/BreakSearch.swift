/// A place where a function is not smooth.
struct Break {
  /// Where it is.
  var position: Double
  /// How far from there it may be.
  var uncertainty: Double
  /// By how much the value jumps; 0 where only the slope does.
  var jump: Double

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

  /// The breaks between `lower` and `upper`, in order.
  ///
  /// A second look, from close by, is taken at `points`: of two breaks side by side the first finds only one.
  func breaks(from lower: Double, to upper: Double, near points: [Double]) -> [Break] {
    var found: [Break] = []
    let width = Self.firstWidth * max(1, max(lower.magnitude, upper.magnitude) / 64)
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

  /// Follows the largest bend from `center ± width` inwards, and gives up where it shrinks.
  private func chase(from start: Double, width firstWidth: Double) -> Break? {
    var (center, width) = (start, firstWidth)
    var sharpness = bend(at: center, width: width)
    var earlier = sharpness
    var shrinkages = 0
    for halving in 0..<Self.halvings {
      guard sharpness > floor(at: center, width: width) else { return nil }
      if halving == Self.halvings - Self.lastHalvings { earlier = sharpness }
      width /= 2
      let next = sharpest(near: center, width: width)
      shrinkages = next.bend < 0.6 * sharpness ? shrinkages + 1 : 0
      guard shrinkages < 2 else { return nil }
      (center, sharpness) = next
    }
    let jumps = sharpness > 4 * earlier
    return Break(
      position: tidied(center, within: width), uncertainty: 2 * width, jump: jumps ? sharpness * width : 0)
  }

  /// The largest bend on and beside `center`.
  private func sharpest(near center: Double, width: Double) -> (center: Double, bend: Double) {
    var best = (center: center, bend: bend(at: center, width: width))
    for x in [center - width, center + width] {
      let bend = bend(at: x, width: width)
      if bend > best.bend { best = (x, bend) }
    }
    return best
  }

  private func bend(at x: Double, width: Double) -> Double {
    let (left, middle, right) = (function(x - width), function(x), function(x + width))
    let bend = ((right - middle) - (middle - left)).magnitude / width
    return bend.isFinite ? bend : 0
  }

  /// The bend that rounding alone can feign.
  private func floor(at x: Double, width: Double) -> Double {
    let size = max(function(x - width).magnitude, function(x + width).magnitude)
    return (16 * 0x1p-53 * size + 4 * Double.leastNonzeroMagnitude) / width
  }

  /// The number with few decimals next to `x`, if it lies within the uncertainty.
  private func tidied(_ x: Double, within width: Double) -> Double {
    let rounded = nearestInteger(x * 1e6) / 1e6
    return (rounded - x).magnitude <= 2 * width ? rounded : x
  }
}
