import DataSets
import Neural

/// A training as it begins: anew, from another model, or where it was stopped.
struct TrainingStart {
  let settings: Settings
  let model: GPT
  let training: LanguageModelTraining
  let batches: TextBatches
  let file: ModelFile

  /// What the command line asks for.
  init(_ command: TrainGPT, _ text: TextFile) throws {
    file = ModelFile(path: command.checkpoint)
    if command.resume {
      (settings, model, training) = try Self.resume(command, text, file)
    } else {
      (settings, model) = try Self.begin(command, text)
      training = settings.training(of: model)
    }
    let tokens = settings.vocabulary.encode(text.text)
    let left = text.text.unicodeScalars.count - tokens.count
    if left > 0 { Console.line("\(left) characters are left out: the model does not know them") }
    let needed = TextBatches.minimumCount(context: settings.context)
    guard tokens.count >= needed else {
      throw Failure(
        "'\(text.path)' has \(tokens.count) characters, but a context of \(settings.context) needs \(needed)")
    }
    batches = TextBatches(tokens, context: settings.context)
  }

  private static func resume(
    _ command: TrainGPT, _ text: TextFile, _ file: ModelFile
  ) throws -> (Settings, GPT, LanguageModelTraining) {
    let (bytes, settings) = try file.read()
    for (name, given, kept) in command.choices(settings) {
      if let given, given != kept {
        throw Failure("'\(file.path)' was begun with --\(name) \(kept), not \(given); leave the option out")
      }
    }
    guard settings.text == text.identity else {
      throw Failure("'\(text.path)' is not the text that '\(file.path)' was begun with")
    }
    let model = settings.model { _ in }
    let training = settings.training(of: model)
    try file.restore(training.state, from: bytes)
    return (settings, model, training)
  }

  private static func begin(_ command: TrainGPT, _ text: TextFile) throws -> (Settings, GPT) {
    let base = try command.from.map { path in
      let file = ModelFile(path: path)
      return (file: file, content: try file.read())
    }
    var settings = base?.content.settings ?? Settings(vocabulary: CharacterVocabulary(of: text.text))
    if let base {
      for (name, given, kept) in command.sizes(settings) {
        if let given, given != kept {
          throw Failure("'\(base.file.path)' has --\(name) \(kept), not \(given); leave the option out")
        }
      }
      if settings.lora > 0 {
        throw Failure("'\(base.file.path)' has adapters; begin with the model they adapt")
      }
    }
    command.apply(to: &settings)
    settings.text = text.identity
    if let problem = settings.problem { throw Failure(problem) }
    let model = try settings.model { model in
      if let base { try base.file.restore(model.parameters, from: base.content.bytes) }
    }
    return (settings, model)
  }
}

extension TrainGPT {
  /// The sizes that were given, beside those of `settings`.
  func sizes(_ settings: Settings) -> [(name: String, given: String?, kept: String)] {
    [
      ("layers", layers.map(String.init), "\(settings.layers)"),
      ("heads", heads.map(String.init), "\(settings.heads)"),
      ("width", width.map(String.init), "\(settings.width)"),
      ("context", context.map(String.init), "\(settings.context)"),
    ]
  }

  /// All choices that were given, beside those of `settings`.
  func choices(_ settings: Settings) -> [(name: String, given: String?, kept: String)] {
    sizes(settings) + [
      ("batch", batch.map(String.init), "\(settings.batch)"),
      ("rate", rate.map { "\($0)" }, "\(settings.rate)"),
      ("seed", seed.map(String.init), "\(settings.seed)"),
      ("lora", lora.map(String.init), "\(settings.lora)"),
    ]
  }

  /// Puts what was given in the place of defaults.
  func apply(to settings: inout Settings) {
    settings.layers = layers ?? settings.layers
    settings.heads = heads ?? settings.heads
    settings.width = width ?? settings.width
    settings.context = context ?? settings.context
    settings.batch = batch ?? settings.batch
    settings.rate = rate ?? settings.rate
    settings.seed = seed ?? settings.seed
    settings.lora = lora ?? 0
    settings.fallsUntil = steps ?? 2000
  }
}
