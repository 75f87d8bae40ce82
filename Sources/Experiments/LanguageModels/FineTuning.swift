import DataSets
import Figures
import Neural

extension Experiment {
  static let fineTuning = Experiment(
    "fine-tuning",
    "Trains a GPT on Austen, then goes on with Shakespeare in several ways: what is learned, what is forgotten.",
    parameters: Parameter.gptSizes(layers: 2, width: 64, context: 64) + Parameter.training(steps: 1500) + [
      Parameter("tuning", .integer(1...2000), default: 300, "How many steps go on with Shakespeare."),
      Parameter("rank", .integer(1...128), default: 4, "The rank r of LoRA; α is 2r."),
    ],
    trial: Parameter.trialOfGPT + [("tuning", 2)],
    constraint: \.gptProblems
  ) { parameters, show, progress in
    let study = FineTuningStudy(parameters, progress: progress)
    show(.table(study.table))
    show(.plot(study.targetPlot))
    show(.plot(study.forgettingPlot))
  }
}

/// A way to go on with another text.
private enum TuningMethod: CaseIterable {
  case scratch, full, head, queryAndValue, allLinear

  /// Whether it trains adapters, which do not decay.
  var isAdapter: Bool { self == .queryAndValue || self == .allLinear }

  /// The name, with LoRA's rank.
  func name(rank: Int) -> String {
    switch self {
    case .scratch: "scratch"
    case .full: "full"
    case .head: "embedding"
    case .queryAndValue: "LoRA \(rank) q, v"
    case .allLinear: "LoRA \(rank) all"
    }
  }

  /// Freezes what is not to be trained, and adds what is.
  func prepare(_ model: inout GPT, rank: Int, using generator: inout SeededGenerator) {
    switch self {
    case .scratch, .full: break
    case .head:
      model.freeze()
      for parameter in model.tokens.parameters + model.norm.parameters {
        parameter.tensor.requiringGradient()
      }
    case .queryAndValue:
      let layers = [\TransformerBlock.attention.query, \TransformerBlock.attention.value]
      model.adapt(layers, rank: rank, alpha: Double(2 * rank), using: &generator)
    case .allLinear:
      model.adapt(
        TransformerBlock.linearLayers, rank: rank, alpha: Double(2 * rank), using: &generator)
    }
  }
}

/// What a method came to.
private struct TuningResult {
  var name: String
  var curve: LearningCurve
  /// The loss on the text of the pre-training afterwards.
  var original: Double
}

/// One pre-training, and all methods from there.
private struct FineTuningStudy {
  /// The losses of the base on the original text and on the target.
  let base: (original: Double, target: Double)
  private(set) var results: [TuningResult] = []

  init(_ parameters: ExperimentParameters, progress: @escaping (TrainingProgress) -> Void) {
    let (context, rank) = (parameters.integer("context"), parameters.integer("rank"))
    let original = TextBatches(Corpora.austen, context: context)
    let target = TextBatches(Corpora.shakespeare, context: context)
    let pretraining = parameters.training(steps: parameters.integer("steps"))
    var tuning = parameters.training(steps: parameters.integer("tuning"))
    tuning.seed += 1
    let methods = TuningMethod.allCases
    let counter = StepCounter(total: pretraining.steps + methods.count * tuning.steps, tell: progress)

    var generator = SeededGenerator(seed: pretraining.seed)
    let model = GPT(parameters.gptConfiguration, using: &generator)
    pretraining.train(model, on: original, counter: counter)
    let bytes = Checkpoint.bytes(of: model.parameters)
    let kept = (original: original.validation(4, of: 16), target: target.validation(4, of: 16))
    base = (model.meanLoss(over: kept.original), model.meanLoss(over: kept.target))
    for method in methods {
      tuning.weightDecay = method.isAdapter ? 0 : pretraining.weightDecay
      var copy = GPT(parameters.gptConfiguration, using: &generator)
      if method != .scratch { copy.restore(bytes) }
      method.prepare(&copy, rank: rank, using: &generator)
      let name = method.name(rank: rank)
      let curve = tuning.train(copy, on: target, named: name, counter: counter)
      results.append(TuningResult(name: name, curve: curve, original: copy.meanLoss(over: kept.original)))
    }
  }

  var table: Table {
    let zero = ["not at all", "0", fixed(base.target, 3), fixed(base.original, 3)]
    return Table(
      ["way", "trained", "plays", "novel"],
      rows: [zero]
        + results.map {
          [$0.name, "\($0.curve.parameterCount)", fixed($0.curve.last, 3), fixed($0.original, 3)]
        },
      alignment: [.leading, .trailing, .trailing, .trailing],
      caption:
        "How many numbers were trained, and the loss in nats a character on parts of Shakespeare's plays and"
        + " Austen's novel that were kept back. LoRA adapts q and v or all linear layers; scratch never saw the novel."
    )
  }

  var targetPlot: Plot {
    Plot(
      series: results.map { .line($0.name, $0.curve.tokens, $0.curve.losses) },
      x: Axis("tokens of Shakespeare"), y: Axis("loss on unseen Shakespeare"))
  }

  var forgettingPlot: Plot {
    let tuned = results.filter { $0.name != TuningMethod.scratch.name(rank: 0) }
    let places = tuned.indices.map(Double.init)
    return Plot(
      series: [
        .bars("Shakespeare", places, tuned.map { $0.curve.last - base.target }),
        .bars("Austen", places, tuned.map { $0.original - base.original }),
      ], x: Axis(categories: tuned.map(\.name)),
      y: Axis("change of the loss: below 0 learned, above forgotten"))
  }
}

extension GPT {
  /// Takes over the parameters of an equal model.
  fileprivate func restore(_ bytes: [UInt8]) {
    do throws(Checkpoint.Failure) {
      try Checkpoint.restore(parameters, from: bytes)
    } catch {
      fatalError("a model does not fit its equal: \(error)")
    }
  }
}
