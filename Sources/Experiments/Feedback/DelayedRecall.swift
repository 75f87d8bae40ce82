import Activations
import Figures
import Neural

extension Experiment {
  static let delayedRecall = Experiment(
    "delayed-recall",
    "Trains networks to name, after so many steps of noise, the symbol with which a sequence began.",
    parameters: [
      Parameter(
        "cells", .choices(RecallCell.allCases.map(\.rawValue)),
        default: ["memoryless", "jordan", "elman", "relu", "irnn", "lstm", "lstmForget", "gru"],
        "Which networks: irnn is relu whose recurrent weights start as the identity, lstmForget starts with a forget"
          + " bias of 1."),
      Parameter(
        "lags", .integers(1...200), default: [10, 30, 60], "After how many steps of noise the answer is due."),
      Parameter("seeds", .integer(1...200), default: 3, "How many networks of each kind are trained."),
      Parameter("steps", .integer(1...2000), default: 300, "How many batches each is trained on."),
      Parameter("batch", .integer(1...256), default: 64, "How many sequences a batch has."),
      Parameter("width", .integer(1...256), default: 32, "How many units a network has."),
      Parameter(
        "noise", .number(0...10), default: 0.3, "The deviation of the noise; the symbols are −1 and 1."),
      Parameter("rate", .number(0...1), default: 0.005, "The learning rate of Adam."),
      .seed,
    ],
    trial: [("lags", 2), ("seeds", 1), ("steps", 2), ("batch", 4), ("width", 3)],
    constraint: {
      $0.integers("lags").count <= 4 ? [] : [.tooManyColumns("lags", 4, $0.integers("lags").count)]
    }
  ) { parameters, show, progress in
    let cells = parameters.words("cells").compactMap(RecallCell.init)
    let task = RecallTraining(parameters)
    let counter = StepCounter(
      total: cells.count * task.lags.count * task.seeds * task.steps, tell: progress)
    let runs = cells.map { cell in
      RecallRuns(cell: cell, accuracies: task.lags.map { task.accuracies(of: cell, lag: $0, counter) })
    }
    show(.table(Table(of: runs, task)))
    show(.plot(Plot(of: runs, task)))
  }
}

/// How often the networks of one kind are right, lag by lag, one number for each seed.
private struct RecallRuns {
  let cell: RecallCell
  let accuracies: [[Double]]

  var means: [Double] { accuracies.map { Spread($0).mean } }
}

/// The task: the first input is −1 or 1, `lag` inputs of noise follow, and the answer is which of the two it was.
private struct RecallTraining {
  let lags: [Int]
  let seeds: Int
  let steps: Int
  let batch: Int
  let width: Int
  let noise: Double
  let rate: Double
  let seed: Int
  /// How many new sequences a trained network is asked about.
  let probes = 512

  init(_ parameters: ExperimentParameters) {
    lags = parameters.integers("lags")
    seeds = parameters.integer("seeds")
    steps = parameters.integer("steps")
    batch = parameters.integer("batch")
    width = parameters.integer("width")
    noise = parameters.number("noise")
    rate = parameters.number("rate")
    seed = parameters.integer("seed")
  }

  func accuracies(of cell: RecallCell, lag: Int, _ counter: StepCounter) -> [Double] {
    (0..<seeds).map { train(cell, lag: lag, seed: UInt64(seed + $0), counter) }
  }

  /// The share of right answers of a network after training; NaN where the loss was no number.
  private func train(_ cell: RecallCell, lag: Int, seed: UInt64, _ counter: StepCounter) -> Double {
    var generator = SeededGenerator(seed: seed)
    let network = SequenceClassifier(cell, inputs: 1, width: width, outputs: 2, using: &generator)
    let optimizer = Adam(network.parameters, learningRate: rate)
    for step in 0..<steps {
      let (sequences, symbols) = sequences(batch, lag, &generator)
      let loss = optimizer.descend(clip: 1) { network.answer(sequences).crossEntropy(symbols) }
      counter.advance(by: loss.isFinite ? 1 : steps - step, loss: loss)
      guard loss.isFinite else { return .nan }
    }
    let (sequences, symbols) = sequences(probes, lag, &generator)
    let answers = withoutGradients { network.answer(sequences) }.largestPlaces()
    return share(of: answers, equalTo: symbols)
  }

  /// `count` sequences, [1 + lag, count, 1], and their symbols, 0 or 1.
  private func sequences(
    _ count: Int, _ lag: Int, _ generator: inout SeededGenerator
  ) -> (Tensor, [Int]) {
    let symbols = (0..<count).map { _ in generator.below(2) }
    let first = Tensor(symbols.map { $0 == 0 ? -1 : 1 }, shape: [1, count, 1])
    let noise = Tensor.normal([lag, count, 1], deviation: self.noise, using: &generator)
    return (.concatenated([first, noise]), symbols)
  }
}

extension Table {
  fileprivate init(of runs: [RecallRuns], _ task: RecallTraining) {
    self.init(
      ["network"] + task.lags.map { "lag \($0)" },
      rows: runs.map { run in
        [run.cell.title] + run.accuracies.map { $0.map { fixed($0, 2) }.joined(separator: " ") }
      },
      alignment: [.leading] + task.lags.map { _ in .trailing },
      caption:
        "The share of right answers on \(task.probes) new sequences, one number for each of \(task.seeds)"
        + " seeds; guessing gives 0.5. \(task.width) units, \(task.steps) steps of Adam at \(short(task.rate)) on"
        + " \(task.batch) sequences, gradients clipped at 1.")
  }
}

extension Plot {
  fileprivate init(of runs: [RecallRuns], _ task: RecallTraining) {
    let order = task.lags.indices.sorted { task.lags[$0] < task.lags[$1] }
    let lags = order.map { Double(task.lags[$0]) }
    self.init(
      title: "Right answers, mean of \(task.seeds) seeds",
      series: runs.map { run in .line(run.cell.title, lags, order.map { run.means[$0] }) },
      x: Axis("steps of noise"), y: Axis("share", lower: 0.4, upper: 1.02),
      marks: [.horizontal(at: 0.5, "guessing")])
  }
}
