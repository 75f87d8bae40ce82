/// The places around a grid where an activation is not smooth, and the roughness of its values.
struct FunctionBreaks {
  /// Where the function is not smooth.
  let spots: [Break]
  /// Jumps too small to be meant: the steps of its rounding.
  private let steps: [Break]

  init(of activation: Activation, around grid: [Double]) {
    let arguments = grid.filter { $0.isFinite }.sorted()
    let search = BreakSearch(function: activation.value)
    let windows = Self.windows(around: arguments)
    let found = windows.flatMap { window in
      search.breaks(from: window.lower, to: window.upper, near: arguments[window.indices])
    }
    let size = arguments.map { activation($0).magnitude }.filter { $0.isFinite }.max() ?? 0
    let isStep = { (spot: Break) in spot.jump > 0 && spot.jump < 0x1p-20 * size }
    let named = activation.kinks.map { $0.position }
      .filter { kink in windows.contains { kink >= $0.lower && kink <= $0.upper } }
      .map { Break(position: $0, uncertainty: max(0x1p-1000, $0.ulp), jump: 0) }
    let unnamed = found.filter { spot in !named.contains { spot.covers($0.position) } }
    steps = unnamed.filter(isStep)
    spots = (named + unnamed.filter { !isStep($0) }).sorted { $0.position < $1.position }
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
    let reach = 2 * SlopeMeter.widestStep(at: x)
    var noise = 0.0
    for step in steps where step.distance(to: x) < reach { noise = max(noise, step.jump) }
    return noise
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
      let reach = SlopeMeter.widestStep(at: x)
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
