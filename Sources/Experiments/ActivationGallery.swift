import Activations
import Figures

extension Experiment {
  static let activationGallery = Experiment(
    "activation-gallery",
    "Draws activations above their derivatives, and lists what tells them apart.",
    parameters: [
      .activations(
        default: ["sigmoid", "tanh", "relu", "leakyReLU", "gelu", "silu"],
        "Which activations or groups of them, in which order; more than eight are drawn side by side."),
      .from(-4), .to(4),
    ],
    constraint: Experiment.boundsAreOrdered
  ) { parameters, show in
    let (activations, range) = (parameters.activations, parameters.range)
    if activations.count > 8 {
      show(.smallMultiples(.gallery(of: activations, over: range)))
    } else {
      let plots = [Plot.values(of: activations, over: range), Plot.derivatives(of: activations, over: range)]
      show(.group(plots.map(Figure.plot)))
    }
    show(.table(Table(activations: activations)))
  }
}

extension SmallMultiples {
  /// A small plot for each activation, with its slope.
  static func gallery(of activations: [Activation], over range: ClosedRange<Double>) -> SmallMultiples {
    var panels = activations.map { panel(of: $0, over: range) }
    let limits = verticalLimits(of: panels)
    for index in panels.indices {
      (panels[index].y.lower, panels[index].y.upper) = (limits?.lowerBound, limits?.upperBound)
    }
    return SmallMultiples(panels: panels)
  }

  private static func panel(of activation: Activation, over range: ClosedRange<Double>) -> Plot {
    let kinks = activation.kinks.map(\.position)
    let jumps = activation.kinks.contains { $0.kind == .jump }
    return Plot(
      title: activation.name,
      series: [
        Plot.curve("f", activation.value, kinks, range, isBroken: jumps),
        Plot.curve("f′", activation.derivative, kinks, range, isBroken: true),
      ])
  }

  /// Limits that nine panels of ten keep to: one exponential would flatten all others.
  private static func verticalLimits(of panels: [Plot]) -> ClosedRange<Double>? {
    let values = panels.map { $0.series.flatMap(\.ys).filter(\.isFinite) }
    let lows = values.compactMap { $0.min() }.sorted()
    let highs = values.compactMap { $0.max() }.sorted()
    guard let low = lows[safe: lows.count / 10], let high = highs[safe: highs.count - 1 - highs.count / 10],
      low < high
    else { return nil }
    return low...high
  }
}

extension Array {
  /// The element at `index`, if there is one.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
