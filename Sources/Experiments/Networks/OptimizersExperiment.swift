import Activations
import Figures
import Neural

extension Experiment {
  static let optimizers = Experiment(
    "optimizers",
    "Trains the same network on the same batches of digits with several optimisers.",
    parameters: [
      Parameter(
        "optimizers", .choices(OptimizerKind.allCases.map(\.rawValue)),
        default: ["sgd", "momentum", "rmsprop", "adam", "adamw"], "Which optimisers, in which order."),
      .activation(default: "relu"),
      Parameter(
        "factor", .number(0.001...1000), default: 1,
        "What the learning rates are multiplied by: 0.1 for sgd, 0.02 for momentum, 0.001 for the others."),
      Parameter(
        "schedule", .choice(["constant", "warm-up", "cosine"]), default: "constant",
        "How the rate changes: warm-up takes a tenth of the steps, cosine goes down to a tenth after it."),
      .steps(default: 300), .seeds(default: 3), .seed,
    ],
    trial: [("optimizers", ["sgd"]), ("steps", 1), ("seeds", 1)]
  ) { parameters, show, progress in
    let tasks = parameters.seeds.map { DigitsTask(seed: $0) }
    let kinds = parameters.words("optimizers").compactMap(OptimizerKind.init)
    let counter = StepCounter(
      total: kinds.count * tasks.count * parameters.integer("steps"), tell: progress)
    let studies = kinds.map { OptimizerStudy($0, tasks, parameters, counter) }
    show(.plot(Plot(lossesOf: studies)))
    show(.table(Table(endsOf: studies)))
  }
}

private enum OptimizerKind: String, CaseIterable {
  case sgd, momentum, rmsprop, adam, adamw

  /// A rate that is usual for networks of this size.
  var rate: Double {
    switch self {
    case .sgd: 0.1
    case .momentum: 0.02
    case .rmsprop, .adam, .adamw: 0.001
    }
  }

  func make(_ model: MLP, rate: Double) -> any Optimizer {
    switch self {
    case .sgd: SGD(model.parameters, learningRate: rate)
    case .momentum: SGD(model.parameters, learningRate: rate, momentum: 0.9)
    case .rmsprop: RMSProp(model.parameters, learningRate: rate)
    case .adam: Adam(model.parameters, learningRate: rate)
    case .adamw: Adam(model.parameters, learningRate: rate, weightDecay: 0.1, decays: \.isMatrix)
    }
  }
}

/// One optimiser with a 64-64-64-10 network, batches of 64.
private struct OptimizerStudy {
  let kind: OptimizerKind
  let rate: Double
  /// The losses of the first seed.
  let losses: [Double]
  let lastLoss: Spread
  let accuracy: Spread

  init(
    _ kind: OptimizerKind, _ tasks: [DigitsTask], _ parameters: ExperimentParameters, _ counter: StepCounter
  ) {
    self.kind = kind
    let rate = kind.rate * parameters.number("factor")
    self.rate = rate
    let runs = tasks.map { task -> (run: TrainingRun, accuracy: Double) in
      var generator = SeededGenerator(seed: task.seed)
      let model = MLP([64, 64, 64, 10], activation: parameters.activation(), using: &generator)
      let run = kind.make(model, rate: rate).train(
        steps: parameters.integer("steps"), examples: task.training.count, batch: 64,
        schedule: Self.schedule(parameters), counter: counter, using: &generator
      ) { task.loss(model, $0) }
      return (run, task.testAccuracy(model))
    }
    losses = runs[0].run.losses
    lastLoss = Spread(runs.map { Self.end(of: $0.run) })
    accuracy = Spread(runs.map(\.accuracy))
  }

  private static func schedule(_ parameters: ExperimentParameters) -> LearningRateSchedule {
    let steps = parameters.integer("steps")
    switch parameters.text("schedule") {
    case "warm-up": return .warmUp(steps / 10)
    case "cosine": return .cosine(warmUp: steps / 10, total: steps)
    default: return .constant
    }
  }

  /// The mean of the last twenty losses; NaN of a run that diverged.
  private static func end(of run: TrainingRun) -> Double {
    run.divergence == nil ? Spread(Array(run.losses.suffix(20))).mean : .nan
  }
}

extension Plot {
  fileprivate init(lossesOf studies: [OptimizerStudy]) {
    self.init(
      series: studies.map { study in
        let means = smoothed(study.losses, over: 10)
        return .line(study.kind.rawValue, means.indices.map(Double.init), means)
      },
      x: Axis("steps"), y: Axis("loss", scale: .logarithmic))
  }
}

/// Running means of the last numbers, so that the noise of batches does not hide the curves.
private func smoothed(_ losses: [Double], over width: Int) -> [Double] {
  losses.indices.map { Spread(Array(losses[max(0, $0 - width + 1)...$0])).mean }
}

extension Table {
  fileprivate init(endsOf studies: [OptimizerStudy]) {
    self.init(
      ["optimiser", "rate", "last loss", "test accuracy"],
      rows: studies.map { study in
        [study.kind.rawValue, short(study.rate, 3), study.lastLoss.text, study.accuracy.text]
      },
      alignment: [.leading, .trailing, .leading, .leading],
      caption: "Means and ranges of the seeds; the last loss is the mean of the last twenty batches.")
  }
}
