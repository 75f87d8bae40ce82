import Figures
import Neural

extension Experiment {
  static let dateTranslation = Experiment(
    "date-translation",
    "Trains an encoder and a decoder to translate dates as people write them into ISO 8601, and counts exact matches.",
    parameters: [
      Parameter("examples", .integer(10...20000), default: 10000, "How many dates are learnt from."),
      Parameter("tests", .integer(10...2000), default: 500, "How many dates are translated in the test."),
      Parameter("width", .integer(2...256), default: 96, "How many numbers the states have."),
      Parameter("steps", .integer(1...10000), default: 2500, "How many steps are made."),
      Parameter("batch", .integer(1...512), default: 64, "How many dates one step looks at."),
      Parameter(
        "rate", .number(0.00001...1), default: 0.003,
        "The largest learning rate of Adam; it falls by a cosine."),
      .seed,
    ],
    trial: [("examples", 10), ("tests", 10), ("steps", 1), ("batch", 2), ("width", 2)]
  ) { parameters, show, progress in
    var run = TranslationRun(parameters)
    run.train(parameters, StepCounter(total: parameters.integer("steps"), tell: progress))
    show(.plot(run.curve))
    show(.table(run.table))
    show(.plot(run.placeErrors))
    show(.table(run.examples))
  }
}

/// A network, the dates it learns from, and what it makes of others.
private struct TranslationRun {
  private let learnt: [DatePhrase]
  private let tests: [DatePhrase]
  private let network: DateTranslator
  private var generator: SeededGenerator
  /// At some steps the shares of exact matches among 200 learnt and 200 other dates.
  private var course: [(step: Double, learnt: Double, test: Double)] = []
  private var said: [String] = []

  init(_ parameters: ExperimentParameters) {
    generator = parameters.generator
    let count = parameters.integer("examples")
    let phrases = DatePhrase.distinct(count + parameters.integer("tests"), using: &generator)
    (learnt, tests) = (Array(phrases.prefix(count)), Array(phrases.dropFirst(count)))
    network = DateTranslator(width: parameters.integer("width"), using: &generator)
  }

  mutating func train(_ parameters: ExperimentParameters, _ counter: StepCounter) {
    let steps = parameters.integer("steps")
    let optimizer = Adam(network.parameters)
    let schedule = LearningRateSchedule.cosine(warmUp: 0, total: steps, floor: 0.05)
    for step in 0..<steps {
      if step % max(1, steps / 20) == 0 { measure(step) }
      optimizer.learningRate = parameters.number("rate") * schedule(step)
      let batch = (0..<parameters.integer("batch")).map { _ in learnt[generator.below(learnt.count)] }
      counter.advance(loss: optimizer.descend(clip: 1) { network.loss(batch) })
    }
    measure(steps)
    said = network.translate(tests.map(\.text))
  }

  private mutating func measure(_ step: Int) {
    let shares = [learnt, tests].map { exactMatches(Array($0.prefix(200))) }
    course.append((Double(step), shares[0], shares[1]))
  }

  /// The share of phrases whose translation is right in every character.
  private func exactMatches(_ phrases: [DatePhrase]) -> Double {
    let said = network.translate(phrases.map(\.text))
    return Double(zip(said, phrases).count { $0 == $1.translation }) / Double(phrases.count)
  }

  var curve: Plot {
    let steps = course.map(\.step)
    return Plot(
      title: "Exact matches",
      series: [.line("learnt", steps, course.map(\.learnt)), .line("new", steps, course.map(\.test))],
      x: Axis("steps"), y: Axis("share", lower: 0, upper: 1))
  }

  var table: Table {
    let right = zip(said, tests).count { $0 == $1.translation }
    let characters = zip(said, tests).reduce(0) { sum, pair in
      sum + zip(pair.0, pair.1.translation).count { $0 == $1 }
    }
    let all = Double(tests.count)
    return Table(
      ["new dates", "right", "share"],
      rows: [
        ["whole translations", "\(right) of \(tests.count)", percent(Double(right) / all)],
        [
          "characters", "\(characters) of \(tests.count * DateTranslator.length)",
          percent(Double(characters) / (all * Double(DateTranslator.length))),
        ],
      ], alignment: [.leading, .trailing, .trailing],
      caption: "\(network.parameters.reduce(0) { $0 + $1.tensor.count }) parameters, learnt from"
        + " \(learnt.count) dates.")
  }

  /// For each place of a translation the share of wrong characters.
  var placeErrors: Plot {
    let places = (0..<DateTranslator.length).map { place -> Double in
      let wrong = zip(said, tests).count { Array($0)[place] != Array($1.translation)[place] }
      return Double(wrong) / Double(tests.count)
    }
    return Plot(
      title: "Where the mistakes are", series: [.bars("wrong", places)],
      x: Axis("place", categories: ["Y", "Y", "Y", "Y", "-", "M", "M", "-", "D", "D"]),
      y: Axis("share of dates", lower: 0))
  }

  /// Four right translations and four wrong ones.
  var examples: Table {
    let right = tests.indices.filter { said[$0] == tests[$0].translation }
    let wrong = tests.indices.filter { said[$0] != tests[$0].translation }
    return Table(
      ["date", "translated", "right is"],
      rows: (right.prefix(5) + wrong.prefix(5)).map { index in
        [
          tests[index].text, said[index],
          said[index] == tests[index].translation ? "✓" : tests[index].translation,
        ]
      }, alignment: [.leading, .leading, .leading], caption: "New dates: right translations, then mistakes.")
  }
}
