import Activations
import Figures
import Neural

extension Experiment {
  static let limitCycle = Experiment(
    "limit-cycle",
    "Lets two units turn each other, h ← f(g·R·h), and measures the closed curve on which they end.",
    parameters: [
      .activation(default: "tanh", "f."),
      Parameter("gains", .numbers(0...10), default: [0.8, 1, 1.2, 2], "The gains g, one loop each."),
      Parameter("angle", .number(0...180), default: 36, "By how many degrees R turns the plane."),
      Parameter("start", .number(0.000001...10), default: 0.3, "The distance from 0 at the beginning."),
      Parameter("steps", .integer(0...20_000), default: 4000, "How many steps are made before one looks."),
      Parameter("window", .integer(1...1000), default: 200, "In how many steps the radius is measured."),
    ],
    trial: [("steps", 20), ("window", 10)]
  ) { parameters, show in
    let loops = parameters.numbers("gains").map { gain in
      RotationLoop(parameters.activation(), gain: gain, degrees: parameters.number("angle"))
    }
    let study = RotationStudy(
      start: (parameters.number("start"), 0), steps: parameters.integer("steps"),
      window: parameters.integer("window"))
    show(.table(study.table(of: loops)))
    show(
      .smallMultiples(
        SmallMultiples(panels: loops.prefix(6).map(study.portrait), sharesX: false, sharesY: false)))
  }
}

/// From where two units start, and when they are looked at.
private struct RotationStudy {
  let start: RotationLoop.State
  let steps: Int
  let window: Int

  func table(of loops: [RotationLoop]) -> Table {
    Table(
      ["gain", "g·f′(0)", "smallest radius", "largest radius"],
      rows: loops.map { loop in
        let radii = loop.radii(from: start, steps: steps, window: window)
        return [
          short(loop.gain), short(loop.gain * loop.activation.derivative(0)),
          radii.map { fixed($0.lowerBound, 6) } ?? "∞", radii.map { fixed($0.upperBound, 6) } ?? "∞",
        ]
      },
      alignment: [.trailing, .trailing, .trailing, .trailing],
      caption:
        "Distances from 0 in the \(window) steps after the first \(steps), from (\(short(start.x)), 0).")
  }

  /// The way in, and the points visited at the end.
  func portrait(_ loop: RotationLoop) -> Plot {
    let isDrawn = { (h: RotationLoop.State) in h.x.magnitude < 1e6 && h.y.magnitude < 1e6 }
    let way = loop.trajectory(from: start, steps: 30).filter(isDrawn)
    let last = loop.trajectory(from: start, steps: steps + window).suffix(window).filter(isDrawn)
    let reach = 1.1 * (way + last).reduce(0.3) { max($0, $1.x.magnitude, $1.y.magnitude) }
    let field = VectorField(x: -reach...reach, y: -reach...reach, columns: 9, rows: 9) { x, y in
      let next = loop((x, y))
      return (next.x - x, next.y - y)
    }
    return Plot(
      title: "g = \(short(loop.gain))", layers: [.vectorField(field)],
      series: [
        .line("first steps", way.map(\.x), way.map(\.y)), .points("at the end", last.map(\.x), last.map(\.y)),
      ],
      x: Axis("h₁", lower: -reach, upper: reach), y: Axis("h₂", lower: -reach, upper: reach))
  }
}
