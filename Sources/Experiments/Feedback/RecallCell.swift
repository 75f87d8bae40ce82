import Activations
import Neural

/// The networks that are compared at remembering, by the names that lessons use.
enum RecallCell: String, CaseIterable {
  case memoryless, jordan, elman, relu, irnn, lstm, lstmForget, gru

  /// What a table calls it.
  var title: String {
    switch self {
    case .memoryless: "no memory"
    case .jordan: "Jordan, tanh"
    case .elman: "Elman, tanh"
    case .relu: "Elman, relu"
    case .irnn: "Elman, relu, U = I"
    case .lstm: "LSTM"
    case .lstmForget: "LSTM, forget bias 1"
    case .gru: "GRU"
    }
  }
}

/// A network that reads a sequence and answers after its last step: a cell and a linear layer on top.
struct SequenceClassifier: Module {
  let parameters: [Neural.Parameter]
  /// [time, batch, inputs] → [batch, outputs].
  let answer: (Tensor) -> Tensor

  init(
    _ cell: RecallCell, inputs: Int, width: Int, outputs: Int, using generator: inout SeededGenerator
  ) {
    if cell == .jordan {
      let network = JordanNetwork(inputs, width, outputs, using: &generator)
      parameters = network.parameters
      answer = { network($0).last }
      return
    }
    let (cells, states) = Self.states(of: cell, inputs, width, &generator)
    let readout = Linear(width, outputs, using: &generator)
    parameters = cells + readout.parameters(in: "readout")
    answer = { readout(states($0)) }
  }

  /// The parameters of a cell, and its last state for a sequence.
  private static func states(
    of cell: RecallCell, _ inputs: Int, _ width: Int, _ generator: inout SeededGenerator
  ) -> (parameters: [Neural.Parameter], last: (Tensor) -> Tensor) {
    switch cell {
    case .lstm, .lstmForget:
      let lstm = LSTM(inputs, width, forgetBias: cell == .lstm ? nil : 1, using: &generator)
      return (lstm.parameters, { lstm($0).last })
    case .gru:
      let gru = GRU(inputs, width, using: &generator)
      return (gru.parameters, { gru($0).last })
    case .memoryless:
      let layer = Linear(inputs, width, using: &generator)
      return (layer.parameters, { layer($0.last).tanh() })
    case .elman, .relu, .irnn, .jordan:
      let rnn = RNN(inputs, width, activation: cell == .elman ? .tanh : .relu, using: &generator)
      if cell == .irnn { rnn.startAsIdentity() }
      return (rnn.parameters, { rnn($0).last })
    }
  }
}

extension Tensor {
  /// The last step of [time, batch, numbers]: [batch, numbers].
  fileprivate var last: Tensor {
    slice(shape[0] - 1..<shape[0]).reshaped([shape[1], shape[2]])
  }
}

extension RNN {
  /// Sets the recurrent weights to the identity and the biases to 0, so that a state keeps itself (Le, Jaitly and
  /// Hinton 2015).
  func startAsIdentity() {
    weights.hiddenWeight.copyValues(of: .identity([weights.width, weights.width]))
    for bias in [weights.inputBias, weights.hiddenBias] { bias.copyValues(of: .zeros([weights.width])) }
  }
}
