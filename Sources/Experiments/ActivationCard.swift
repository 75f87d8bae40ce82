import Activations
import Figures

extension Experiment {
  static let activationCard = Experiment(
    "activation",
    "Shows all that is known of one activation: curves, formulas, bounds, kinks, gains, names and source.",
    parameters: [
      .activation(default: "gelu"), .from(-5), .to(5),
    ],
    constraint: Experiment.boundsAreOrdered
  ) { parameters, show in
    let activation = parameters.activation()
    show(.plot(Plot(derivativesOf: activation, over: parameters.range)))
    show(.table(Table(cardOf: activation)))
    if !activation.kinks.isEmpty { show(.table(Table(conventionsOf: [activation]))) }
    let background = Table(backgroundOf: activation)
    if !background.rows.isEmpty { show(.table(background)) }
  }
}

extension Plot {
  /// f, f′ and, where it is known, f″.
  fileprivate init(derivativesOf activation: Activation, over range: ClosedRange<Double>) {
    let corners = activation.kinks.map(\.position)
    let jumps = activation.kinks.contains { $0.kind == .jump }
    var series = [
      Plot.curve("f", activation.value, corners, range, isBroken: jumps),
      Plot.curve("f′", activation.derivative, corners, range, isBroken: true),
    ]
    if let second = activation.secondDerivative {
      series.append(Plot.curve("f″", second, corners, range, isBroken: true))
    }
    self.init(title: activation.facts?.title ?? activation.name, series: series, x: Axis("x"))
  }
}

extension Table {
  /// What mathematics says of an activation.
  fileprivate init(cardOf activation: Activation) {
    self.init(
      ["", activation.name],
      rows: Self.formulaRows(activation) + Self.shapeRows(activation) + Self.gainRows(activation)
        + [["derivative check", activation.checkDerivative().sentence]],
      alignment: [.leading, .leading])
  }

  private static func formulaRows(_ activation: Activation) -> [[String]] {
    var rows = [["f(x)", LinearFormula.text(of: activation.formula)]]
    rows.append(["f′(x)", LinearFormula.text(of: activation.derivativeFormula)])
    rows += activation.parameters.map { parameter in
      [
        parameter.name,
        "\(LinearFormula.text(of: parameter.symbol)) = \(ParameterValue.number(parameter.value))",
      ]
    }
    return rows.filter { !$0[1].isEmpty }
  }

  private static func shapeRows(_ activation: Activation) -> [[String]] {
    let slope = activation.derivative
    var rows = [
      ["values between", pair(activation.range.lowerBound, "and", activation.range.upperBound)],
      ["f at -∞ and ∞", pair(activation(-.infinity), "and", activation(.infinity))],
      ["f′ at -∞ and ∞", pair(slope(-.infinity), "and", slope(.infinity))],
    ]
    guard let facts = activation.facts else { return rows }
    rows.append(["larger x", facts.monotonicity.sentence])
    rows.append(["differentiable", facts.smoothness.sentence])
    rows.append(["odd", facts.isOdd ? "yes, f(−x) = −f(x)" : "no"])
    rows.append(["largest |f′|", short(facts.lipschitz, 7)])
    if let minimum = facts.minimum {
      rows.append(["least value", pair(minimum.value, "at x =", minimum.position)])
    }
    return rows
  }

  private static func gainRows(_ activation: Activation) -> [[String]] {
    let moments = GaussianMoments(of: activation)
    var rows = [
      ["E f(z)², E f′(z)²", pair(moments.secondMoment, "and", moments.slopeSecondMoment)],
      ["1/√ of these", pair(moments.forwardGain, "and", moments.backwardGain)],
    ]
    if let gain = activation.facts?.torchGain { rows.append(["PyTorch's gain", short(gain, 7)]) }
    return rows
  }

  private static func pair(_ first: Double, _ word: String, _ second: Double) -> String {
    "\(short(first, 6)) \(word) \(short(second, 6))"
  }

  /// How others write it, where it comes from, and what to beware of.
  fileprivate init(backgroundOf activation: Activation) {
    var rows = (activation.facts?.spellings ?? []).map { [$0.framework.name, $0.code] }
    if let facts = activation.facts {
      rows += [["used in", facts.usedIn], ["source", facts.source]].filter { !$0[1].isEmpty }
      rows += facts.notes.map { ["note", $0] }
    }
    self.init(["", "known as, used in, from"], rows: rows, alignment: [.leading, .leading])
  }
}

extension DerivativeCheck {
  /// The verdict in a few words.
  fileprivate var sentence: String {
    let breaks = kinks.isEmpty ? "" : kinks.count == 1 ? ", 1 kink" : ", \(kinks.count) kinks"
    let margin = worst.map { ", worst margin \(short($0.margin, 2))" } ?? ""
    return (passed ? "passed" : "failed") + " at \(points.count) points" + breaks + margin
  }
}

extension Activation.Monotonicity {
  fileprivate var sentence: String {
    switch self {
    case .increasing: "always give larger values"
    case .nonDecreasing: "never give smaller values"
    case .none: "may give smaller values"
    }
  }
}

extension Activation.Smoothness {
  fileprivate var sentence: String {
    switch self {
    case .discontinuous: "the value jumps"
    case .continuous: "the slope jumps"
    case .onceDifferentiable: "once; f″ jumps"
    case .twiceDifferentiable: "twice; f‴ jumps"
    case .smooth: "as often as one likes"
    }
  }
}
