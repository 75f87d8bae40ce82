import Activations
import DataSets
import Figures
import Neural

extension Experiment {
  static let scaling = Experiment(
    "scaling",
    "Trains GPTs of three widths and fits a power law to the loss against the tokens learned from.",
    parameters: [
      Parameter("steps", .integer(4...5000), default: 1500, "How many steps each makes."),
      Parameter("batch", .integer(1...128), default: 16, "How many texts a step learns from."),
      Parameter("context", .integer(8...128), default: 48, "How many tokens a text has."),
      Parameter("rate", .number(1e-5...0.1), default: 3e-3, "The learning rate after the warm-up."),
      .seed,
    ],
    trial: [("steps", 4), ("batch", 1), ("context", 8)]
  ) { parameters, show, progress in
    let widths = [8, 24, 64]
    var run = parameters.training(steps: parameters.integer("steps"))
    run.falls = false
    let batches = TextBatches(Corpora.austen, context: parameters.integer("context"))
    let counter = StepCounter(total: widths.count * run.steps, tell: progress)
    let curves = widths.map { width in
      var generator = SeededGenerator(seed: run.seed)
      let configuration = GPT.Configuration(
        vocabulary: Corpora.vocabulary.count, context: batches.context, layers: 1, heads: 4, width: width)
      let model = GPT(configuration, using: &generator)
      return run.train(model, on: batches, named: "width \(width)", counter: counter)
    }
    let laws = curves.map(PowerLaw.init(of:))
    show(.plot(Plot(curves: curves, laws: laws)))
    show(.table(Table(curves: curves, laws: laws)))
  }
}

/// L = factor·tokens^(−exponent): a line in logarithms.
struct PowerLaw {
  let factor: Double
  let exponent: Double
  /// The numbers of tokens to which it was fitted.
  let tokens: [Double]

  /// The line of least squares through the logarithms.
  init(tokens: [Double], losses: [Double]) {
    let (xs, ys) = (tokens.map { log($0) }, losses.map { log($0) })
    let count = Double(xs.count)
    let (x, y) = (xs.reduce(0, +) / count, ys.reduce(0, +) / count)
    let spread = xs.reduce(0) { $0 + ($1 - x) * ($1 - x) }
    let slope = spread > 0 ? zip(xs, ys).reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) } / spread : 0
    exponent = -slope
    factor = exp(y - slope * x)
    self.tokens = tokens
  }

  /// That of the last three quarters of a curve, after the warm-up.
  init(of curve: LearningCurve) {
    let first = min(curve.tokens.count - 1, 1 + curve.tokens.count / 4)
    self.init(tokens: Array(curve.tokens[first...]), losses: Array(curve.losses[first...]))
  }

  /// The loss by the law.
  func callAsFunction(_ tokens: Double) -> Double { factor * exp(-exponent * log(tokens)) }
}

extension Plot {
  fileprivate init(curves: [LearningCurve], laws: [PowerLaw]) {
    let measured = curves.map { curve in
      Series.points(curve.name, Array(curve.tokens.dropFirst()), Array(curve.losses.dropFirst()))
    }
    let lines = zip(curves, laws).map { curve, law in
      Series.line("\(curve.name), law", law.tokens, law.tokens.map { law($0) })
    }
    self.init(
      series: measured + lines,
      x: Axis("tokens learned from", scale: .logarithmic),
      y: Axis("loss on unseen text, nats", scale: .logarithmic))
  }
}

extension Table {
  fileprivate init(curves: [LearningCurve], laws: [PowerLaw]) {
    self.init(
      ["model", "size", "loss", "exponent", "10 × text"],
      rows: zip(curves, laws).map { curve, law in
        [
          curve.name, "\(curve.parameterCount)", fixed(curve.last, 3), fixed(law.exponent, 3),
          fixed(law(10 * (curve.tokens.last ?? 0)), 3),
        ]
      },
      alignment: [.leading, .trailing, .trailing, .trailing, .trailing],
      caption:
        "Size in parameters; the loss after the last step; the exponent of the fitted power law, and what that law"
        + " would say of ten times the text.")
  }
}
