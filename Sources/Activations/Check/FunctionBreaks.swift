/// The places around a grid where an activation is not smooth, and the roughness of its values.
struct FunctionBreaks {
  /// Where the function is not smooth.
  private(set) var spots: [Break]
  /// Jumps too small to be meant: the steps of its rounding.
  private let steps: [Break]

  /// Nothing is looked for beyond.
  private static let farthest = 0x1p20

  /// A jump is a step of rounding where it is tiny beside the values, or no larger than what lost digits explain: in
  /// a tail a textbook formula is a staircase, however small its values are there.
  init(of activation: Activation, around grid: [Double], scale: SlopeScale) {
    let arguments = grid.filter { $0.magnitude <= Self.farthest }.sorted()
    let search = BreakSearch(function: activation.value)
    let windows = Self.windows(around: arguments)
    let found = windows.flatMap { window in
      search.breaks(from: window.lower, to: window.upper, near: arguments[window.indices])
    }
    .map { Self.weighed($0, against: activation.value) }
    let size = arguments.map { activation($0).magnitude }.filter { $0.isFinite }.max() ?? 0
    let isStep = { (spot: Break) in
      spot.jump > 0 && (spot.jump < 0x1p-20 * size || spot.jump <= scale.lostValue(at: spot.position))
    }
    let named = activation.kinks.map { $0.position }
      .filter { kink in windows.contains { kink >= $0.lower && kink <= $0.upper } }
      .map { Break(position: $0, uncertainty: max(0x1p-1000, $0.ulp), jump: 0, isNamed: true) }
    let unnamed = found.filter { spot in !named.contains { spot.covers($0.position) } }
    steps = unnamed.filter(isStep)
    spots = (named + unnamed.filter { !isStep($0) }).sorted { $0.position < $1.position }
  }

  /// Only the spots whose indices satisfy `condition`.
  func keeping(where condition: (Int) -> Bool) -> FunctionBreaks {
    var kept = self
    kept.spots = spots.indices.filter(condition).map { spots[$0] }
    return kept
  }

  /// The largest step of rounding; 0 where none was seen.
  var roughness: Double { steps.map { $0.jump }.max() ?? 0 }

  /// How far `x` is away from all of them.
  func distance(to x: Double) -> Double {
    var nearest = Double.infinity
    for spot in spots { nearest = min(nearest, spot.distance(to: x)) }
    return nearest
  }

  /// How far the next one is away from `spot`.
  func room(beside spot: Break) -> Double {
    spots.map { $0.distance(to: spot.position) }.filter { $0 > 0 }.min() ?? .infinity
  }

  /// The steps of rounding that a difference at `x` may run into.
  func noise(around x: Double) -> Double {
    let reach = 2 * SlopeMeter.widestStep
    var noise = 0.0
    for step in steps where step.distance(to: x) < reach { noise = max(noise, step.jump) }
    return noise
  }

  /// The break, or the step of rounding that it is when the values beside it are no less rough.
  private static func weighed(_ spot: Break, against function: @escaping (Double) -> Double) -> Break {
    guard spot.jump == 0 else { return spot }
    let meter = SlopeMeter(function: function)
    let aside = 0x1p-9
    let noise = max(
      meter.noise(near: spot.position - aside, reach: aside / 2),
      meter.noise(near: spot.position + aside, reach: aside / 2))
    guard spot.height < 16 * noise else { return spot }
    return Break(position: spot.position, uncertainty: spot.uncertainty, jump: noise)
  }

  /// A stretch of arguments that differences may look at, and which of the grid's points lie in it.
  private struct Window {
    var lower: Double
    var upper: Double
    var indices: Range<Int>
  }

  /// The grid's points with their reach, joined where they overlap.
  private static func windows(around arguments: [Double]) -> [Window] {
    var windows: [Window] = []
    for (index, x) in arguments.enumerated() {
      let reach = SlopeMeter.widestStep
      if let last = windows.last, x - reach <= last.upper {
        windows[windows.count - 1].upper = x + reach
        windows[windows.count - 1].indices = last.indices.lowerBound..<(index + 1)
      } else {
        windows.append(Window(lower: x - reach, upper: x + reach, indices: index..<(index + 1)))
      }
    }
    return windows
  }
}
