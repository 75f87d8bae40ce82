import DataSets
import Neural

/// All that decides what a training comes to, besides its text: it is kept in the checkpoint.
struct Settings {
  var vocabulary: CharacterVocabulary
  var layers = 4
  var heads = 4
  var width = 128
  var context = 64
  var batch = 16
  var rate = 1e-3
  var seed = 1
  /// Up to which step the rate falls.
  var fallsUntil = 2000
  /// The rank of the adapters; 0 for none.
  var lora = 0
  /// What tells the text from others.
  var text = ""

  /// The sizes of the model.
  var configuration: GPT.Configuration {
    GPT.Configuration(
      vocabulary: vocabulary.count, context: context, layers: layers, heads: heads, width: width)
  }

  /// A model of these sizes, with adapters if there are to be any.
  ///
  /// `prepare` changes the weights before the adapters freeze them.
  func model(prepare: (GPT) throws -> Void) rethrows -> GPT {
    var generator = SeededGenerator(seed: UInt64(seed))
    var model = GPT(configuration, using: &generator)
    try prepare(model)
    if lora > 0 {
      model.adapt(
        TransformerBlock.linearLayers, rank: lora, alpha: Double(2 * lora), using: &generator)
    }
    return model
  }

  /// The training of such a model: adapters do not decay.
  func training(of model: GPT) -> LanguageModelTraining {
    LanguageModelTraining(
      model,
      .init(
        learningRate: rate, warmUp: min(100, fallsUntil / 10), fallsUntil: fallsUntil,
        weightDecay: lora > 0 ? 0 : 0.1))
  }
}

extension Settings {
  /// The settings as notes of a checkpoint.
  var notes: KeyValuePairs<String, String> {
    [
      "vocabulary": vocabulary.characters.map { String($0.value) }.joined(separator: " "),
      "layers": "\(layers)", "heads": "\(heads)", "width": "\(width)", "context": "\(context)",
      "batch": "\(batch)", "rate": "\(rate)", "seed": "\(seed)", "falls-until": "\(fallsUntil)",
      "lora": "\(lora)", "text": text,
    ]
  }

  /// The settings that were noted; nil where one is missing or makes no sense.
  init?(notes: [String: String]) {
    func number(_ name: String) -> Int? { notes[name].flatMap(Int.init).flatMap { $0 >= 0 ? $0 : nil } }
    let codes = notes["vocabulary"]?.split(separator: " ").map { UInt32($0).flatMap(Unicode.Scalar.init) }
    guard let characters = codes?.compactMap({ $0 }), !characters.isEmpty, characters.count == codes?.count,
      Set(characters).count == characters.count, let layers = number("layers"), let heads = number("heads"),
      let width = number("width"), let context = number("context"), let batch = number("batch"),
      let rate = notes["rate"].flatMap(Double.init), let seed = number("seed"),
      let fallsUntil = number("falls-until"), let lora = number("lora"), let text = notes["text"]
    else { return nil }
    vocabulary = CharacterVocabulary(characters: characters)
    (self.layers, self.heads, self.width, self.context) = (layers, heads, width, context)
    (self.batch, self.rate, self.seed, self.fallsUntil) = (batch, rate, seed, fallsUntil)
    (self.lora, self.text) = (lora, text)
    guard problem == nil else { return nil }
  }

  /// What keeps a model from being made of these sizes.
  var problem: String? {
    let sizes = [
      ("layers", layers), ("heads", heads), ("width", width), ("context", context), ("batch", batch),
      ("seed", seed), ("lora", max(1, lora)),
    ]
    if let problem = sizes.lazy.compactMap(Ranges.problem).first { return problem }
    if width % heads != 0 { return "--heads must divide --width, but \(heads) does not divide \(width)" }
    if !Ranges.rate.contains(rate) {
      return "--rate must lie between \(Ranges.rate.lowerBound) and \(Ranges.rate.upperBound), but is \(rate)"
    }
    return problemOfTotals
  }

  /// What keeps sizes from going together, each of which is allowed.
  private var problemOfTotals: String? {
    let rows = layers * (12 * width + 13) + vocabulary.count + context
    if !Ranges.parameters.contains(rows * width) {
      return "such a model has more than \(Ranges.parameters.upperBound) numbers; choose smaller sizes"
    }
    if !Ranges.tokens.contains(batch * context) {
      return "--batch times --context must be at most \(Ranges.tokens.upperBound), but is \(batch * context)"
    }
    return nil
  }
}
