import DataSets
import Figures
import Neural

extension Experiment {
  static let spokenDigits = Experiment(
    "spoken-digits",
    "Trains a small network to hear spoken digits, and tests it on voices it has never heard.",
    parameters: [
      Parameter("language", .choice(["english", "mandarin"]), default: "english", "Which digits are heard."),
      Parameter(
        "network", .choice(["convolution", "gru"]), default: "convolution", "What goes along the frames."),
      Parameter(
        "flite", .flag, default: false,
        "Whether half of the voices of the second synthesiser, flite, are in the training; English only."),
      Parameter("clips", .integer(20...2000), default: 2000, "How many training clips are used at most."),
      Parameter(
        "width", .integer(2...128), default: 24, "How many filters a layer has, or numbers the state."),
      Parameter("noise", .number(0...5), default: 0.3, "The deviation of the noise added while training."),
      Parameter("shift", .integer(0...10), default: 4, "By how many frames clips are shifted at most."),
      Parameter("pictures", .flag, default: true, "Whether clips and confusions are shown, too."),
    ] + Parameter.training(epochs: 12, batch: 32, learningRate: 0.003),
    trial: [("clips", 20), ("epochs", 1), ("width", 2)]
  ) { parameters, show, progress in
    var run = SpeechRun(parameters)
    run.train(progress)
    if parameters.flag("pictures") { show(.imageGrid(run.pictures)) }
    show(.table(run.table))
    show(.smallMultiples(SmallMultiples(of: run.training, test: run.accuracies, title: "")))
    if parameters.flag("pictures") { show(.plot(run.confusion)) }
  }
}

/// The clips that are heard in training, and groups of others.
private struct SpeechSplit {
  let training: SpokenDigits
  /// Clips of voices that training does not hear: the first group by the synthesiser of the training.
  let tests: [(name: String, clips: SpokenDigits)]

  /// Divides by voices: a fifth of those of espeak is for the test.
  init(_ parameters: ExperimentParameters, using generator: inout SeededGenerator) {
    let isEnglish = parameters.text("language") == "english"
    let kind = isEnglish ? SpokenDigits.Kind.espeakEnglish : .espeakMandarin
    let all = SpokenDigits.all
    let voices = generator.shuffled(all.filter { $0.kind == kind }.voices)
    let unheard = Set(voices.prefix(voices.count / 5))
    let flite = all.filter { $0.kind == .fliteEnglish }.voices
    let heardFlite = Set(isEnglish && parameters.flag("flite") ? flite.prefix(flite.count / 2) : [])
    let heard = all.filter {
      $0.kind == kind && !unheard.contains($0.voice)
        || $0.kind == .fliteEnglish && heardFlite.contains($0.voice)
    }
    let order = generator.permutation(heard.count).prefix(parameters.integer("clips"))
    training = heard[order]
    var tests = [("unheard espeak voices", all.filter { $0.kind == kind && unheard.contains($0.voice) })]
    if isEnglish {
      tests.append(
        ("unheard flite voices", all.filter { $0.kind == .fliteEnglish && !heardFlite.contains($0.voice) }))
      tests.append(("one person", all.filter { $0.kind == .humanEnglish }))
    }
    self.tests = tests.map { (name: $0.0, clips: $0.1) }
  }
}

/// A network, what it hears, and what it answers.
private struct SpeechRun {
  private let split: SpeechSplit
  private let network: SpokenDigitClassifier
  private let augmentation: SpeechAugmentation
  private var generator: SeededGenerator
  private(set) var training: ClassifierTraining
  /// The accuracy on the unheard voices after each epoch.
  private(set) var accuracies: [Double] = []

  init(_ parameters: ExperimentParameters) {
    generator = parameters.generator
    split = SpeechSplit(parameters, using: &generator)
    network = SpokenDigitClassifier(
      usesGRU: parameters.text("network") == "gru", width: parameters.integer("width"), using: &generator)
    augmentation = SpeechAugmentation(noise: parameters.number("noise"), shift: parameters.integer("shift"))
    training = parameters.training
  }

  mutating func train(_ progress: @escaping (TrainingProgress) -> Void) {
    var (found, chance): ([Double], SeededGenerator) = ([], SeededGenerator(seed: generator.next()))
    let (network, augmentation, clips, test) = (network, augmentation, split.training, split.tests[0].clips)
    training.run(
      network.parameters, labels: clips.clips.map(\.digit),
      counter: StepCounter(total: training.steps(examples: clips.count), tell: progress), using: &generator,
      afterEpoch: { found.append(Self.predictions(network, test).accuracy) },
      scores: { network(augmentation(clips, $0, using: &chance)) })
    accuracies = found
  }

  private static func predictions(_ network: SpokenDigitClassifier, _ clips: SpokenDigits) -> Predictions {
    let pictures = clips.pictures
    return Predictions(labels: clips.clips.map(\.digit)) { network(pictures.gather($0)) }
  }

  /// One clip of each digit, time from left to right, high bands at the top.
  var pictures: ImageGrid {
    let clips = split.tests[0].clips
    let first = (0..<10).compactMap { digit in clips.clips.firstIndex { $0.digit == digit } }
    return ImageGrid(
      title: "Spoken digits: time to the right, pitch upwards", images: first.map(clips.picture), columns: 5)
  }

  var table: Table {
    let groups = [("heard voices", split.training)] + split.tests.map { ($0.name, $0.clips) }
    let rows = groups.map { name, clips in
      let said = Self.predictions(network, clips)
      let right = said.labels.count - said.mistakes.count
      return [
        name, "\(clips.voices.count)", "\(right) of \(clips.count)",
        clips.count < 50 ? "too few" : percent(said.accuracy),
      ]
    }
    let parameters = network.parameters.reduce(0) { $0 + $1.tensor.count }
    return Table(
      ["who speaks", "voices", "right", "share"], rows: rows,
      alignment: [.leading, .trailing, .trailing, .trailing],
      caption: "\(parameters) parameters, \(training.losses.count) steps.")
  }

  /// The digits of the unheard voices of the first synthesiser.
  var confusion: Plot {
    Self.predictions(network, split.tests[0].clips).confusion(
      (0..<10).map { "\($0)" }, title: "Unheard espeak voices: what is said of what")
  }
}

extension SpokenDigits {
  /// A clip as an image whose caption is its digit.
  fileprivate func picture(_ index: Int) -> ImageGrid.Image {
    let (frames, bands) = (Self.frames, Self.bands)
    let values = (0..<bands).reversed().flatMap { band in
      (0..<frames).map { Double(energies[(index * frames + $0) * bands + band]) }
    }
    return ImageGrid.Image(width: frames, values: values, over: -2...2, caption: "\(clips[index].digit)")
  }
}
