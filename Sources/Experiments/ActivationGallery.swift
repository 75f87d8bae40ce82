import Activations
import Figures

extension Experiment {
  static let activationGallery = Experiment(
    "activation-gallery",
    "Draws activations and their derivatives side by side, and lists what tells them apart.",
    parameters: [
      Parameter(
        "activations", .choices(Activation.catalog.map(\.name)),
        default: .list(Activation.catalog.map { .string($0.name) }), "Which activations, in which order."),
      .from(-4), .to(4),
    ],
    constraint: Experiment.boundsAreOrdered
  ) { parameters, show in
    let activations = parameters.words("activations").compactMap(Activation.named)
    let range = parameters.number("from")...parameters.number("to")
    show(.plot(Plot.values(of: activations, over: range)))
    show(.plot(Plot.derivatives(of: activations, over: range)))
    show(.table(Table(activations: activations)))
  }
}
