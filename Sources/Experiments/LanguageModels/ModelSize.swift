import Figures
import Neural

extension Experiment {
  static let modelSize = Experiment(
    "model-size", "Counts a transformer's parameters from its sizes, and what training it takes.",
    parameters: [
      Parameter(
        "model", .choice(TransformerSize.named.map(\.name) + ["own"]), default: "gpt-3",
        "A published model, or 'own': a GPT of the following sizes."),
      Parameter("layers", .integer(1...1000), default: 4, "The blocks of your own."),
      Parameter("width", .integer(1...100_000), default: 128, "The numbers for a token of your own."),
      Parameter("vocabulary", .integer(2...1_000_000), default: 82, "The tokens your own knows."),
      Parameter("context", .integer(1...1_000_000), default: 64, "The tokens your own sees."),
      Parameter("tokens", .number(1...1e15), default: 1e6, "The tokens your own learns from."),
    ]
  ) { parameters, show in
    let size =
      TransformerSize.named.first { $0.name == parameters.text("model") } ?? TransformerSize(parameters)
    show(.table(size.table))
    show(.table(size.costs))
  }
}

/// The sizes of a transformer, and on how much it was trained.
struct TransformerSize {
  var name: String
  var layers: Int
  var width: Int
  var vocabulary: Int
  var context: Int
  /// What else there is to be learned, by name.
  var others: [(name: String, count: Int)]
  /// Nil where the publication does not say.
  var tokens: Double?

  /// Published sizes: Radford and others 2019, Brown and others 2020, Devlin and others 2019.
  static let named = [
    TransformerSize("gpt-2", .gpt2, tokens: nil),
    TransformerSize("gpt-3", .gpt3, tokens: 300e9),
    TransformerSize(bert: "bert-base", layers: 12, width: 768),
    TransformerSize(bert: "bert-large", layers: 24, width: 1024),
  ]

  private init(_ name: String, _ configuration: GPT.Configuration, tokens: Double?) {
    self.name = name
    layers = configuration.layers
    width = configuration.width
    vocabulary = configuration.vocabulary
    context = configuration.context
    others = [("last norm", 2 * width)]
    self.tokens = tokens
  }

  /// An encoder with two kinds of segments, a norm behind its embedding, and a layer on the first token.
  private init(bert name: String, layers: Int, width: Int) {
    self.name = name
    self.layers = layers
    self.width = width
    vocabulary = 30_522
    context = 512
    others = [("segments", 2 * width), ("first norm", 2 * width), ("pooler", width * width + width)]
  }

  fileprivate init(_ parameters: ExperimentParameters) {
    let configuration = GPT.Configuration(
      vocabulary: parameters.integer("vocabulary"), context: parameters.integer("context"),
      layers: parameters.integer("layers"), heads: 1, width: parameters.integer("width"))
    self.init("own", configuration, tokens: parameters.number("tokens"))
  }

  /// The parts and their numbers of parameters.
  var parts: [(name: String, formula: String, count: Int)] {
    [
      ("tokens", "V·d", vocabulary * width), ("positions", "T·d", context * width),
      ("attention", "L·(4d² + 4d)", layers * (4 * width * width + 4 * width)),
      ("perceptrons", "L·(8d² + 5d)", layers * (8 * width * width + 5 * width)),
      ("norms", "L·4d", layers * 4 * width),
    ] + others.map { ($0.name, "", $0.count) }
  }

  /// All parameters.
  var count: Int { parts.reduce(0) { $0 + $1.count } }

  fileprivate var table: Table {
    let rows = parts.map {
      [
        $0.formula.isEmpty ? $0.name : "\($0.name) \($0.formula)", grouped($0.count),
        percent(Double($0.count) / Double(count)),
      ]
    }
    return Table(
      ["part", "parameters", "share"], rows: rows + [["all", grouped(count), "100%"]],
      alignment: [.leading, .trailing, .trailing],
      caption:
        "\(name): L = \(layers), d = \(grouped(width)), V = \(grouped(vocabulary)), T = \(grouped(context)).")
  }

  fileprivate var costs: Table {
    let number = Double(count)
    var rows = [
      ["weights, 4 bytes each", bytes(4 * number)], ["gradients", bytes(4 * number)],
      ["Adam's two moments", bytes(8 * number)], ["together", bytes(16 * number)],
    ]
    if let tokens {
      rows.append(["tokens learned from, D", powerOfTen(tokens)])
      rows.append(["operations of the training, 6·N·D", powerOfTen(6 * number * tokens)])
    }
    return Table(
      ["what", "how much"], rows: rows, alignment: [.leading, .trailing],
      caption: "Memory before any activation is kept; operations without those of attention over the context."
    )
  }
}

/// A whole number, its thousands apart.
private func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  return digits.enumerated().reduce(into: "") { text, digit in
    if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += "," }
    text.append(digit.element)
  }
}

/// An amount of memory: `9.73 MB`.
private func bytes(_ count: Double) -> String {
  var (number, unit) = (count, 0)
  let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
  while number >= 1000, unit < units.count - 1 { (number, unit) = (number / 1000, unit + 1) }
  return "\(short(number, 3)) \(units[unit])"
}

/// A large number: `3.14e23`.
private func powerOfTen(_ number: Double) -> String {
  var (mantissa, power) = (number, 0)
  while mantissa >= 9.995 { (mantissa, power) = (mantissa / 10, power + 1) }
  return power < 4 ? short(number, 3) : "\(short(mantissa, 3))e\(power)"
}
