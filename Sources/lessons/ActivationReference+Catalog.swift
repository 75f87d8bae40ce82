import Activations
import CourseModel
import CourseSite
import Experiments
import Figures

extension ActivationReference {
  /// The reference of the whole catalogue; the figures are those of the experiment `activation`.
  static func catalog(phrasebooks: [String: Phrasebook]) -> ActivationReference {
    ActivationReference(
      entries: Activation.catalog.map(Entry.init), phrasebooks: phrasebooks, figures: Self.card)
  }

  private static func card(of name: String) -> [Figure] {
    guard let experiment = Experiment.named("activation"),
      let parameters = experiment.validate([("activation", .string(name))]).parameters
    else { return [] }
    return experiment.figures(parameters)
  }
}

extension ActivationReference.Entry {
  /// What the catalogue says of `activation`, with values that it has now.
  fileprivate init(_ activation: Activation) {
    let call = "Activation.\(activation.name)"
    let code = """
      \(call)(0.5)
      // \(activation(0.5))
      \(call).derivative(0.5)
      // \(activation.derivative(0.5))
      """
    self.init(
      name: activation.name, title: activation.facts?.title ?? activation.name, formula: activation.formula,
      derivativeFormula: activation.derivativeFormula, code: code)
  }
}
