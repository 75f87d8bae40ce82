import Activations
import DataSets
import Figures
import Neural

extension Experiment {
  static let sampling = Experiment(
    "sampling",
    "Lets one small GPT write with several temperatures, among the likeliest characters, and greedily.",
    parameters: Parameter.gptSizes(layers: 2, width: 64, context: 64) + Parameter.training(steps: 2000) + [
      Parameter("prompt", .text, default: "She was ", "The text to go on from."),
      Parameter("length", .integer(1...1000), default: 160, "How many characters are written."),
      Parameter("top", .integer(1...100), default: 5, "Among how many characters top-k chooses."),
    ],
    trial: Parameter.trialOfGPT + [("length", 8)],
    constraint: { $0.gptProblems + $0.problems(withText: "prompt") }
  ) { parameters, show, progress in
    let model = parameters.trainedGPT(progress: progress)
    let study = SamplingStudy(model, parameters)
    show(.plot(study.plot))
    show(.table(study.table))
    for text in study.samples { show(.text(text)) }
  }
}

extension ExperimentParameters {
  /// What is wrong with a text that a model is to read.
  func problems(withText name: String) -> [ExperimentProblem] {
    let text = text(name)
    if text.isEmpty { return [ExperimentProblem(name, "'\(name)' must have at least one character")] }
    guard Corpora.vocabulary.contains(text) else {
      return [ExperimentProblem(name, "'\(name)' has characters that the texts do not have: \(text)")]
    }
    return []
  }
}

/// The ways to choose, and what each makes of one model's logits.
private struct SamplingStudy {
  let model: GPT
  let prompt: [Int]
  let length: Int
  let seed: UInt64
  let ways: [(name: String, sampling: Sampling)]

  init(_ model: GPT, _ parameters: ExperimentParameters) {
    self.model = model
    prompt = Corpora.vocabulary.encode(parameters.text("prompt"))
    length = parameters.integer("length")
    seed = UInt64(parameters.integer("seed"))
    let top = parameters.integer("top")
    ways = [
      ("greedy", .greedy), ("temperature 0.5", Sampling(temperature: 0.5)),
      ("temperature 1", Sampling()), ("temperature 1.5", Sampling(temperature: 1.5)),
      ("top \(top)", Sampling(top: top)),
    ]
  }

  private var logits: [Double] {
    withoutGradients {
      let seen = Array(prompt.suffix(model.configuration.context))
      return model([seen]).slice(seen.count - 1..<seen.count, axis: 1).values
    }
  }

  /// The likeliest characters after the prompt, and what three temperatures make of them.
  var plot: Plot {
    let logits = logits
    let order = Array(logits.indices.sorted { (logits[$0], $1) > (logits[$1], $0) }.prefix(12))
    let temperatures: [Double] = [0.5, 1, 1.5]
    return Plot(
      series: temperatures.map { temperature in
        let shares = Sampling(temperature: temperature).shares(of: logits)
        return .bars("temperature \(short(temperature))", order.map { shares[$0] })
      },
      x: Axis("next character", categories: order.map { visible(Corpora.vocabulary.characters[$0]) }),
      y: Axis("probability", lower: 0))
  }

  var table: Table {
    Table(
      ["choice", "among", "likeliest", "bits"],
      rows: ways.map { name, sampling in
        let shares = sampling.shares(of: logits)
        let entropy = shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
        let count = shares.count { $0 > 0 }
        return [name, "\(count)", percent(shares.max() ?? 0), fixed(bits(entropy), 2)]
      },
      alignment: [.leading, .trailing, .trailing, .trailing],
      caption:
        "The next character after the prompt: among how many is chosen, how likely the likeliest is, and the"
        + " entropy in bits, which says how open the choice is.")
  }

  var samples: [String] {
    ways.map { name, sampling in
      var generator = SeededGenerator(seed: seed)
      let text = model.generate(length, after: prompt, sampling: sampling, using: &generator)
      return "[\(name)]\n" + wrapped(Corpora.vocabulary.decode(text))
    }
  }
}

extension Sampling {
  /// The probability of every token, by its logit; of equal logits the first comes first.
  fileprivate func shares(of logits: [Double]) -> [Double] {
    let order = logits.indices.sorted { (logits[$0], $1) > (logits[$1], $0) }
    let candidates = order.prefix(temperature > 0 ? top ?? order.count : 1)
    var shares = [Double](repeating: 0, count: logits.count)
    for i in candidates {
      shares[i] = temperature > 0 ? exp((logits[i] - logits[order[0]]) / temperature) : 1
    }
    let sum = shares.reduce(0, +)
    return shares.map { $0 / sum }
  }
}

/// A character as it can stand at an axis.
func visible(_ character: Unicode.Scalar) -> String {
  switch character {
  case " ": "␣"
  case "\n": "↵"
  default: String(character)
  }
}
