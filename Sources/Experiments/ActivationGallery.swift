import Activations
import Figures

extension Experiment {
  static let activationGallery = Experiment(
    "activation-gallery",
    "Draws activations above their derivatives, and lists what tells them apart.",
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
    let plots = [Plot.values(of: activations, over: range), Plot.derivatives(of: activations, over: range)]
    show(.group(plots.map(Figure.plot)))
    show(.table(Table(activations: activations)))
  }
}
