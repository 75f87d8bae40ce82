import Activations
import Figures

extension Experiment {
  static let plantedBugLab = Experiment(
    "planted-bug-lab",
    "Plants mistakes in a derivative and counts which of them the usual checks find, and what they accuse wrongly.",
    parameters: [
      .activation(default: "tanh"), .from(-8), .to(8),
      Parameter("points", .integer(2...401), default: 161, "At how many points the checks compare."),
    ],
    trial: [("points", 2)],
    constraint: Experiment.boundsAreOrdered
  ) { parameters, show in
    let grid = linspace(parameters.number("from"), parameters.number("to"), parameters.integer("points"))
    let activation = parameters.activation()
    let mistakes = BugHunt(planting: Mutation.all, in: activation, at: grid)
    show(.table(Table(trialsOf: mistakes, "mistake in \(activation.name)′", \.summary)))
    let sizes = BugHunt(planting: factors, in: activation, at: grid)
    show(.table(Table(trialsOf: sizes, "\(activation.name)′ too large by", \.name)))
    show(.table(Table(summaryOf: mistakes, falseAlarms: falseAlarms(at: grid))))
  }

  /// Slopes that are too large by a factor ever nearer to 1.
  private static let factors = [1e-1, 1e-2, 3e-3, 1e-3, 1e-4, 3e-5, 1e-5, 1e-6, 1e-8, 1e-10].map { error in
    Mutation(short(error), "The slope is too large by \(short(error)).") { f in
      { (1 + error) * f.derivative($0) }
    }
  }

  /// How many right derivatives of the catalogue each rule refuses.
  private static func falseAlarms(at grid: [Double]) -> [Int] {
    SlopeRule.all.map { rule in Activation.catalog.count { !rule.accepts($0, grid) } }
  }
}

/// Mistakes planted in a derivative, and which rules find them.
private struct BugHunt {
  /// One mistake.
  struct Trial {
    let mutation: Mutation
    /// Whether each rule refuses the derivative.
    let isRefused: [Bool]
  }

  let trials: [Trial]
  /// Whether each rule refuses the right derivative too: then it tells nothing apart.
  let refusesRight: [Bool]

  /// Mistakes that make no difference to the activation are left out.
  init(planting mutations: [Mutation], in activation: Activation, at grid: [Double]) {
    refusesRight = SlopeRule.all.map { !$0.accepts(activation, grid) }
    trials = mutations.compactMap { mutation in
      guard let mutant = mutation.applied(to: activation, on: grid) else { return nil }
      return Trial(mutation: mutation, isRefused: SlopeRule.all.map { !$0.accepts(mutant, grid) })
    }
  }

  /// How many mistakes a rule tells from the right derivative.
  func caught(by rule: Int) -> Int { refusesRight[rule] ? 0 : trials.count { $0.isRefused[rule] } }
}

extension Table {
  fileprivate init(trialsOf hunt: BugHunt, _ header: String, _ label: (Mutation) -> String) {
    self.init(
      [header] + SlopeRule.all.map(\.name),
      rows: [["none, it is right"] + hunt.refusesRight.map(Self.answer)]
        + hunt.trials.map { [label($0.mutation)] + $0.isRefused.map(Self.answer) },
      alignment: [.leading, .leading, .leading, .leading, .leading],
      caption:
        "Does the check refuse the slope? PyTorch is gradcheck with its defaults, JAX check_grads in double precision, naive a forward"
        + " difference with step and tolerance 1e-3, here checkDerivative.")
  }

  private static func answer(_ isRefused: Bool) -> String { isRefused ? "yes" : "no" }

  fileprivate init(summaryOf hunt: BugHunt, falseAlarms: [Int]) {
    self.init(
      ["check", "told from right", "right ones refused"],
      rows: SlopeRule.all.enumerated().map { index, rule in
        [
          rule.name, "\(hunt.caught(by: index)) of \(hunt.trials.count)",
          "\(falseAlarms[index]) of \(Activation.catalog.count)",
        ]
      },
      alignment: [.leading, .trailing, .trailing],
      caption: "Right ones are the derivatives of the whole catalogue, at the same points, kinks included.")
  }
}
