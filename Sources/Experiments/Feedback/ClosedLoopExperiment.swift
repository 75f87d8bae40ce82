import Activations
import Figures
import Neural

extension Experiment {
  static let closedLoop = Experiment(
    "closed-loop",
    "Iterates one unit that hears itself, h ← f(w·h + b), and says where it ends and what decides that.",
    parameters: [
      .activation(default: "tanh", "f."),
      Parameter(
        "weights", .numbers(-100...100), default: [0.5, 0.9, 1, 1.1, 1.5, 2, 3, -0.5, -1.5],
        "The weights w, one loop each."),
      Parameter("bias", .number(-100...100), default: 0, "b."),
      Parameter("start", .number(-100...100), default: 0.3, "The state h at the beginning."),
      Parameter("steps", .integer(1...100_000), default: 20_000, "How many steps are made before one looks."),
      Parameter("shown", .integer(1...400), default: 24, "How many of the first steps the plots show."),
    ],
    trial: [("steps", 60)]
  ) { parameters, show in
    let loops = parameters.numbers("weights").map { weight in
      ClosedLoop(parameters.activation(), weight: weight, bias: parameters.number("bias"))
    }
    let (start, shown) = (parameters.number("start"), parameters.integer("shown"))
    show(.table(Table(limitsOf: loops, from: start, after: parameters.integer("steps"))))
    show(.plot(Plot(trajectoriesOf: Array(loops.prefix(9)), from: start, steps: shown)))
    let panels = loops.prefix(9).map { Plot(cobwebOf: $0, from: start, steps: shown) }
    show(.smallMultiples(SmallMultiples(panels: panels, sharesX: false, sharesY: false)))
  }
}

extension Table {
  fileprivate init(limitsOf loops: [ClosedLoop], from start: Double, after steps: Int) {
    self.init(
      ["w", "ends at", "w·f′ there", "period", "verdict"],
      rows: loops.map { loop in
        let limit = loop.limit(from: start, steps: steps)
        return [
          short(loop.weight), short(limit.points[0], 10), short(loop.multiplier(at: limit.points[0]), 6),
          limit.period.map { "\($0)" } ?? "–", limit.verdict,
        ]
      },
      alignment: [.trailing, .trailing, .trailing, .trailing, .leading],
      caption:
        "States after \(steps) steps from h = \(short(start)). Below size 1 the product of w·f′ over a period"
        + " makes small distances smaller.")
  }
}

extension ClosedLoop.Limit {
  /// What a table says of it.
  fileprivate var verdict: String {
    switch kind {
    case .diverged: "grows without bound"
    case .unsettled: "not settled"
    case .cycle: points.count == 1 ? "fixed, \(stability)" : "cycle, \(stability)"
    }
  }
}

extension Plot {
  fileprivate init(trajectoriesOf loops: [ClosedLoop], from start: Double, steps: Int) {
    let times = (0...steps).map(Double.init)
    self.init(
      title: "h from step to step",
      series: loops.map { .line("w = \(short($0.weight))", times, $0.drawn(from: start, steps: steps)) },
      x: Axis("steps"), y: Axis("h"))
  }

  /// The curve, the diagonal, and the stairs between them on which a trajectory climbs.
  fileprivate init(cobwebOf loop: ClosedLoop, from start: Double, steps: Int) {
    let states = loop.drawn(from: start, steps: steps).filter(\.isFinite)
    let reach = max(1.2, states.reduce(0) { max($0, $1.magnitude) } * 1.1)
    let grid = linspace(-reach, reach, 241)
    let stairs = zip(states, states.dropFirst()).flatMap { [($0, $0), ($0, $1)] }
    self.init(
      title: "w = \(short(loop.weight))",
      series: [
        .line("f(w·h + b)", grid, grid.map { loop($0) }), .line("h", grid, grid),
        .line("trajectory", stairs.map(\.0), stairs.map(\.1)),
      ],
      x: Axis("h", lower: -reach, upper: reach), y: Axis("next h", lower: -reach, upper: reach))
  }
}

extension ClosedLoop {
  /// The trajectory, broken off where it leaves what a plot can show.
  fileprivate func drawn(from start: Double, steps: Int) -> [Double] {
    trajectory(from: start, steps: steps).map { $0.magnitude < 1e6 ? $0 : .nan }
  }
}
