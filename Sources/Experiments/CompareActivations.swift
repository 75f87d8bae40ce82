import Activations
import Figures

extension Experiment {
  static let compareActivations = Experiment(
    "compare-activations",
    "Lays activations over each other, and measures how far values and slopes are from those of one of them.",
    parameters: [
      .activations(default: ["geluTanh", "quickGELU"], "Which activations or groups are compared."),
      .activation("reference", default: "gelu", "The activation they are compared with."),
      .from(-6), .to(6),
    ],
    constraint: Experiment.comparisonIsPossible
  ) { parameters, show in
    let reference = parameters.activation("reference")
    let others = parameters.activations.filter { $0.name != reference.name }
    let differences = others.map { ActivationDifference($0, reference, over: parameters.range) }
    if others.count > 6 {
      let panels = differences.map { Plot(panelOf: $0, over: parameters.range) }
      show(.smallMultiples(SmallMultiples(title: "minus \(reference.name)", panels: panels, sharesY: false)))
    } else {
      let all = [reference] + others
      let plots = [
        Plot.values(of: all, over: parameters.range), .derivatives(of: all, over: parameters.range),
      ]
      show(.group((plots + [Plot(differences: differences, over: parameters.range)]).map(Figure.plot)))
    }
    show(.table(Table(differences: differences)))
  }

  @Sendable private static func comparisonIsPossible(
    _ parameters: ExperimentParameters
  ) -> [ExperimentProblem] {
    let reference = parameters.text("reference")
    let others = parameters.activations.filter { $0.name != reference }
    let nothing = ExperimentProblem(
      "activations", "'activations' names nothing but '\(reference)', with which it is compared",
      suggestion: "name another one, or choose another 'reference'")
    return (others.isEmpty ? [nothing] : []) + boundsAreOrdered(parameters)
  }
}

/// One activation minus another.
struct ActivationDifference {
  let activation: Activation
  let reference: Activation
  /// The largest difference of the values, where one is finite.
  let value: Activation.Extremum?
  /// The largest difference of the slopes.
  let slope: Activation.Extremum?

  init(_ activation: Activation, _ reference: Activation, over range: ClosedRange<Double>) {
    (self.activation, self.reference) = (activation, reference)
    value = .farthestFromZero(of: { activation($0) - reference($0) }, over: range)
    slope = .farthestFromZero(of: { activation.derivative($0) - reference.derivative($0) }, over: range)
  }

  /// Where either is not smooth.
  var kinks: [Double] {
    var kinks = activation.kinks.map(\.position)
    kinks += reference.kinks.map(\.position).filter { !kinks.contains($0) }
    return kinks
  }
}

extension ActivationDifference {
  /// The difference of the values, broken off where either jumps.
  fileprivate func curve(over range: ClosedRange<Double>) -> Series {
    Plot.curve(
      activation.name, { activation($0) - reference($0) }, kinks, range,
      isBroken: (activation.kinks + reference.kinks).contains { $0.kind == .jump })
  }
}

extension Plot {
  fileprivate init(differences: [ActivationDifference], over range: ClosedRange<Double>) {
    let reference = differences.first?.reference.name ?? ""
    self.init(
      title: differences.count == 1
        ? "\(differences[0].activation.name) − \(reference)" : "minus \(reference)",
      series: differences.map { $0.curve(over: range) }, x: Axis("x"), y: Axis("difference"))
  }

  fileprivate init(panelOf difference: ActivationDifference, over range: ClosedRange<Double>) {
    self.init(title: difference.activation.name, series: [difference.curve(over: range)])
  }
}

extension Table {
  fileprivate init(differences: [ActivationDifference]) {
    self.init(
      ["activation", "largest |Δf|", "largest |Δf′|"],
      rows: differences.map { [$0.activation.name, Self.place($0.value, 4), Self.place($0.slope, 3)] },
      alignment: [.leading, .leading, .leading])
  }

  private static func place(_ extremum: Activation.Extremum?, _ digits: Int) -> String {
    guard let extremum else { return "–" }
    return "\(compact(extremum.value.magnitude, digits)) at \(short(extremum.position))"
  }
}
