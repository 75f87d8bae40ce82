import Activations
import Figures

extension Experiment {
  static let derivativeSweep = Experiment(
    "derivative-sweep",
    "Shows how the error of a difference quotient first falls with its step and then grows again.",
    parameters: [
      .activation(default: "gelu"),
      Parameter("at", .number(-100...100), default: 1, "The point at which the slope is taken."),
      Parameter(
        "precision", .choice(["float64", "float32"]), default: "float64",
        "The type of number in which values are rounded and subtracted."),
    ],
    constraint: Experiment.slopeExists
  ) { parameters, show in
    let (activation, at) = (parameters.activation(), parameters.number("at"))
    let curves =
      parameters.text("precision") == "float64"
      ? doubleCurves(activation, at: at) : floatCurves(activation, at: Float(at))
    let place = "\(activation.name) at x = \(short(at))"
    show(.plot(Plot(errorsOf: curves, title: place)))
    show(.smallMultiples(SmallMultiples(modelsOf: curves.filter { !$0.truncation.isEmpty })))
    show(.table(Table(optimaOf: curves)))
  }

  private static func doubleCurves(_ activation: Activation, at x: Double) -> [StepCurve] {
    let lab = StepSweepLab(activation, activation.value, at: x, halvings: 40)
    return DifferenceRule.allCases.map(lab.curve) + [lab.richardson] + [lab.complexStep].compactMap { $0 }
  }

  /// The function is computed in double precision and rounded once, as a good library does.
  private static func floatCurves(_ activation: Activation, at x: Float) -> [StepCurve] {
    let lab = StepSweepLab<Float>(activation, { Float(activation.value(Double($0))) }, at: x, halvings: 20)
    return DifferenceRule.allCases.map(lab.curve) + [lab.richardson]
  }

  /// Where there is no slope there is no error of it.
  @Sendable private static func slopeExists(_ parameters: ExperimentParameters) -> [ExperimentProblem] {
    let (activation, at) = (parameters.activation(), parameters.number("at"))
    let isKink = activation.kinks.contains { $0.position == at && $0.kind != .curvature }
    guard isKink || !activation(at).isFinite || !activation.derivative(at).isFinite else { return [] }
    return [
      ExperimentProblem(
        "at", "'\(activation.name)' has no slope at \(ParameterValue.number(at))",
        suggestion: isKink ? "the experiment 'kink-lab' looks at such places" : nil)
    ]
  }
}

extension Plot {
  /// The errors of all rules over the step.
  fileprivate init(errorsOf curves: [StepCurve], title: String) {
    self.init(
      title: title, series: curves.map { .line($0.name, $0.steps, $0.errors) },
      x: Axis("step h", scale: .logarithmic),
      y: Axis("relative error of the slope", upper: 10, scale: .logarithmic))
  }

  /// One rule: what was measured, and the two errors of which the model is the sum.
  fileprivate init(modelOf curve: StepCurve) {
    self.init(
      title: curve.name,
      series: [
        .points("measured", curve.steps, curve.errors), .line("truncation", curve.steps, curve.truncation),
        .line("rounding", curve.steps, curve.rounding),
      ],
      x: Axis("step h", scale: .logarithmic), y: Axis("error", scale: .logarithmic))
  }
}

extension SmallMultiples {
  fileprivate init(modelsOf curves: [StepCurve]) {
    var panels = curves.map(Plot.init(modelOf:))
    let errors = curves.flatMap(\.errors).filter { $0 > 0 }
    for index in panels.indices {
      panels[index].y.lower = errors.min().map { $0 / 10 }
      panels[index].y.upper = errors.max().map { min($0, 1) * 10 }
    }
    self.init(panels: panels, columns: 2)
  }
}

extension Table {
  fileprivate init(optimaOf curves: [StepCurve]) {
    self.init(
      ["rule", "best step: model, found", "error: model, found"],
      rows: curves.map { curve in
        [
          curve.name, "\(compact(curve.predicted?.step)), \(compact(curve.measured?.step))",
          "\(compact(curve.predicted?.error)), \(compact(curve.measured?.error))",
        ]
      },
      alignment: [.leading, .leading, .leading],
      caption: "Found is the step around which five errors have the least geometric mean.")
  }
}
