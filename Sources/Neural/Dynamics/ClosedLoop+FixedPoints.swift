extension ClosedLoop {
  /// The fixed points in a range: where f(w·h + b) − h changes its sign between two of `points` nodes, found by halving.
  ///
  /// Two of them between neighbouring nodes are overlooked, a jump across h is none, and of an interval of them (relu
  /// with w = 1) only the first and the last node are listed.
  public func fixedPoints(in range: ClosedRange<Double>, points: Int = 2001) -> [FixedPoint] {
    require(points >= 2, "fixed points are looked for between at least two nodes, not \(points)")
    let nodes = (0..<points).map { index in
      let share = Double(index) / Double(points - 1)
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
    let gaps = nodes.map(gap)
    var states: [Double] = []
    for i in nodes.indices {
      let isInner = i > 0 && i + 1 < points && gaps[i - 1] == 0 && gaps[i + 1] == 0
      if gaps[i] == 0, !isInner { states.append(nodes[i]) }
      if i + 1 < points, gaps[i] * gaps[i + 1] < 0 { states += crossing(nodes[i], nodes[i + 1]) }
    }
    return states.map { FixedPoint(state: $0, multiplier: multiplier(at: $0)) }
  }

  /// f(w·h + b) − h.
  private func gap(_ h: Double) -> Double { self(h) - h }

  /// The fixed point between two states whose gaps have different signs, unless the function jumps over it.
  private func crossing(_ a: Double, _ b: Double) -> [Double] {
    var (low, high) = (a, b)
    let sign = gap(a) < 0
    while true {
      let middle = low / 2 + high / 2
      guard middle > low, middle < high else { break }
      if (gap(middle) < 0) == sign { low = middle } else { high = middle }
    }
    let nearest = gap(low).magnitude <= gap(high).magnitude ? low : high
    return gap(nearest).magnitude <= 1e-9 * Swift.max(1, nearest.magnitude) ? [nearest] : []
  }
}

extension ClosedLoop {
  /// Where a trajectory ends.
  public struct Limit: Sendable, Hashable {
    /// What it is.
    public enum Kind: Sendable, Hashable {
      /// States that repeat: one is a fixed point, more are a cycle.
      case cycle
      /// No repetition was found: the trajectory still creeps, or wanders.
      case unsettled
      /// The state grew beyond all numbers.
      case diverged
    }

    /// What it is.
    public let kind: Kind
    /// The states that repeat, beginning with the last that was reached; that one alone where nothing repeats.
    public let points: [Double]
    /// The product of the multipliers of `points`: the factor of a small distance in one period.
    public let multiplier: Double

    /// How many steps a repetition takes; `nil` where there is none.
    public var period: Int? { kind == .cycle ? points.count : nil }
    /// Whether the repetition draws its neighbours in.
    public var stability: Stability { Stability(multiplier: multiplier) }
  }

  /// Where the trajectory is after `steps` steps, and whether it repeats itself from there on.
  ///
  /// A repetition is a state that comes back within `tolerance` (relative to it where it is larger than 1) after at
  /// most `longestPeriod` steps; the shortest one counts. Slow creeping is none as long as a step is longer than that.
  public func limit(
    from start: Double, steps: Int = 20_000, longestPeriod: Int = 64, tolerance: Double = 1e-12
  ) -> Limit {
    let last = state(after: steps, from: start)
    guard last.isFinite else {
      return Limit(kind: .diverged, points: [last], multiplier: multiplier(at: last))
    }
    let next = trajectory(from: last, steps: longestPeriod)
    let bound = tolerance * Swift.max(1, last.magnitude)
    let period = (1...longestPeriod).first { (next[$0] - last).magnitude <= bound }
    let points = Array(next.prefix(period ?? 1))
    return Limit(
      kind: period == nil ? .unsettled : .cycle, points: points,
      multiplier: points.reduce(1) { $0 * multiplier(at: $1) })
  }
}
