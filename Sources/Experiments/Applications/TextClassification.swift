import DataSets
import Figures
import Neural

extension Experiment {
  static let textClassification = Experiment(
    "text-classification",
    "Trains a small network to tell sentences of Austen from sentences of Shakespeare.",
    parameters: [
      Parameter(
        "cell", .choice(TextClassifier.Cell.allCases.map(\.rawValue)), default: "gru",
        "How the tokens are put together: by a GRU, an LSTM, a tanh RNN, or as a bag, which sees no order."),
      Parameter(
        "unit", .choice(Vocabulary.Unit.allCases.map(\.rawValue)), default: "words", "What a token is."),
      Parameter("examples", .integer(40...3800), default: 3800, "How many sentences are used."),
      Parameter("width", .integer(2...128), default: 24, "How many numbers a token has, and the state."),
      Parameter("length", .integer(1...120), default: 40, "After how many tokens a sentence is cut off."),
      Parameter(
        "shown", .integer(0...20), default: 4, "How many right answers are shown, and as many mistakes."),
    ] + Parameter.training(epochs: 6, batch: 32, learningRate: 0.003),
    trial: [("examples", 40), ("epochs", 1), ("width", 2), ("length", 5)]
  ) { parameters, show, progress in
    var run = TextRun(parameters)
    run.train(progress)
    show(.table(run.table))
    show(.smallMultiples(SmallMultiples(of: run.training, test: run.accuracies, title: "")))
    let shown = parameters.integer("shown")
    if shown > 0 { show(.table(run.examples(shown))) }
  }
}

/// A network, what it learns from, and what it answers.
private struct TextRun {
  private let texts: LabeledTexts
  private let testTexts: LabeledTexts
  private let tokens: [[Int]]
  private let testTokens: [[Int]]
  private let vocabulary: Vocabulary
  private let network: TextClassifier
  private var generator: SeededGenerator
  private(set) var training: ClassifierTraining
  /// The accuracy on the test sentences after each epoch.
  private(set) var accuracies: [Double] = []

  init(_ parameters: ExperimentParameters) {
    generator = parameters.generator
    let all = LabeledTexts.authors[generator.permutation(3800).prefix(parameters.integer("examples"))]
    (texts, testTexts) = all.split(testFraction: 0.15, using: &generator)
    let (unit, length) = (Vocabulary.Unit(rawValue: parameters.text("unit")), parameters.integer("length"))
    let vocabulary = Vocabulary(of: texts.texts, unit: unit ?? .words, least: 2)
    self.vocabulary = vocabulary
    (tokens, testTokens) = (
      texts.texts.map { vocabulary.numbers(of: $0, length: length) },
      testTexts.texts.map { vocabulary.numbers(of: $0, length: length) }
    )
    network = TextClassifier(
      vocabulary.count, width: parameters.integer("width"), classes: 2,
      cell: TextClassifier.Cell(rawValue: parameters.text("cell")) ?? .gru, using: &generator)
    training = parameters.training
  }

  mutating func train(_ progress: @escaping (TrainingProgress) -> Void) {
    let (network, tokens, testTokens, labels) = (network, tokens, testTokens, testTexts.labels)
    var found: [Double] = []
    training.run(
      network.parameters, labels: texts.labels,
      counter: StepCounter(total: training.steps(examples: texts.count), tell: progress), using: &generator,
      afterEpoch: {
        found.append(Predictions(labels: labels) { network($0.map { testTokens[$0] }) }.accuracy)
      }, scores: { network($0.map { tokens[$0] }) })
    accuracies = found
  }

  private var said: Predictions {
    Predictions(labels: testTexts.labels) { network($0.map { testTokens[$0] }) }
  }

  var table: Table {
    let trained = Predictions(labels: texts.labels) { network($0.map { tokens[$0] }) }
    let said = said
    let parameters = network.parameters.reduce(0) { $0 + $1.tensor.count }
    return Table(
      ["", "training", "test"],
      rows: [
        ["sentences", "\(texts.count)", "\(testTexts.count)"],
        ["right", percent(trained.accuracy), percent(said.accuracy)],
        ["right of Austen", "", percent(said.accuracy(among: indices(of: 0)))],
        ["right of Shakespeare", "", percent(said.accuracy(among: indices(of: 1)))],
      ], alignment: [.leading, .trailing, .trailing],
      caption: "\(vocabulary.count) tokens, \(parameters) parameters, \(training.losses.count) steps.")
  }

  private func indices(of label: Int) -> [Int] {
    testTexts.labels.indices.filter { testTexts.labels[$0] == label }
  }

  /// The first test sentences that are rightly told, and the first that are not.
  func examples(_ count: Int) -> Table {
    let said = said
    let right = said.labels.indices.filter { said.labels[$0] == said.classes[$0] }
    let shown = right.prefix(count) + said.mistakes.prefix(count)
    return Table(
      ["sentence", "by", "said"],
      rows: shown.map { index in
        let names = [said.labels[index], said.classes[index]].map { testTexts.classNames[$0] }
        return [testTexts.texts[index], names[0], "\(names[1]), \(percent(said.confidences[index]))"]
      }, alignment: [.leading, .leading, .leading],
      caption: "Test sentences: right answers, then mistakes, with the probability that was given.")
  }
}
