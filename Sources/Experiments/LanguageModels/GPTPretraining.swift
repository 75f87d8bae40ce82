import Activations
import DataSets
import Figures
import Neural

extension Experiment {
  static let gptPretraining = Experiment(
    "gpt-pretraining",
    "Trains a small GPT on Pride and Prejudice, character by character, and lets it write; beside it a GRU.",
    parameters: Parameter.gptSizes(layers: 2, width: 64, context: 64) + Parameter.training(steps: 2000) + [
      Parameter("gru", .flag, default: true, "Whether a GRU of as many hidden numbers is trained beside it."),
      Parameter(
        "temperature", .number(0...2), default: 0.8, "By what the logits are divided before the choice."),
      Parameter("top", .integer(0...100), default: 10, "Among how many characters the choice is; 0 for all."),
      Parameter("length", .integer(0...1000), default: 300, "How many characters the GPT writes."),
    ],
    trial: Parameter.trialOfGPT + [("length", 8)],
    constraint: \.gptProblems
  ) { parameters, show, progress in
    let study = PretrainingStudy(parameters, progress: progress)
    show(.plot(study.plot))
    show(.table(study.table))
    if let text = study.sample(parameters) { show(.text(text)) }
  }
}

/// A GPT and, if wanted, a GRU that learn the same batches in the same order.
private struct PretrainingStudy {
  let gpt: GPT
  var curves: [LearningCurve] = []
  let batches: TextBatches

  init(_ parameters: ExperimentParameters, progress: @escaping (TrainingProgress) -> Void) {
    let run = parameters.training(steps: parameters.integer("steps"))
    let counter = StepCounter(total: run.steps * (parameters.flag("gru") ? 2 : 1), tell: progress)
    batches = TextBatches(Corpora.austen, context: parameters.integer("context"))
    var generator = SeededGenerator(seed: run.seed)
    gpt = GPT(parameters.gptConfiguration, using: &generator)
    curves.append(run.train(gpt, on: batches, named: "GPT", counter: counter))
    guard parameters.flag("gru") else { return }
    let gru = RecurrentLanguageModel(
      vocabulary: Corpora.vocabulary.count, width: parameters.integer("width"), using: &generator)
    curves.append(run.train(gru, on: batches, named: "GRU", counter: counter))
  }

  /// What is known without having learned: every character being as likely, or each as likely as it is frequent.
  private var guesses: [(name: String, loss: Double)] {
    let count = Corpora.vocabulary.count
    return [
      ("all alike", log(Double(count))),
      ("by frequency", batches.unigramLoss(vocabulary: count)),
    ]
  }

  var plot: Plot {
    Plot(
      series: curves.map { .line($0.name, $0.tokens, $0.losses) }, x: Axis("tokens learned from"),
      y: Axis("loss on unseen text, nats a character"),
      marks: guesses.map { .horizontal(at: $0.loss, $0.name) })
  }

  var table: Table {
    let models = curves.map { ($0.name, "\($0.parameterCount)", $0.last) }
    let rows = guesses.map { ($0.name, "0", $0.loss) } + models
    return Table(
      ["model", "size", "nats", "bits", "perplexity"],
      rows: rows.map { [$0, $1, fixed($2, 3), fixed(bits($2), 3), fixed(exp($2), 2)] },
      alignment: [.leading, .trailing, .trailing, .trailing, .trailing],
      caption:
        "Size in parameters; loss a character on text that was kept back. Perplexity, its exponential: as many equally likely"
        + " characters would be as hard to choose from.")
  }

  func sample(_ parameters: ExperimentParameters) -> String? {
    let length = parameters.integer("length")
    guard length > 0 else { return nil }
    var generator = SeededGenerator(seed: UInt64(parameters.integer("seed")))
    let top = parameters.integer("top")
    let sampling = Sampling(temperature: parameters.number("temperature"), top: top == 0 ? nil : top)
    let start = Corpora.vocabulary.encode("It is ")
    let text = gpt.generate(length, after: start, sampling: sampling, using: &generator)
    return wrapped(Corpora.vocabulary.decode(text))
  }
}
