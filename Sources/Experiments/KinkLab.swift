import Activations
import Figures

extension Experiment {
  static let kinkLab = Experiment(
    "kink-lab",
    "Tells a jump, a kink and a jump of the second derivative from a smooth place by halving a step.",
    parameters: [
      .activation(default: "relu"),
      Parameter("at", .number(-100...100), default: 0, "The place that is looked at."),
      Parameter("halvings", .integer(4...24), default: 13, "How often the step 1/4 is halved."),
    ]
  ) { parameters, show in
    let (activation, at) = (parameters.activation(), parameters.number("at"))
    let study = KinkStudy(of: activation.value, at: at, halvings: parameters.integer("halvings"))
    let place = "\(activation.name) around x = \(short(at, 6))"
    show(.group([.plot(Plot(slopesOf: study, title: place)), .plot(Plot(ratiosOf: study))]))
    show(.table(Table(verdictOf: study, on: activation, at: at)))
    show(.table(Table(levelsOf: study)))
  }
}

extension Plot {
  /// The slopes of both sides over the step.
  fileprivate init(slopesOf study: KinkStudy, title: String) {
    let steps = study.levels.map(\.step)
    self.init(
      title: title,
      series: [
        .line("from the left", steps, study.levels.map(\.left)),
        .line("from the right", steps, study.levels.map(\.right)),
      ],
      x: Axis("step h", scale: .logarithmic), y: Axis("slope"))
  }

  /// The ratios from halving to halving, beside the numbers they tend to.
  fileprivate init(ratiosOf study: KinkStudy) {
    let steps = study.levels.map(\.step)
    self.init(
      title: "what halving the step does",
      series: [
        .points("J(h)/J(h/2), of slopes", steps, study.levels.map { $0.bendRatio ?? .nan }),
        .points("S(h)/S(h/2), of second differences", steps, study.levels.map { $0.turnRatio ?? .nan }),
      ],
      x: Axis("step h", lower: steps.last, upper: steps.first, scale: .logarithmic),
      y: Axis("ratio", lower: 0, upper: 4.5),
      marks: [
        .horizontal(at: 2, "smooth"), .horizontal(at: 1, "kink"), .horizontal(at: 0.5, "jump"),
      ])
  }
}

extension Table {
  fileprivate init(verdictOf study: KinkStudy, on activation: Activation, at x: Double) {
    let last = study.levels[study.levels.count - 1]
    let stated = activation.derivative(x)
    self.init(
      ["", "\(activation.name) at \(short(x, 6))"],
      rows: [
        ["the place is", study.kind.sentence],
        ["slope from the left", short(last.left, 6)], ["slope from the right", short(last.right, 6)],
        ["stated slope", short(stated, 6)], ["stated lies between", Self.membership(study, stated)],
      ],
      alignment: [.leading, .leading])
  }

  /// Whether a slope is one of the subgradients, as far as the last halving tells.
  private static func membership(_ study: KinkStudy, _ stated: Double) -> String {
    guard study.kind != .jump else { return "there is no slope" }
    let last = study.levels[study.levels.count - 1]
    let (low, high) = (min(last.left, last.right), max(last.left, last.right))
    let before = study.levels[study.levels.count - 2]
    let slack = 2 * max((last.left - before.left).magnitude, (last.right - before.right).magnitude)
    let room = slack + 1e-6 * max(low.magnitude, high.magnitude)
    return stated >= low - room && stated <= high + room ? "yes" : "no"
  }

  fileprivate init(levelsOf study: KinkStudy) {
    self.init(
      ["h", "left slope", "right slope", "J ratio", "S ratio"],
      rows: study.levels.map { level in
        [
          short(level.step, 2), short(level.left, 5), short(level.right, 5), short(level.bendRatio, 3),
          short(level.turnRatio, 3),
        ]
      },
      alignment: [.trailing, .trailing, .trailing, .trailing, .trailing])
  }
}

extension Kink.Kind? {
  /// What a place is called.
  fileprivate var sentence: String {
    switch self {
    case .jump: "a jump of the value"
    case .kink: "a kink: the slope jumps"
    case .curvature: "a jump of the second derivative"
    case nil: "smooth, as far as values show"
    }
  }
}
