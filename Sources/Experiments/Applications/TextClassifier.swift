import Neural

/// A network that reads tokens one after the other and scores the classes by the mean of its states.
struct TextClassifier {
  /// How the tokens of a text are put together.
  enum Cell: String, CaseIterable { case gru, lstm, rnn, bag }

  private let embedding: Embedding
  private let cell: Cell
  private let gru: GRU
  private let lstm: LSTM
  private let rnn: RNN
  private let output: Linear

  /// A network of `width` numbers a token and as many in its state; `bag` has no state and sees no order.
  init(_ vocabulary: Int, width: Int, classes: Int, cell: Cell, using generator: inout SeededGenerator) {
    embedding = Embedding(vocabulary, width, using: &generator)
    self.cell = cell
    gru = GRU(width, width, using: &generator)
    lstm = LSTM(width, width, forgetBias: 1, using: &generator)
    rnn = RNN(width, width, using: &generator)
    output = Linear(width, classes, using: &generator)
  }

  /// Those that the cell uses.
  var parameters: [Neural.Parameter] {
    let own =
      switch cell {
      case .gru: gru.parameters
      case .lstm: lstm.parameters
      case .rnn: rnn.parameters
      case .bag: [Neural.Parameter]()
      }
    return embedding.parameters + own + output.parameters
  }

  /// The scores of texts, each a list of at least one token: [texts, classes].
  func callAsFunction(_ texts: [[Int]]) -> Tensor {
    let time = texts.map(\.count).max() ?? 1
    let steps = (0..<time).map { t in texts.map { t < $0.count ? $0[t] : Vocabulary.padding } }
    return output(mean(states(steps), lengths: texts.map(\.count)))
  }

  /// [time, texts, width].
  private func states(_ steps: [[Int]]) -> Tensor {
    switch cell {
    case .gru: gru(steps, embedding: embedding)
    case .lstm: lstm(steps, embedding: embedding)
    case .rnn: rnn(steps, embedding: embedding)
    case .bag: embedding(steps)
    }
  }

  /// The mean over the steps that a text has: what comes after its end counts nothing.
  private func mean(_ states: Tensor, lengths: [Int]) -> Tensor {
    let shares = (0..<states.shape[0]).flatMap { t in lengths.map { t < $0 ? 1 / Double($0) : 0 } }
    return (states * Tensor(shares, shape: [states.shape[0], lengths.count, 1])).sum(axis: 0)
  }
}
