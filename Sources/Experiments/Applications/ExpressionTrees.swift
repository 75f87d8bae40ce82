import Activations
import Figures
import Neural

extension Experiment {
  static let expressionTrees = Experiment(
    "expression-trees",
    "Lets a recursive network (on trees) and a recurrent one (on the same texts) say whether expressions are true.",
    parameters: [
      .activation(
        default: "tanh", "The activation of the recursive network, and of the recurrent one if it is an RNN."),
      Parameter("cell", .choice(["rnn", "gru"]), default: "gru", "What the recurrent network is made of."),
      Parameter("examples", .integer(10...5000), default: 2000, "How many expressions are learnt from."),
      Parameter("tests", .integer(10...1000), default: 400, "How many expressions each test has."),
      Parameter(
        "width", .integer(2...128), default: 32, "How many numbers a node has, and the recurrent state."),
    ] + Parameter.training(epochs: 30, batch: 64, learningRate: 0.003),
    trial: [("examples", 10), ("tests", 10), ("epochs", 1), ("width", 2)]
  ) { parameters, show, progress in
    var run = TreeRun(parameters)
    run.train(progress)
    show(.table(run.table))
    show(.plot(run.curves))
    show(.table(run.examples))
  }
}

/// Both networks, and the expressions they learn from and are tested with.
private struct TreeRun {
  /// The numbers of operators of the expressions: learnt from and tested with, and two longer tests.
  private static let sizes = [3...6, 7...10, 11...16]

  private let learnt: [LogicExpression]
  private let tests: [[LogicExpression]]
  private let tree: TreeNetwork
  private let sequence: SequenceReader
  private var generator: SeededGenerator
  private var treeTraining: ClassifierTraining
  private var sequenceTraining: ClassifierTraining

  init(_ parameters: ExperimentParameters) {
    generator = parameters.generator
    var known: Set<String> = []
    learnt = LogicExpression.distinct(
      parameters.integer("examples"), operators: Self.sizes[0], known: &known, using: &generator)
    var tests: [[LogicExpression]] = []
    for size in Self.sizes {
      tests.append(
        LogicExpression.distinct(
          parameters.integer("tests"), operators: size, known: &known, using: &generator))
    }
    self.tests = tests
    let width = parameters.integer("width")
    tree = TreeNetwork(width: width, activation: parameters.activation(), using: &generator)
    sequence = SequenceReader(
      cell: parameters.text("cell"), width: width, activation: parameters.activation(), using: &generator)
    (treeTraining, sequenceTraining) = (parameters.training, parameters.training)
  }

  mutating func train(_ progress: @escaping (TrainingProgress) -> Void) {
    let (tree, sequence, learnt) = (tree, sequence, learnt)
    let counter = StepCounter(total: 2 * treeTraining.steps(examples: learnt.count), tell: progress)
    let labels = learnt.map { $0.isTrue ? 1 : 0 }
    treeTraining.run(
      tree.parameters, labels: labels, counter: counter, using: &generator,
      scores: { tree($0.map { learnt[$0] }) })
    sequenceTraining.run(
      sequence.parameters, labels: labels, counter: counter, using: &generator,
      scores: { sequence($0.map { learnt[$0].text }) })
  }

  private func treeSays(_ expressions: [LogicExpression]) -> Predictions {
    Predictions(labels: expressions.map { $0.isTrue ? 1 : 0 }) { tree($0.map { expressions[$0] }) }
  }

  private func sequenceSays(_ expressions: [LogicExpression]) -> Predictions {
    Predictions(labels: expressions.map { $0.isTrue ? 1 : 0 }) { sequence($0.map { expressions[$0].text }) }
  }

  var table: Table {
    let groups =
      [("learnt", learnt)]
      + zip(Self.sizes, tests).map { size, expressions in
        ("\(size.lowerBound)–\(size.upperBound) operators", expressions)
      }
    let parameters = [tree.parameters, sequence.parameters].map { $0.reduce(0) { $0 + $1.tensor.count } }
    return Table(
      ["expressions", "recursive", "recurrent", "guessing"],
      rows: groups.map { name, expressions in
        let share = Double(expressions.count { $0.isTrue }) / Double(expressions.count)
        return [
          name, percent(treeSays(expressions).accuracy), percent(sequenceSays(expressions).accuracy),
          percent(max(share, 1 - share)),
        ]
      }, alignment: [.leading, .trailing, .trailing, .trailing],
      caption: "Shares of right answers; guessing is always saying what is more frequent."
        + " \(parameters[0]) and \(parameters[1]) parameters, \(treeTraining.losses.count) steps each.")
  }

  var curves: Plot {
    Plot(
      title: "Cross entropy while learning",
      series: [("recursive", treeTraining), ("recurrent", sequenceTraining)].map { name, training in
        .line(name, training.smoothLosses.map(\.step), training.smoothLosses.map(\.loss))
      }, x: Axis("steps"), y: Axis("nats", lower: 0))
  }

  /// The first expression of each test with both answers.
  var examples: Table {
    Table(
      ["expression", "recursive", "recurrent"],
      rows: tests.map { expressions in
        ["\(expressions[0].text) = \(expressions[0].isTrue ? "T" : "F")"]
          + [treeSays([expressions[0]]), sequenceSays([expressions[0]])].map {
            "\($0.classes[0] == 1 ? "T" : "F"), \(percent($0.confidences[0]))"
          }
      }, alignment: [.leading, .leading, .leading], caption: "The first expression of each test.")
  }
}

/// A recurrent network that reads the characters of an expression and answers by its last state.
private struct SequenceReader {
  private static let characters: [Character] = [" ", "(", ")", "T", "F", "&", "|", "^"]
  private let embedding: Embedding
  private let rnn: RNN
  private let gru: GRU
  private let output: Linear
  private let usesGRU: Bool

  init(cell: String, width: Int, activation: Activation, using generator: inout SeededGenerator) {
    embedding = Embedding(Self.characters.count, width, using: &generator)
    rnn = RNN(width, width, activation: activation, using: &generator)
    gru = GRU(width, width, using: &generator)
    output = Linear(width, 2, using: &generator)
    usesGRU = cell == "gru"
  }

  var parameters: [Neural.Parameter] {
    embedding.parameters + (usesGRU ? gru.parameters : rnn.parameters) + output.parameters
  }

  /// The scores of false and true; shorter texts have spaces before them.
  func callAsFunction(_ texts: [String]) -> Tensor {
    let time = texts.map(\.count).max() ?? 1
    let rows = texts.map { text in
      Array(repeating: 0, count: time - text.count)
        + text.map { character in Self.characters.firstIndex(of: character) ?? 0 }
    }
    let steps = (0..<time).map { t in rows.map { $0[t] } }
    let states = usesGRU ? gru(steps, embedding: embedding) : rnn(steps, embedding: embedding)
    return output(states.slice(time - 1..<time).reshaped([texts.count, -1]))
  }
}
