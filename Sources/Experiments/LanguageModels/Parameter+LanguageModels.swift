import DataSets
import Figures
import Neural

extension Parameter {
  /// The sizes of a GPT.
  static func gptSizes(layers: Int, width: Int, context: Int) -> [Parameter] {
    [
      Parameter("layers", .integer(1...4), default: .number(Double(layers)), "How many blocks the GPT has."),
      Parameter("heads", .integer(1...8), default: 4, "How many heads its attention has."),
      Parameter(
        "width", .integer(8...128), default: .number(Double(width)), "How many numbers stand for a token."),
      Parameter("context", .integer(8...128), default: .number(Double(context)), "How many tokens it sees."),
    ]
  }

  /// The length of a training.
  static func training(steps: Int) -> [Parameter] {
    [
      .steps(default: steps),
      Parameter("batch", .integer(1...128), default: 16, "How many texts a step learns from."),
      Parameter("rate", .number(1e-5...0.1), default: 3e-3, "The largest learning rate."),
      .seed,
    ]
  }

  /// Sizes and a length with which a GPT trains in a moment.
  static let trialOfGPT: [(name: String, value: ParameterValue)] = [
    ("layers", 1), ("heads", 2), ("width", 8), ("context", 8), ("steps", 2), ("batch", 2),
  ]
}

extension ExperimentParameters {
  /// The GPT of these sizes, for the characters of the two texts.
  var gptConfiguration: GPT.Configuration {
    GPT.Configuration(
      vocabulary: Corpora.vocabulary.count, context: integer("context"), layers: integer("layers"),
      heads: integer("heads"), width: integer("width"))
  }

  /// That GPT, trained on Austen's novel.
  func trainedGPT(progress: @escaping (TrainingProgress) -> Void) -> GPT {
    let run = training(steps: integer("steps"))
    var generator = SeededGenerator(seed: run.seed)
    let model = GPT(gptConfiguration, using: &generator)
    let batches = TextBatches(Corpora.austen, context: integer("context"))
    run.train(model, on: batches, counter: StepCounter(total: run.steps, tell: progress))
    return model
  }

  /// What is wrong with the sizes of the GPT.
  var gptProblems: [ExperimentProblem] {
    guard integer("width") % integer("heads") != 0 else { return [] }
    return [
      ExperimentProblem(
        "heads", "'heads' must divide 'width', but is \(integer("heads")); 'width' is \(integer("width"))")
    ]
  }

  /// A training of `steps` steps, down half a cosine.
  func training(steps: Int) -> LanguageModelRun {
    LanguageModelRun(
      steps: steps, batch: integer("batch"), rate: number("rate"), seed: UInt64(integer("seed")))
  }
}
