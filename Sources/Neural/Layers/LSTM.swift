import Activations

/// Long short-term memory (Hochreiter and Schmidhuber 1997; with the forget gate of Gers and others 2000).
///
///     i = σ(Wᵢx + Uᵢh)   f = σ(W_f x + U_f h)   g = tanh(W_g x + U_g h)   o = σ(Wₒx + Uₒh)
///     c′ = f∘c + i∘g     h′ = o∘tanh c′
///
/// The four gates lie side by side in the weights, in this order, which is PyTorch's.
public struct LSTM: Module {
  /// The weights of all gates.
  public let weights: RecurrentWeights

  /// A layer of `width` hidden numbers; a forget bias of 1 lets it remember from the start (Jozefowicz 2015).
  public init(
    _ inputs: Int, _ width: Int, forgetBias: Double? = nil, dtype: DType = .float32,
    using generator: inout SeededGenerator
  ) {
    weights = RecurrentWeights(inputs, width, gates: 4, dtype: dtype, using: &generator)
    guard let forgetBias else { return }
    var biases = weights.inputBias.values
    for j in width..<2 * width { biases[j] = forgetBias - weights.hiddenBias.values[j] }
    weights.inputBias.copyValues(of: Tensor(biases, dtype: dtype))
  }

  /// The hidden states of all steps: [time, batch, inputs] → [time, batch, width].
  public func callAsFunction(_ x: Tensor, from state: (hidden: Tensor, cell: Tensor)? = nil) -> Tensor {
    walk(weights.sums(x, weights.inputBias + weights.hiddenBias), from: state)
  }

  /// The same for the vectors that an embedding has for tokens, [time, batch]; it takes half the work or less.
  public func callAsFunction(
    _ tokens: [[Int]], embedding: Embedding, from state: (hidden: Tensor, cell: Tensor)? = nil
  ) -> Tensor {
    walk(weights.sums(tokens, embedding, weights.inputBias + weights.hiddenBias), from: state)
  }

  /// One step, in single operations: [batch, inputs] and two of [batch, width].
  public func step(_ x: Tensor, _ h: Tensor, _ c: Tensor) -> (hidden: Tensor, cell: Tensor) {
    let w = weights
    let sums =
      x.linear(weight: w.inputWeight, bias: w.inputBias)
      + h.linear(weight: w.hiddenWeight, bias: w.hiddenBias)
    let gates = (0..<4).map { sums.slice($0 * w.width..<($0 + 1) * w.width, axis: 1) }
    let (i, f, g, o) = (gates[0].sigmoid(), gates[1].sigmoid(), gates[2].tanh(), gates[3].sigmoid())
    let cell = f * c + i * g
    return (o * cell.tanh(), cell)
  }

  /// Those of the weights.
  public var parameters: [Parameter] { weights.parameters }

  private func walk(_ sums: Tensor, from state: (hidden: Tensor, cell: Tensor)?) -> Tensor {
    let (hidden, cell) = (weights.start(state?.hidden, for: sums), weights.start(state?.cell, for: sums))
    switch sums.dtype {
    case .float32: return walk(sums, hidden, cell, Float.self)
    case .float64: return walk(sums, hidden, cell, Double.self)
    }
  }

  private func walk<S: Scalar>(_ inputs: Tensor, _ start: Tensor, _ cell: Tensor, _: S.Type) -> Tensor {
    let walk = Recurrence(inputs, weights.hiddenWeight, S.self)
    // What the input gives the gates becomes their values, in place: nothing else reads it.
    let (gates, outputs, cells) = (inputs.detached, walk.states(walk.time), walk.states(walk.time))
    let transposed = withoutGradients { weights.hiddenWeight.transposed() }
    for t in 0..<walk.time {
      let sums: UnsafeMutablePointer<S> = gates.write() + t * walk.gateCount
      let at = t * walk.stateCount
      walk.addProduct(
        walk.state(before: t, start, outputs), transposed,
        plus: Matrix(UnsafePointer(sums), rowStep: walk.gateWidth), to: sums)
      S.lstm(
        sums, walk.state(before: t, cell, cells), cells.write() + at, outputs.write() + at, walk.batch,
        walk.width)
    }
    let states = outputs.detached
    return outputs.computed(by: "lstm", from: [inputs, weights.hiddenWeight, start, cell]) { gradient in
      Self.pullback(walk, gradient, gates, (start, states), (cell, cells))
    }
  }

  /// The gradients of the gates' sums, the weights of the state, and both first states; the latter two are carried from
  /// step to step.
  private static func pullback<S: Scalar>(
    _ walk: Recurrence<S>, _ gradient: Tensor, _ gates: Tensor, _ hidden: (start: Tensor, all: Tensor),
    _ cell: (start: Tensor, all: Tensor)
  ) -> [Tensor?] {
    let dgates = walk.gates(walk.time)
    let dh = Tensor.zeros(hidden.start.shape, dtype: gates.dtype)
    let dc = Tensor.zeros(hidden.start.shape, dtype: gates.dtype)
    for t in (0..<walk.time).reversed() {
      let (at, gatesAt) = (t * walk.stateCount, t * walk.gateCount)
      S.addScaled(1, gradient.read() + at, dh.write(), walk.stateCount)
      S.lstmPullback(
        gates.read() + gatesAt, walk.state(before: t, cell.start, cell.all), cell.all.read() + at, dh.read(),
        dc.write(), dgates.write() + gatesAt, walk.batch, walk.width)
      walk.addPullback(dgates.read() + gatesAt, plus: nil, to: dh.write())
    }
    return [dgates, walk.weightGradient(dgates, hidden.start, hidden.all), dh, dc]
  }
}
