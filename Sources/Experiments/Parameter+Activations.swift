import Activations

extension Parameter {
  /// One activation of the catalogue.
  static func activation(
    _ name: String = "activation", default value: ParameterValue, _ summary: String = "The activation."
  ) -> Parameter {
    Parameter(name, .choice(Activation.catalog.map(\.name)), default: value, summary)
  }

  /// Some activations of the catalogue, by their names or by those of groups.
  static func activations(
    default value: ParameterValue, _ summary: String = "Which activations, in which order."
  ) -> Parameter {
    let words = ActivationGroup.all.map(\.name) + Activation.catalog.map(\.name)
    return Parameter("activations", .choices(words), default: value, summary)
  }
}

extension ExperimentParameters {
  /// The activation that a parameter of the kind `activation` names.
  func activation(_ name: String = "activation") -> Activation {
    guard let activation = Activation.named(text(name)) else {
      fatalError("'\(text(name))' is not in the catalogue")
    }
    return activation
  }

  /// The activations that the parameter `activations` names.
  var activations: [Activation] { ActivationGroup.activations(named: words("activations")) }

  /// The numbers between the parameters `from` and `to`.
  var range: ClosedRange<Double> { number("from")...number("to") }
}
