import Activations
import Figures
import Neural

extension Experiment {
  static let learningRate = Experiment(
    "learning-rate",
    "Fits one wave with gradient descent at several learning rates, and says which runs descend, swing or diverge.",
    parameters: [
      .activation(default: "tanh"),
      Parameter("from", .number(1e-4...100), default: 0.003, "The smallest learning rate."),
      Parameter("to", .number(1e-4...100), default: 3, "The largest learning rate."),
      Parameter(
        "count", .integer(2...9), default: 4, "How many learning rates, each the same factor further."),
      Parameter("width", .integer(1...256), default: 16, "How many hidden units there are."),
      .steps(default: 1000), .seed,
    ],
    trial: [("width", 2), ("steps", 2), ("count", 2)],
    constraint: ascendingRange
  ) { parameters, show, progress in
    let rates = parameters.logarithmicGrid
    let counter = StepCounter(total: rates.count * parameters.integer("steps"), tell: progress)
    let runs = rates.map { WaveFit(rate: $0, parameters, counter) }
    show(.plot(Plot(lossesOf: runs)))
    show(.table(Table(endsOf: runs)))
  }
}

/// Full-batch gradient descent on 32 points of sin πx, mean squared error, one hidden layer.
private struct WaveFit {
  let rate: Double
  let run: TrainingRun

  init(rate: Double, _ parameters: ExperimentParameters, _ counter: StepCounter) {
    self.rate = rate
    var generator = SeededGenerator(seed: UInt64(parameters.integer("seed")))
    let xs = linspace(-1, 1, 32)
    let inputs = Tensor(xs, shape: [32, 1])
    let targets = Tensor(xs.map { sin(.pi * $0) }, shape: [32, 1])
    let model = MLP(
      [1, parameters.integer("width"), 1], activation: parameters.activation(), using: &generator)
    run = SGD(model.parameters, learningRate: rate).train(
      steps: parameters.integer("steps"), examples: 1, batch: 1, counter: counter, using: &generator
    ) { _ in (model(inputs) - targets).pow(2).mean() }
  }

  /// In how many steps the loss was larger than the step before.
  var rises: Int { zip(run.losses, run.losses.dropFirst()).count { $1 > $0 } }

  var verdict: String {
    if let step = run.divergence { return "diverges at step \(step)" }
    if rises * 20 > run.losses.count { return "swings" }
    let progress = (run.losses.last ?? 0) / (run.losses.first ?? 1)
    return progress > 0.9 ? "gets nowhere" : "descends"
  }
}

extension Plot {
  fileprivate init(lossesOf runs: [WaveFit]) {
    self.init(
      series: runs.map { fit in
        .line("rate \(short(fit.rate, 3))", fit.run.losses.indices.map(Double.init), fit.run.losses)
      },
      x: Axis("steps"), y: Axis("mean squared error", lower: 1e-5, upper: 100, scale: .logarithmic))
  }
}

extension Table {
  fileprivate init(endsOf runs: [WaveFit]) {
    self.init(
      ["learning rate", "first loss", "last loss", "rises", "verdict"],
      rows: runs.map { fit in
        [
          short(fit.rate, 3), compact(fit.run.losses.first), compact(fit.run.losses.last), "\(fit.rises)",
          fit.verdict,
        ]
      },
      alignment: [.trailing, .trailing, .trailing, .trailing, .leading],
      caption:
        "A run swings where the loss rises in more than one step of twenty, and gets nowhere where the last loss is above"
        + " nine tenths of the first.")
  }
}
