import Activations
import Figures

extension Experiment {
  static let derivativeCheck = Experiment(
    "derivative-check",
    "Compares the stated derivative of an activation with slopes measured from its values.",
    parameters: [
      Parameter("activation", .choice(Activation.catalog.map(\.name)), default: "gelu", "The activation."),
      .from(-8), .to(8),
      Parameter("points", .integer(2...20_001), default: 161, "How many points are compared."),
    ],
    constraint: Experiment.boundsAreOrdered
  ) { parameters, show in
    guard let activation = Activation.named(parameters.text("activation")) else { return }
    let grid = linspace(parameters.number("from"), parameters.number("to"), parameters.integer("points"))
    show(.check(activation.checkDerivative(on: grid).report))
  }

  @Sendable static func boundsAreOrdered(_ parameters: ExperimentParameters) -> [ExperimentProblem] {
    let (from, to) = (parameters.number("from"), parameters.number("to"))
    guard from >= to else { return [] }
    return [
      ExperimentProblem(
        "from", "'from' must be below 'to', but is \(ParameterValue.number(from))",
        suggestion: "'to' is \(ParameterValue.number(to))")
    ]
  }
}

extension Parameter {
  static func from(_ value: ParameterValue) -> Parameter {
    Parameter("from", .number(-1e6...1e6), default: value, "The left end.")
  }

  static func to(_ value: ParameterValue) -> Parameter {
    Parameter("to", .number(-1e6...1e6), default: value, "The right end.")
  }
}
