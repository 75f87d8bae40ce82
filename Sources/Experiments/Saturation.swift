import Activations
import Figures

extension Experiment {
  static let saturation = Experiment(
    "saturation",
    "Shows where the slope is so small that hardly any gradient gets through.",
    parameters: [
      .activations(default: ["sigmoid", "tanh", "softsign", "relu", "gelu"]),
      Parameter(
        "threshold", .number(1e-12...0.999), default: 0.01,
        "The fraction of the largest slope below which an activation counts as saturated."),
      .from(-10), .to(10),
    ],
    constraint: Experiment.boundsAreOrdered
  ) { parameters, show in
    let (activations, threshold) = (parameters.activations, parameters.number("threshold"))
    let found = activations.map { SaturatedRegions(of: $0, below: threshold, over: parameters.range) }
    if found.count <= 6 { show(.plot(Plot(slopesOf: found, below: threshold, over: parameters.range))) }
    let rows = stride(from: 0, to: found.count, by: 12).map { Array(found[$0..<min($0 + 12, found.count)]) }
    show(.group(rows.map { .plot(Plot(regionsOf: $0, over: parameters.range)) }))
    show(.table(Table(saturationOf: found)))
  }
}

/// Where |f′| is below a fraction of the largest one.
struct SaturatedRegions {
  let activation: Activation
  /// The largest |f′| of the range.
  let largest: Double
  /// The intervals, from left to right.
  let intervals: [ClosedRange<Double>]

  init(of activation: Activation, below threshold: Double, over range: ClosedRange<Double>) {
    self.activation = activation
    let slope = activation.derivative
    largest = Activation.Extremum.farthestFromZero(of: slope, over: range)?.value.magnitude ?? .nan
    let bound = threshold * largest
    let isSaturated = { (x: Double) in slope(x).magnitude < bound || slope(x) == 0 }
    var xs = linspace(range.lowerBound, range.upperBound, 1601)
    xs += activation.kinks.map(\.position).filter(range.contains).flatMap { [$0.nextDown, $0.nextUp] }
    intervals = Self.intervals(of: xs.sorted().filter(range.contains), isSaturated)
  }

  /// The share of a standard normal input that falls into the intervals.
  var normalShare: Double {
    intervals.map { normalDistribution($0.upperBound) - normalDistribution($0.lowerBound) }.reduce(0, +)
  }

  /// The runs of a grid at which something holds, their ends found by halving.
  private static func intervals(of xs: [Double], _ holds: (Double) -> Bool) -> [ClosedRange<Double>] {
    var intervals: [ClosedRange<Double>] = []
    var start: Double?
    for (index, x) in xs.enumerated() {
      if holds(x), start == nil { start = index == 0 ? x : border(xs[index - 1], x, holds) }
      if !holds(x), let begin = start {
        intervals.append(begin...max(begin, border(x, xs[index - 1], holds)))
        start = nil
      }
    }
    if let start, let last = xs.last { intervals.append(start...last) }
    return intervals
  }

  /// The last place, coming from `inside`, at which it still holds.
  private static func border(_ outside: Double, _ inside: Double, _ holds: (Double) -> Bool) -> Double {
    var (outside, inside) = (outside, inside)
    for _ in 0..<60 {
      let middle = outside / 2 + inside / 2
      if holds(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }
}

/// Φ, the distribution function of the standard normal distribution.
private func normalDistribution(_ x: Double) -> Double { erfc(-x * 0.7071067811865476) / 2 }

extension Plot {
  fileprivate init(
    slopesOf found: [SaturatedRegions], below threshold: Double, over range: ClosedRange<Double>
  ) {
    self.init(
      series: found.map { region in
        Plot.curve(
          region.activation.name, { region.activation.derivative($0).magnitude / region.largest },
          region.activation.kinks.map(\.position), range, isBroken: true)
      },
      x: Axis("x"), y: Axis("|f′| / max |f′|", lower: threshold / 100, upper: 2, scale: .logarithmic),
      marks: [.horizontal(at: threshold, "the threshold")])
  }

  /// A line for each interval, a row for each activation.
  fileprivate init(regionsOf found: [SaturatedRegions], over range: ClosedRange<Double>) {
    let ends = found.enumerated().flatMap { row, region in
      region.intervals.flatMap { [($0.lowerBound, Double(row)), ($0.upperBound, Double(row)), (.nan, .nan)] }
    }
    self.init(
      title: "saturated", series: [.line("saturated", ends.map(\.0), ends.map(\.1))],
      x: Axis("x", lower: range.lowerBound, upper: range.upperBound),
      y: Axis(categories: found.map(\.activation.name), isReversed: true))
  }
}

extension Table {
  fileprivate init(saturationOf found: [SaturatedRegions]) {
    self.init(
      ["activation", "max |f′|", "saturated", "N(0, 1)"],
      rows: found.map { region in
        [
          region.activation.name, short(region.largest),
          region.intervals.isEmpty
            ? "nowhere"
            : region.intervals.map { interval($0.lowerBound, $0.upperBound) }.joined(separator: ", "),
          percent(region.normalShare),
        ]
      },
      alignment: [.leading, .trailing, .leading, .trailing],
      caption:
        "Saturated is where |f′| is below the threshold; N(0, 1) is the share of a standard normal input there."
    )
  }
}
